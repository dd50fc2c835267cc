/* test_archive.c - memory runs out while runs are kept, run again and held against each other. */
#include "starve.h"

#include <unistd.h>

static jh_code keep(const char *path, const char *on, written *out, jh_error *err) {
  jh_session *session;
  jh_session_options options = {
      .rules = "tests/hostile/good/pack", .data = "tests/hostile/good/data", .share = "."};
  jh_evaluate_options how = {.on = on, .jobs = 1, .with_figures = true};
  jh_run_record record = {.session = &options, .on = on};
  jh_code code = jh_session_open(&session, &options, err);
  if (!code) code = jh_session_evaluate(session, &how, err);
  if (!code) code = jh_session_manifest(session, &record, take, out, err);
  if (!code) code = jh_session_archive(session, &record, path, NULL, err);
  jh_session_close(session);
  return code;
}

/* When a run was kept is another time each time: what is listed is not compared. */
static jh_code list(jh_runs_options how, jh_error *err) {
  written told = {0};
  how.payload = &told;
  jh_code code = jh_runs_list(&how, err);
  assert_true(code || told.size > 0);
  return code;
}

static jh_code whole(written *out, jh_error *err) {
  const char *path = JH_TEST_FOLDER "/starved.sqlite";
  bool is_same;
  (void)unlink(path), (void)unlink(JH_TEST_FOLDER "/starved.sqlite-wal");
  (void)unlink(JH_TEST_FOLDER "/starved.sqlite-shm");
  jh_code code = keep(path, "2024-09-01", out, err);
  if (!code) code = keep(path, "2023-09-01", out, err);
  jh_runs_options how = {.archive = path, .jobs = 1, .lang = JH_EN, .writer = take, .payload = out};
  if (!code) code = list(how, err);
  if (!code) code = jh_runs_show(&how, 1, err);
  if (!code) code = jh_runs_replay(&how, 1, &is_same, err);
  if (!code) code = jh_runs_why_differs(&how, 1, 2, &is_same, err);
  return code;
}

TEST(every_allocation_that_fails_is_an_error_or_does_no_harm) { starve_again(whole); }

TESTS(RUN(every_allocation_that_fails_is_an_error_or_does_no_harm))
