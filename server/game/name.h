/* What texts, their versions and their articles are called, by who looks.
 *
 * Those invited to a text (and control) share its own name, its count of versions and its
 * articles' names: they must be able to speak of the same thing. To all others the text begins
 * where it becomes public. What they call it must say nothing of what came before, and a name
 * given when it was drafted always would: with the same author, kind and guests there may have
 * been other drafts before it, and other words or guests in it, and whatever the name is made of
 * - a count, a clock, the words - differs with them. So outsiders have names of their own, made
 * of what they see when the text becomes public: the author, the kind, who is invited by then, and
 * how many like it they saw before. Where nothing was kept from them it is the text's own name.
 * An outsider counts versions, and names articles, from there on as well. */
#ifndef NAME_H
#define NAME_H

#include "state.h"
#include "view.h"

struct namer {
    const struct position *position;
    struct seed seed;
    struct audience audience;
    struct arena *arena;
};

/* What a new draft of this author, kind and guests is named by, and its own name. */
struct naming naming_of_draft(const struct position *position, int author, uint32_t kind,
                              party_set guests);
struct text naming_name(const struct scenario *scenario, struct seed seed, int author,
                        uint32_t kind, struct naming naming, struct arena *arena);
/* What a text becomes public by; ask before it is. */
struct naming naming_of_public(const struct position *position, const struct instrument *text);

/* Control, and parties invited to it or witnessing it. */
bool text_shared_with(const struct instrument *text, struct audience audience);
/* The text must be one that the audience sees. */
struct text text_name(const struct namer *namer, const struct scenario *scenario,
                      const struct instrument *text);
/* The text that the audience sees under this name. Its own name will do as well, whoever uses it.
 * NULL where there is none. */
const struct instrument *text_named(const struct namer *namer, const struct scenario *scenario,
                                    struct text name);
/* What the audience calls the version of this number. */
uint32_t version_number(const struct namer *namer, const struct instrument *text, uint32_t number);
/* What the audience calls an article of any version that it sees. */
struct text article_name(const struct namer *namer, const struct scenario *scenario,
                         const struct instrument *text, struct text id);
/* The own name of the article that the audience calls so in the newest version, which it must see;
 * empty where there is none. */
struct text article_named(const struct namer *namer, const struct scenario *scenario,
                          const struct instrument *text, struct text name);
/* When the audience came to see the text, in an order of its own; 0: it does not. */
uint32_t text_sight(const struct namer *namer, const struct instrument *text);

#endif
