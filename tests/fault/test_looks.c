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

/* What is asked of no session: it fails never, and takes no memory. */
static void about(written *out) {
  char share[4096];
  assert_true(jh_packs_has("national/quality-balance-2017"));
  assert_false(jh_packs_has("national/quality-balance-1817"));
  (void)take(out, jh_version(), strlen(jh_version()));
  assert_non_null(jh_share_folder(share, sizeof share));
  (void)take(out, share, strlen(share));
}

static jh_code packs(written *out, jh_error *err) {
  about(out);
  jh_code code = jh_packs_each("rules/provincial", take_name, out, err);
  if (!code) code = jh_packs_each("national/quality-balance-2017", take_name, out, err);
  return code;
}

static void tell(void *payload, jh_error *error) {
  char text[2048];
  (void)take(payload, text, jh_error_print(error, JH_ZH, text, sizeof text));
}

/* A list of what was noticed: one that finds no memory is counted, not kept. */
static jh_code noticed(written *out, jh_error *err) {
  enum { MANY = 25, CAP = 30, DROPPED = 5 };
  jh_diag *diag = jh_diag_open(CAP);
  if (!diag) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  for (uint32_t line = 1; line <= MANY; line++) {
    jh_error one;
    jh_place at = jh_place_of("schools.csv", line, 2);
    (void)jh_fail(&one, JH_EBLANK, &at, "teachers", NULL);
    jh_diag_add(diag, &one);
  }
  jh_diag_drop(diag, JH_ERROR, DROPPED);
  assert_int_equal(jh_diag_count(diag, JH_ERROR), MANY + DROPPED);
  assert_int_equal(
      jh_diag_kept(diag) + jh_diag_dropped(diag, JH_ERROR), jh_diag_count(diag, JH_ERROR));
  bool is_whole = jh_diag_kept(diag) == MANY;
  jh_diag_each(diag, tell, out);
  jh_diag_close(diag);
  return is_whole ? JH_OK : jh_fail(err, JH_ENOMEM, NULL, NULL);
}

TEST(so_it_is_while_problems_are_listed) { starve(noticed); }

TEST(want_of_memory_is_an_error_while_data_are_described) { starve(described); }

TEST(so_it_is_while_files_are_looked_at) { starve_large(previewed); }

TEST(so_it_is_while_a_dictionary_is_written) { starve(dictionary); }

TEST(so_it_is_while_a_pack_is_checked) { starve(checked); }

TEST(so_it_is_while_cases_are_run) { starve(cases); }

TEST(so_it_is_while_packs_are_looked_for) { starve(packs); }

TESTS(
    RUN(want_of_memory_is_an_error_while_data_are_described),
    RUN(so_it_is_while_files_are_looked_at), RUN(so_it_is_while_a_dictionary_is_written),
    RUN(so_it_is_while_problems_are_listed), RUN(so_it_is_while_a_pack_is_checked),
    RUN(so_it_is_while_cases_are_run), RUN(so_it_is_while_packs_are_looked_for))
