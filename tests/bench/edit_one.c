/* edit_one.c - the seconds of one edited cell with its county judged again, beside a full evaluation.
 *
 * edit_one PACK DATA DAY     one line: seconds of an edit, median of 200; seconds of a full evaluation,
 *                            median of 5; seconds of the first edit, which prepares the others
 *
 * Schools that stand evenly in the file of schools get another teaching area. Edits that the data refuse are not
 * counted. Counting and writing results is not part of it, as it is not of an evaluation.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "junheng.h"

enum { EDITS = 200, FULLS = 5, CODE = 32, MOST = 4000 };

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int by_size(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static double median(double *of, size_t count) {
  qsort(of, count, sizeof *of, by_size);
  return of[count / 2];
}

static int failed(const char *step, const jh_error *err) {
  char text[1024];
  jh_error_print(err, JH_EN, text, sizeof text);
  fprintf(stderr, "edit_one: %s: %s\n", step, text);
  return 1;
}

/* Codes of schools, evenly: the first field of every so-manieth line. */
static size_t read_codes(char (*out)[CODE], const char *folder) {
  char path[4096], line[1 << 14];
  size_t lines = 0, count = 0;
  snprintf(path, sizeof path, "%s/schools.csv", folder);
  FILE *file = fopen(path, "r");
  if (!file) return 0;
  while (fgets(line, sizeof line, file)) lines++;
  size_t step = lines / MOST + 1;
  rewind(file);
  for (size_t i = 0; fgets(line, sizeof line, file); i++) {
    if (i == 0 || i % step != 0 || count == MOST) continue;
    snprintf(out[count++], CODE, "%.*s", (int)strcspn(line, ","), line);
  }
  fclose(file);
  return count;
}

static double full(jh_session *session, const jh_evaluate_options *how, jh_error *err) {
  double times[FULLS];
  for (int i = 0; i < FULLS; i++) {
    double began = now();
    if (jh_session_evaluate(session, how, err)) return -1;
    times[i] = now() - began;
  }
  return median(times, FULLS);
}

/* One edit; false if the data refuse it. */
static bool edit(
    jh_session *session, const char *code, size_t number, double *seconds, jh_error *err) {
  char text[24];
  double began = now();
  snprintf(text, sizeof text, "%zu.5", 3000 + number % 900);
  bool is_done =
      jh_session_set_cell(session, "schools", code, "teaching_area_m2", text, err) == JH_OK;
  *seconds = now() - began;
  return is_done;
}

static int run(jh_session *session, const char *folder, const char *day, jh_error *err) {
  static char codes[MOST][CODE];
  double times[EDITS], first = 0, took;
  jh_evaluate_options how = {.on = day, .jobs = 1};
  size_t count = read_codes(codes, folder), done = 0;
  double whole = full(session, &how, err);
  if (whole < 0) return failed("evaluate", err);
  for (size_t i = 0; i < count && done < EDITS; i++) {
    size_t at = i * (count / EDITS + 1) % count;
    if (!edit(session, codes[at], i, &took, err)) continue;
    if (first == 0)
      first = took;
    else
      times[done++] = took;
  }
  if (done < EDITS) return failed("edit", err);
  printf("%.9f %.9f %.9f\n", median(times, EDITS), whole, first);
  return 0;
}

int main(int count, char **args) {
  if (count != 4) {
    fprintf(stderr, "usage: edit_one PACK DATA DAY\n");
    return 2;
  }
  jh_error err;
  jh_session *session = NULL;
  jh_session_options what = {.rules = args[1], .data = args[2], .jobs = 2};
  int status = jh_session_open(&session, &what, &err) ? failed("open", &err)
                                                      : run(session, args[2], args[3], &err);
  jh_session_close(session);
  return status;
}
