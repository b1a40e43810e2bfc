#include "page_words.h"

#include <inttypes.h>
#include <string.h>

/* --- words --- */

void page_text(struct page *page, struct text text)
{
    for (size_t at = 0; at < text.length; at++) {
        char letter = text.at[at];
        struct text word = {&text.at[at], 1};
        write_text(&page->out, letter == '&'    ? TEXT("&amp;")
                               : letter == '<'  ? TEXT("&lt;")
                               : letter == '>'  ? TEXT("&gt;")
                               : letter == '"'  ? TEXT("&quot;")
                               : letter == '\'' ? TEXT("&#39;")
                                                : word);
    }
}

void page_raw(struct page *page, const char *html)
{
    write_text(&page->out, text_of(html));
}

void page_element(struct page *page, const char *name, struct text words)
{
    write_print(&page->out, "<%s>", name);
    page_text(page, words);
    write_print(&page->out, "</%s>", name);
}

struct text page_party(const struct page *page, struct text id)
{
    int party = scenario_party(page->table->scenario, id);
    return party < 0 ? id : page->table->scenario->parties[party].short_name;
}

void page_parties(struct page *page, const struct tree *ids)
{
    for (size_t at = 0; ids && at < ids->count; at++) {
        page_raw(page, at > 0 ? ", " : "");
        page_text(page, page_party(page, ids->members[at].value->text));
    }
}

void page_number(struct page *page, const struct tree *tree, const char *name)
{
    int64_t number;
    page_raw(page, "<td class=\"n\">");
    if (tree_get_int(tree, text_of(name), &number))
        write_print(&page->out, "%" PRId64, number);
    page_raw(page, "</td>");
}

/* --- clauses in prose --- */

static struct text option_label(const struct term *term, struct text id)
{
    for (size_t at = 0; at < term->domain.option_count; at++)
        if (text_equal(term->domain.options[at].id, id))
            return term->domain.options[at].label;
    return id;
}

static void value_words(struct page *page, const struct term *term, const struct tree *value)
{
    if (!value)
        return;
    if (value->kind == TREE_INT)
        write_print(&page->out, "%" PRId64, value->number);
    else if (value->kind == TREE_BOOL)
        page_raw(page, value->flag ? "yes" : "no");
    else if (value->kind == TREE_LIST)
        page_parties(page, value);
    else if (term->domain.hold == HOLD_PARTY)
        page_text(page, page_party(page, value->text));
    else if (term->domain.hold == HOLD_REGION &&
             scenario_region(page->table->scenario, value->text) >= 0)
        page_text(page, page->table->scenario
                            ->regions[scenario_region(page->table->scenario, value->text)]
                            .name);
    else
        page_text(page, option_label(term, value->text));
}

static struct text key_words(const struct scenario *scenario, const struct clause_key *key)
{
    enum per per = scenario->clause_types[key->type].per;
    return per == PER_PARTY    ? scenario->parties[key->key].name
           : per == PER_REGION ? scenario->regions[key->key].name
                               : TEXT("");
}

/* What stands between braces: a term, or whom or what the clause is about. */
static void place_words(struct page *page, const struct clause_key *key, struct text name,
                        const struct tree *terms)
{
    const struct clause_type *type = &page->table->scenario->clause_types[key->type];
    for (size_t at = 0; at < type->term_count; at++)
        if (text_equal(type->terms[at].id, name)) {
            value_words(page, &type->terms[at], tree_get(terms, name));
            return;
        }
    page_text(page, key_words(page->table->scenario, key));
}

void page_clause(struct page *page, struct text id, const struct tree *terms)
{
    const struct scenario *scenario = page->table->scenario;
    int found = scenario_key(scenario, id);
    if (found < 0) {
        page_text(page, id);
        return;
    }
    const struct clause_key *key = &scenario->keys[found];
    struct text text = scenario->clause_types[key->type].text;
    for (size_t at = 0; at < text.length;) {
        const char *open = memchr(text.at + at, '{', text.length - at);
        const char *close = open ? memchr(open, '}', text.length - (size_t)(open - text.at)) : NULL;
        size_t until = close ? (size_t)(open - text.at) : text.length;
        page_text(page, (struct text){text.at + at, until - at});
        if (!close)
            return;
        place_words(page, key, (struct text){open + 1, (size_t)(close - open) - 1}, terms);
        at = (size_t)(close - text.at) + 1;
    }
}

void page_clauses(struct page *page, const struct tree *clauses, const char *id_name)
{
    page_raw(page, "<ol>");
    for (size_t at = 0; clauses && at < clauses->count; at++) {
        const struct tree *clause = clauses->members[at].value;
        page_raw(page, "<li>");
        page_clause(page, tree_text_of(clause, id_name), tree_get(clause, TEXT("terms")));
        page_raw(page, "</li>");
    }
    page_raw(page, "</ol>");
}

struct text page_kind(const struct page *page, struct text id)
{
    int kind = scenario_instrument(page->table->scenario, id);
    return kind < 0 ? id : page->table->scenario->instruments[kind].title;
}

struct text page_instrument(const struct page *page, struct text instrument)
{
    const struct tree *texts = tree_get(page->table->story, TEXT("texts"));
    return page_kind(page, tree_text_of(tree_get(texts, instrument), "kind"));
}
