/* Words on the printed report: names, numbers, and clauses in prose. Everything is written to
 * `page->out` in order. */
#ifndef PAGE_WORDS_H
#define PAGE_WORDS_H

#include "export.h"
#include "written.h"

struct page {
    struct written out;
    struct arena *arena;
    const struct exported *table;
};

/* What people or scenarios wrote, escaped. */
void page_text(struct page *page, struct text text);
/* Our own, as it is. */
void page_raw(struct page *page, const char *html);
void page_element(struct page *page, const char *name, struct text words);
/* Its short name; the id, where there is none. */
struct text page_party(const struct page *page, struct text id);
void page_parties(struct page *page, const struct tree *ids);
/* A cell with the number of that name, or an empty one. */
void page_number(struct page *page, const struct tree *tree, const char *name);
/* A clause in prose. */
void page_clause(struct page *page, struct text id, const struct tree *terms);
/* A list of them; each member has the clause's id under `id_name`, and its terms. */
void page_clauses(struct page *page, const struct tree *clauses, const char *id_name);
/* Titles: of a kind of text, of a text. */
struct text page_kind(const struct page *page, struct text id);
struct text page_instrument(const struct page *page, struct text instrument);

#endif
