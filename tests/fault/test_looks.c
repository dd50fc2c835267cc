/* test_looks.c - memory runs out while data are looked at, or a pack is checked without any. */
#include "starve.h"

#include <unistd.h>

#define PACK "tests/hostile/good/pack"

/* What was read, and how it would be read, in every form. */
static jh_code described(written *out, jh_error *err) {
  jh_session *session;
  jh_session_options options = {
      .rules = PACK, .data = "tests/hostile/good/data", .share = ".", .all_columns = true};
  jh_code code = jh_session_open(&session, &options, err);
  if (!code) code = jh_session_describe(session, JH_FORMAT_TEXT, JH_ZH, take, out, err);
  if (!code) code = jh_session_describe(session, JH_FORMAT_JSON, JH_EN, take, out, err);
  jh_session_close(session);
  return code;
}

static jh_code preview_of(const char *data, written *out, jh_error *err) {
  jh_session *session;
  jh_session_options options = {
      .dictionary = "national", .data = data, .share = ".", .only_preview = true};
  const jh_format formats[] = {JH_FORMAT_TEXT, JH_FORMAT_JSON};
  jh_code code = jh_session_open(&session, &options, err);
  for (size_t i = 0; i < COUNT(formats) && !code; i++)
    code = jh_session_preview(session, data, NULL, formats[i], JH_EN, take, out, err);
  if (!code) out->size += jh_session_unreadable(session);
  jh_session_close(session);
  return code;
}

static jh_code previewed(written *out, jh_error *err) {
  jh_code code = preview_of("tests/golden/preview", out, err);
  return code ? code : preview_of("tests/golden/guess/office", out, err);
}

static jh_code dictionary(written *out, jh_error *err) {
  jh_session *session;
  jh_session_options options = {.rules = PACK, .share = "."};
  const jh_format formats[] = {JH_FORMAT_TEXT, JH_FORMAT_JSON};
  jh_code code = jh_session_open(&session, &options, err);
  for (size_t i = 0; i < COUNT(formats) && !code; i++) {
    const jh_dictionary_options how = {
        .packs = &session,
        .pack_count = 1,
        .format = formats[i],
        .lang = i ? JH_EN : JH_ZH,
        .writer = take,
        .payload = out};
    code = jh_session_dictionary(session, &how, err);
  }
  jh_session_close(session);
  return code;
}

/* A pack's cases, what looks wrong in it, and what is wrong with its prices. */
static jh_code checked(written *out, jh_error *err) {
  static const char *const reforms[] = {"tests/fault/two.lua"};
  jh_session *session;
  jh_session_options options = {
      .rules = PACK, .reforms = reforms, .reform_count = 1, .share = ".", .with_cases = true};
  jh_code code = jh_session_open(&session, &options, err);
  if (!code) code = jh_session_check_prices(session, err);
  if (!code) code = jh_session_check_rules(session, err);
  if (!code) out->size += jh_diag_count(jh_session_diag(session), JH_WARNING);
  jh_session_close(session);
  return code;
}

/* Some of these cases fail, and are explained. */
static jh_code cases(written *out, jh_error *err) {
  jh_session *session;
  size_t failing;
  jh_session_options options = {.rules = "tests/golden/gaps", .share = ".", .with_cases = true};
  jh_code code = jh_session_open(&session, &options, err);
  if (!code) code = jh_session_cases(session, JH_ZH, take, out, &failing, err);
  jh_session_close(session);
  return code;
}

static bool take_name(void *payload, const char *pack) { return take(payload, pack, strlen(pack)); }

static jh_code packs(written *out, jh_error *err) {
  jh_code code = jh_packs_each("rules/provincial", take_name, out, err);
  if (!code) code = jh_packs_each("national/county-2017", take_name, out, err);
  return code;
}

TEST(want_of_memory_is_an_error_while_data_are_described) { starve(described); }

TEST(so_it_is_while_files_are_looked_at) { starve_large(previewed); }

TEST(so_it_is_while_a_dictionary_is_written) { starve(dictionary); }

TEST(so_it_is_while_a_pack_is_checked) { starve(checked); }

TEST(so_it_is_while_cases_are_run) { starve(cases); }

TEST(so_it_is_while_packs_are_looked_for) { starve(packs); }

TESTS(
    RUN(want_of_memory_is_an_error_while_data_are_described),
    RUN(so_it_is_while_files_are_looked_at), RUN(so_it_is_while_a_dictionary_is_written),
    RUN(so_it_is_while_a_pack_is_checked), RUN(so_it_is_while_cases_are_run),
    RUN(so_it_is_while_packs_are_looked_for))
