/* The files of a scenario: read from a folder or from a bundle, and bundled.
 *
 * Only what the format knows belongs to a scenario: scenario.json, teaching.md, map.svg,
 * briefings and locale. Notes beside them do not change its hash. */
#ifndef SCENARIO_FILES_H
#define SCENARIO_FILES_H

#include "diagnostic.h"

/* More than these in one folder, and more bytes in all files together, are refused. */
enum { FOLDER_FILES_MAX = 256, SCENARIO_BYTES_MAX = 16 << 20 };

struct scenario_file {
    struct text name; /* relative to the folder, with '/' */
    struct text bytes;
    bool refused; /* it is there, but could not be read: why has been told */
};

struct scenario_files {
    struct scenario_file *items; /* in the order of their names */
    size_t count;
};

/* Reads what there is, in `arena`; what cannot be read is told. */
struct scenario_files files_read_folder(const char *folder, struct arena *arena,
                                        struct diagnostics *diagnostics);

/* The same from a bundle, whose bytes are borrowed. False where it is none. */
bool files_read_bundle(struct text bundle, struct arena *arena, struct scenario_files *files);

/* All files as one text: for each its name, its length and its bytes. */
struct text files_bundle(const struct scenario_files *files, struct arena *arena);

/* The file of that name, or NULL. */
const struct scenario_file *files_find(const struct scenario_files *files, struct text name);

/* "briefings/fra.md" in folder "briefings/" with ending ".md" is "fra"; empty where it is not of
 * that form. */
struct text file_stem(struct text name, struct text folder, struct text ending);

/* Whether a text of scenario.json is for people to read, and so has another in each language: by
 * its key (empty in a list) and the key of what it stands in. */
bool text_is_translated(struct text key, struct text holder);

#endif
