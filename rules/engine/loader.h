/* Reading a scenario.json into a struct scenario: what the files of the loader share.
 *
 * Internal to the engine. Nothing stops at the first error: what is wrong is noted and stands for
 * something harmless, so that the rest is checked as well. Ids come first and formulas last, since
 * an expression may speak of whatever the file names anywhere. */
#ifndef LOADER_H
#define LOADER_H

#include "document.h"
#include "scenario.h"

/* Limits beside those of scenario.h; each is told by an error that names it. */
enum {
    VARIABLES_MAX = 1024,
    FORMULAS_MAX = 1024,
    CONDITIONS_MAX = 256,
    INSTRUMENTS_MAX = 256,
    TEMPLATES_MAX = 256,
    DECISIONS_MAX = 256,
    INJECTS_MAX = 1024,
    OUTCOMES_MAX = 256,
    EDITIONS_MAX = 64,
    AGENDA_MAX = 64,
    SCORE_ITEMS_MAX = 256,
    OPTIONS_MAX = 256,
    STRINGS_MAX = 4096,
    STRING_PLACES = 4 * STRINGS_MAX,
    FIELDS_MAX = 256,
    ROUNDS_MAX = 1000,
    MINUTES_MAX = 1000000,
    SEATS_MAX = 1000,
    FIRST_MOVES_MAX = 64,
    INSTRUCTIONS_MAX = 16,
    INSTRUCTION_CHARACTERS_MAX = 500,
    WORLD_SLOTS_MAX = 1 << 18,
    EACH_NESTING_MAX = 16,
    LOST_MAX = 16,
};

/* Where a name must differ from others: in expressions by itself, or behind a party or a region. */
enum name_space { NAMES_GLOBAL, NAMES_PARTY, NAMES_REGION, NAME_SPACES };

struct name {
    struct text id;
    const char *what; /* "a party" */
};

struct loader {
    struct arena *arena;
    struct scenario *scenario; /* being built */
    struct diagnostics *diagnostics;
    const struct document *document;
    const struct datum *root;
    struct name *names[NAME_SPACES];
    size_t name_counts[NAME_SPACES], name_capacities[NAME_SPACES];
    size_t string_capacity;
    uint32_t
        *string_places; /* [STRING_PLACES]: where strings are found by their hash; 0 or 1 + index */
    struct world blank; /* zeros, for what is the same in every world */
    uint32_t next_local;
    /* What is wrong in itself, so that whoever speaks of it is not blamed as well: names, and
     * kinds of names ("party") of which not all could be read. */
    struct text *broken;
    size_t broken_count, broken_capacity;
    const char *lost[LOST_MAX];
    size_t lost_count;
    size_t code_bytes;
    bool code_full;
};

/* loader.c: noting what is wrong, at a value or at its key. */
void fault(struct loader *loader, const struct datum *at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void fault_key(struct loader *loader, const struct datum *at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void warn_key(struct loader *loader, const struct datum *at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* At byte `offset` of a text. */
void fault_within(struct loader *loader, const struct datum *at, size_t offset,
                  struct text message);
void warn_within(struct loader *loader, const struct datum *at, size_t offset, struct text message);
void fault_missing(struct loader *loader, const struct datum *object, const char *key,
                   const char *why);
void warn(struct loader *loader, const struct datum *at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Notes that something is wrong with a value, and so with what holds it. The faults above do. */
void spoil(const struct datum *at);
/* Whether an error was told of the member under `key`, or of something in it. */
bool member_is_spoilt(const struct datum *object, const char *key);

/* loader_names.c: what is not to be blamed on those who speak of it. */
void mark_broken(struct loader *loader, struct text name);
bool name_is_broken(const struct loader *loader, struct text name);
void mark_lost(struct loader *loader, const char *what);
bool kind_is_lost(const struct loader *loader, const char *what);

/* loader_read.c: values of a kind. A missing or wrong one gives the other value or NULL. */
/* Whether a word is in a list that NULL ends. */
bool word_is_among(struct text word, const char *const *words);
void check_keys(struct loader *loader, const struct datum *object, const char *const *known);
bool expect_object(struct loader *loader, const struct datum *datum);
bool expect_list(struct loader *loader, const struct datum *datum);
bool expect_text(struct loader *loader, const struct datum *datum);
bool expect_int(struct loader *loader, const struct datum *datum);
/* Members of `object` under `key`; NULL where there is none, or where it is of another kind. With
 * `limit`: at most so many of `what`. */
const struct datum *read_object(struct loader *loader, const struct datum *object, const char *key);
const struct datum *read_list(struct loader *loader, const struct datum *object, const char *key);
size_t count_within(struct loader *loader, const struct datum *members, size_t limit,
                    const char *what);
/* A section of names; where it cannot be read, `what` is lost. */
const struct datum *read_section(struct loader *loader, const char *key, const char *what);
struct text read_text(struct loader *loader, const struct datum *object, const char *key,
                      struct text otherwise);
/* The text that a member is; never empty. */
struct text member_text(struct loader *loader, const struct datum *member);
struct text need_text(struct loader *loader, const struct datum *object, const char *key);
bool read_bool(struct loader *loader, const struct datum *object, const char *key, bool otherwise);
int64_t read_int(struct loader *loader, const struct datum *object, const char *key, int64_t low,
                 int64_t high, int64_t otherwise);
/* The index of the word that the text says, or `otherwise`. */
size_t read_word(struct loader *loader, const struct datum *object, const char *key,
                 const char *const *words, size_t otherwise);

/* loader_names.c: ids. */
/* That `id`, the key or the text of `datum`, is well formed. */
bool check_id(struct loader *loader, const struct datum *datum, struct text id);
/* Checks the key of a member as a new name in expressions. */
void claim_name(struct loader *loader, enum name_space space, const struct datum *datum,
                const char *what);
uint32_t intern_string(struct loader *loader, const struct datum *at, struct text string);
/* The index of the thing with this id, which is the key or the text of `datum` (every struct begins
 * with its id), or -1 with a fault that names the nearest. */
int find_id(struct loader *loader, const struct datum *datum, struct text id, const char *what,
            const void *items, size_t count, size_t size);
#define FIND_ID(loader, datum, what, items, count)                                                 \
    find_id((loader), (datum), (datum)->text, (what), (items), (count), sizeof(*(items)))
/* A list of party ids; each at most once. In file order to `order` where it is not NULL. */
party_set read_parties(struct loader *loader, const struct datum *object, const char *key,
                       uint32_t *order, size_t *count);
/* Whether a text names a party where a list of them is wanted; then with a fault. */
bool is_single_party(struct loader *loader, const struct datum *datum);
struct visibility read_visibility(struct loader *loader, const struct datum *object,
                                  const char *key, bool own_allowed);
/* "per": none, party or region. */
enum per read_per(struct loader *loader, const struct datum *object);
size_t per_count(const struct scenario *scenario, enum per per);

/* loader_rules.c: expressions and effects. */
const struct expression *compile(struct loader *loader, const struct datum *source,
                                 struct expression_request request);
const struct expression *compile_bool(struct loader *loader, const struct datum *source,
                                      unsigned context, const struct binding *it);
const struct expression *compile_int(struct loader *loader, const struct datum *source,
                                     unsigned context, const struct binding *it);
const struct expression *compile_parties(struct loader *loader, const struct datum *source,
                                         unsigned context, const struct binding *it);
/* The list of all parties, which is what `open_to` and `by` are where they are not given. */
const struct expression *compile_everyone(struct loader *loader);
struct binding binding_of(enum per per, size_t key);
/* Runs a list that must be the same in every world; false (with a fault) where it is not. */
bool constant_list(struct loader *loader, const struct datum *source, enum value_type type,
                   int64_t *values, size_t *count);
/* Whether an expression reads nothing of the world. */
bool expression_is_constant(const struct expression *expression);
/* A list of {that, else}, compiled in order. */
const struct requirement *read_requirements(struct loader *loader, const struct datum *list,
                                            unsigned context, const struct binding *it,
                                            size_t *count);
struct effects read_effects(struct loader *loader, const struct datum *list,
                            const struct binding *it);

/* domain_read.c */
enum value_type hold_type(enum hold hold);
/* Type, bounds, options of a variable or term, without `of`. */
struct domain read_domain(struct loader *loader, const struct datum *object, bool term);
/* Whether of what type it is, and with which options, is known. */
bool domain_type_is_sound(const struct datum *object, const struct domain *domain);
/* Whether values can be held against the domain that `object` describes: nothing of it is wrong. */
bool domain_is_sound(const struct datum *object, const struct domain *domain);
/* `of` of a term, once every name is known. */
void read_domain_of(struct loader *loader, const struct datum *object, struct domain *domain);
const struct option *read_options(struct loader *loader, const struct datum *object, size_t *count);
int64_t read_value(struct loader *loader, const struct datum *datum, const struct domain *domain);

/* clause_read.c: {days} and {it} in a clause's text stand for its terms and its key. */
void check_places(struct loader *loader, const struct datum *source,
                  const struct clause_type *type);

/* score_read.c: marks a clause type's keys, or one key, that a text names. */
bool mark_keys(struct loader *loader, const struct datum *datum, bool *marked);

/* instrument_read.c: whom `open_to` allows where that never changes, else everyone. */
party_set open_parties(const struct loader *loader, const struct instrument_type *type);

/* advice.c: warns of what an author cannot have meant; only where there is no error. */
void advise(struct loader *loader);

/* label.c: that nobody is shown what it may not see. */
void check_labels(struct loader *loader);

/* One file a section: first all names, then, with every name known, all rules. */
void declare_parties(struct loader *loader);
void declare_regions(struct loader *loader);
void declare_agenda(struct loader *loader);
void declare_phases(struct loader *loader);
void declare_variables(struct loader *loader);
void declare_formulas(struct loader *loader);
void declare_clauses(struct loader *loader);
void declare_conditions(struct loader *loader);
void declare_instruments(struct loader *loader);
void declare_decisions(struct loader *loader);
void compile_formulas(struct loader *loader);
void list_clause_keys(struct loader *loader);
void compile_clauses(struct loader *loader);
void compile_conditions(struct loader *loader);
void compile_instruments(struct loader *loader);
void compile_decisions(struct loader *loader);
void load_injects(struct loader *loader);
void compile_phases(struct loader *loader);
void load_scores(struct loader *loader);
void load_outcomes(struct loader *loader);
void load_editions(struct loader *loader);
void load_casting(struct loader *loader);
void load_instructions(struct loader *loader);
void load_analysis(struct loader *loader);

/* scenario_texts.c: what lies beside scenario.json. */
struct scenario_files;
/* The value that a path such as "clauses.ceasefire.title" names, or NULL. */
const struct datum *datum_find(const struct datum *datum, struct text path);
void load_other_files(struct loader *loader, const struct scenario_files *files);

/* scenario_locale.c: a scenario in another language. `locale` is the object that its file is. */
/* Puts the texts of a locale in the place of a document's own. */
void locale_lay_over(const struct datum *root, const struct datum *locale);
/* The files beside scenario.json as the locale has them, and no other locale. */
struct scenario_files locale_files(const struct scenario_files *files, const struct datum *locale,
                                   struct arena *arena);
/* What stands in the document, and what the locale has for it. */
void locale_list_phrases(const struct datum *root, const struct datum *locale,
                         struct translation *translation, struct arena *arena);

/* world.c: gives every name its slots; false (with a fault) where there would be too many. */
bool world_lay_out(struct loader *loader);
void world_fill_start(struct loader *loader);

#endif
