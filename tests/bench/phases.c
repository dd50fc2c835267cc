/* phases.c - how the time of an evaluation splits, seen through the public interface.
 *
 * phases PACK DATA DAY JOBS [json]   prints seconds of reading, evaluating, writing text (and JSON)
 *
 * One line of numbers for run.py: open evaluate text json text_bytes json_bytes, and the seconds of
 * processor that evaluating took: the median of five times, as by_hand.c is measured.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "junheng.h"

static double on(clockid_t clock) {
  struct timespec t;
  clock_gettime(clock, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double now(void) { return on(CLOCK_MONOTONIC); }

static bool count_bytes(void *payload, const char *bytes, size_t size) {
  (void)bytes;
  *(size_t *)payload += size;
  return true;
}

static int failed(const char *step, const jh_error *err) {
  char text[1024];
  jh_error_print(err, JH_EN, text, sizeof text);
  fprintf(stderr, "phases: %s: %s\n", step, text);
  return 1;
}

static double timed_write(jh_session *session, jh_format format, size_t *bytes, jh_error *err) {
  double began = now();
  jh_code code = jh_session_write(session, format, JH_ZH, count_bytes, bytes, err);
  return code ? -1 : now() - began;
}

enum { TIMES = 5 };

static int by_size(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

/* Evaluates again and again; the median of the seconds of processor, or below 0. */
static double timed_again(
    jh_session *session, const jh_evaluate_options *how, double first, jh_error *err) {
  double used[TIMES] = {first};
  for (size_t i = 1; i < TIMES; i++) {
    double began = on(CLOCK_PROCESS_CPUTIME_ID);
    if (jh_session_evaluate(session, how, err)) return -1;
    used[i] = on(CLOCK_PROCESS_CPUTIME_ID) - began;
  }
  qsort(used, TIMES, sizeof *used, by_size);
  return used[TIMES / 2];
}

static int run(
    jh_session *session, const jh_evaluate_options *how, bool with_json, double open,
    jh_error *err) {
  double began = now(), used = on(CLOCK_PROCESS_CPUTIME_ID);
  if (jh_session_evaluate(session, how, err)) return failed("evaluate", err);
  double evaluate = now() - began;
  used = timed_again(session, how, on(CLOCK_PROCESS_CPUTIME_ID) - used, err);
  if (used < 0) return failed("evaluate again", err);
  size_t text_bytes = 0, json_bytes = 0;
  double text = timed_write(session, JH_FORMAT_TEXT, &text_bytes, err);
  if (text < 0) return failed("write text", err);
  double json = with_json ? timed_write(session, JH_FORMAT_JSON, &json_bytes, err) : 0;
  if (json < 0) return failed("write JSON", err);
  printf(
      "%.6f %.6f %.6f %.6f %zu %zu %.6f\n", open, evaluate, text, json, text_bytes, json_bytes,
      used);
  return 0;
}

int main(int count, char **args) {
  if (count != 5 && count != 6) {
    fprintf(stderr, "usage: phases PACK DATA DAY JOBS [json]\n");
    return 2;
  }
  jh_error err;
  jh_session *session = NULL;
  jh_session_options what = {.rules = args[1], .data = args[2], .jobs = atoi(args[4])};
  double began = now();
  if (jh_session_open(&session, &what, &err)) {
    int status = failed("open", &err);
    jh_session_close(session);
    return status;
  }
  double open = now() - began;
  jh_evaluate_options how = {.on = args[3], .jobs = atoi(args[4])};
  int status = run(session, &how, count == 6, open, &err);
  jh_session_close(session);
  return status;
}
