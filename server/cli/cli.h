/* The command line: one verb a file, `<verb>.c` with `<verb>_main`, listed in main.c.
 *
 * Data goes to standard output, words for people to standard error. Each returns the exit status:
 * 0, 1 (the thing is bad) or 2 (wrong usage), and answers `--help`. argv[0] is the verb. */
#ifndef CLI_H
#define CLI_H

int serve_main(int argc, char **argv);
int check_main(int argc, char **argv);
int eval_main(int argc, char **argv);
int score_main(int argc, char **argv);
int explore_main(int argc, char **argv);
int balance_main(int argc, char **argv);
int play_main(int argc, char **argv);
int new_main(int argc, char **argv);
int replay_main(int argc, char **argv);
int export_main(int argc, char **argv);

#endif
