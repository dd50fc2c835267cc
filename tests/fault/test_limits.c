/* test_limits.c - memory runs out while numbers go out as a sheet, or while a filled sheet comes back. */
#include "starve.h"

static jh_code write_sheets(jh_session *session, written *out, jh_error *err) {
  const jh_format formats[] = {JH_FORMAT_XLSX, JH_FORMAT_CSV};
  jh_code code = JH_OK;
  for (size_t i = 0; i < COUNT(formats) && !code; i++) {
    const jh_limits_options how = {
        .on = "2024-09-01", .format = formats[i], .lang = JH_ZH, .writer = take, .payload = out};
    code = jh_session_limits(session, &how, NULL, err);
  }
  return code;
}

/* Of which pack the sheet is, and for which cells the lines of the written file stand. */
static void tell_lines(const jh_limits *limits, written *out) {
  jh_place cell;
  const char *pack = jh_limits_pack(limits);
  assert_null(pack); /* this sheet does not say */
  size_t count = 0;
  for (uint32_t line = 0; line < 60; line++) {
    if (!jh_limits_cell_of(limits, line, &cell)) continue;
    count++;
    (void)take(out, cell.name, strlen(cell.name));
    out->size += cell.line;
  }
  assert_true(count > 0);
}

static jh_code read_sheet(jh_session *session, written *out, jh_error *err) {
  jh_limits *limits = NULL;
  size_t edited = 0;
  const jh_limits_import how = {
      .otherwise = "Trial 1", .lang = JH_EN, .writer = take, .payload = out};
  jh_code code = jh_limits_open(&limits, "tests/fault/limits.csv", err);
  if (!code) code = jh_session_limits_import(session, limits, &how, &edited, err);
  if (!code) assert_int_equal(edited, 2);
  if (!code) tell_lines(limits, out);
  jh_limits_close(limits);
  return code;
}

static jh_code both_ways(written *out, jh_error *err) {
  jh_session *session;
  jh_session_options options = {.rules = "tests/hostile/good/pack", .share = "."};
  jh_code code = jh_session_open(&session, &options, err);
  if (!code) code = write_sheets(session, out, err);
  if (!code) code = read_sheet(session, out, err);
  jh_session_close(session);
  return code;
}

TEST(every_allocation_that_fails_is_an_error_or_does_no_harm) { starve(both_ways); }

TESTS(RUN(every_allocation_that_fails_is_an_error_or_does_no_harm))
