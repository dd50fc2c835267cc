/* test_session.c - memory runs out anywhere between opening a pack and printing the evidence.
 *
 * The linker puts the functions of support/scarce.h in the place of malloc's
 * family, for this program and the engine in it (not for libraries of others). A whole
 * run on a small dataset is repeated with one allocation failing: the first
 * ones each, later ones in growing steps, until a run finds all its memory.
 * Each ends in success or in a clear error, never in a verdict from half the
 * data, and gives back what it took.
 */
#include "support/test.h"

#include "support/scarce.h"

#include <unistd.h>

#include "junheng.h"

/* What was written, kept as a sum so that two runs can be compared. */
typedef struct written {
  uint64_t sum;
  size_t size;
} written;

static bool take(void *payload, const char *bytes, size_t count) {
  written *out = payload;
  for (size_t i = 0; i < count; i++) out->sum = out->sum * 31 + (unsigned char)bytes[i];
  out->size += count;
  return true;
}

static bool take_page(void *payload, const char *path, const char *bytes, size_t count) {
  return take(payload, path, strlen(path)) && take(payload, bytes, count);
}

static jh_code run_rules(jh_session *session, written *out, jh_error *err) {
  jh_session *both[] = {session, session};
  jh_rules_options how = {.all = true, .lang = JH_ZH, .writer = take, .payload = out};
  jh_code code = jh_session_rules_show(session, &how, err);
  if (!code) code = jh_session_rules_compare(both, 2, &how, err);
  how.format = JH_FORMAT_JSON;
  if (!code) code = jh_session_rules_compare(both, 2, &how, err);
  if (!code) code = jh_session_rulebook(both, 1, take_page, out, err);
  if (!code) code = jh_session_check_rules(session, err);
  return code;
}

static jh_code run(jh_session *session, written *out, jh_error *err) {
  jh_evaluate_options how = {.on = "2024-09-01", .jobs = 1, .with_figures = true};
  jh_code code = jh_session_evaluate(session, &how, err);
  if (!code) code = jh_session_write(session, JH_FORMAT_TEXT, JH_ZH, take, out, err);
  if (!code) code = jh_session_write(session, JH_FORMAT_JSON, JH_EN, take, out, err);
  if (!code) code = jh_session_rules(session, NULL, NULL, JH_FORMAT_TEXT, JH_EN, take, out, err);
  if (!code) {
    code = jh_session_explain(session, "990101", NULL, JH_FORMAT_TEXT, JH_EN, take, out, err);
  }
  if (!code) code = run_rules(session, out, err);
  return code;
}

/* The same data judged by another pack, held against the first. */
static jh_code compare(jh_session *before, written *out, jh_error *err) {
  jh_session *after;
  jh_session_options options = {
      .rules = "tests/fault/stricter",
      .data = "tests/hostile/good/data",
      .dictionary = "tests/hostile/good/pack/dictionary.lua",
      .share = "."};
  jh_evaluate_options how = {.on = "2024-09-01", .jobs = 1};
  const jh_format formats[] = {JH_FORMAT_TEXT, JH_FORMAT_JSON, JH_FORMAT_CSV};
  jh_code code = jh_session_open(&after, &options, err);
  if (!code) code = jh_session_evaluate(after, &how, err);
  for (size_t i = 0; i < COUNT(formats) && !code; i++)
    code = jh_session_compare(before, after, formats[i], JH_EN, take, out, NULL, err);
  jh_session_close(after);
  return code;
}

static jh_code whole(written *out, jh_error *err) {
  jh_session *session;
  jh_session_options options = {
      .rules = "tests/hostile/good/pack", .data = "tests/hostile/good/data", .share = "."};
  jh_code code = jh_session_open(&session, &options, err);
  if (!code) code = run(session, out, err);
  if (!code) code = compare(session, out, err);
  jh_session_close(session);
  return code;
}

/* The proof of a pack's cases, and new cases for what is missing. */
static jh_code proof(written *out, jh_error *err) {
  jh_session *session;
  size_t missing;
  jh_proof_sinks sinks = {
      .report = take, .report_payload = out, .cases = take, .cases_payload = out};
  jh_session_options options = {.rules = "tests/golden/gaps", .share = ".", .with_cases = true};
  jh_code code = jh_session_open(&session, &options, err);
  if (!code) code = jh_session_edges(session, JH_EN, &sinks, &missing, err);
  if (!code) code = jh_session_mutate(session, JH_ZH, &sinks, &missing, err);
  jh_session_close(session);
  return code;
}

/* Tables to be filled, with data that are not all there, as a workbook and as text. */
static jh_code filled(written *out, jh_error *err) {
  jh_session *session;
  jh_session_options options = {
      .rules = "tests/hostile/good/pack",
      .data = "tests/hostile/good/data",
      .share = ".",
      .is_sparse = true};
  jh_template_options how = {
      .by_county = true, .format = JH_FORMAT_XLSX, .writer = take_page, .payload = out};
  jh_code code = jh_session_open(&session, &options, err);
  if (!code) code = jh_session_template(session, &how, err);
  how.format = JH_FORMAT_CSV;
  if (!code) code = jh_session_template(session, &how, err);
  jh_session_close(session);
  return code;
}

/* The auditor over two years of doubtful data. */
static jh_code validate(written *out, jh_error *err) {
  jh_session *session;
  const jh_format formats[] = {JH_FORMAT_TEXT, JH_FORMAT_JSON, JH_FORMAT_CSV, JH_FORMAT_XLSX};
  jh_session_options options = {
      .rules = "tests/fault/doubtful",
      .data = "tests/fault/doubtful",
      .share = ".",
      .all_columns = true,
      .audits = true};
  jh_validate_options how = {.with_impact = true, .jobs = 1};
  jh_code code = jh_session_open(&session, &options, err);
  if (!code) code = jh_session_validate(session, &how, NULL, err);
  for (size_t i = 0; i < COUNT(formats) && !code; i++)
    code = jh_session_write_problems(session, formats[i], JH_ZH, take, out, err);
  jh_session_close(session);
  return code;
}

/* A mapping proposed for workbooks, text and forms. */
static jh_code guess(written *out, jh_error *err) {
  jh_session *session;
  size_t open;
  jh_session_options options = {.dictionary = "national", .share = "."};
  jh_guess_options how = {
      .folder = "tests/golden/guess/office",
      .strictly = true,
      .lang = JH_ZH,
      .writer = take,
      .payload = out};
  jh_code code = jh_session_open(&session, &options, err);
  if (!code) code = jh_session_guess(session, &how, &open, err);
  jh_session_close(session);
  return code;
}

/* Workbook, text and forms into a dataset; what was written is told by its list of hashes. */
static jh_code import_by(const char *mapping, written *out, jh_error *err) {
  jh_session *session;
  jh_import_count count;
  char folder[300], list[400], bytes[4096];
  (void)snprintf(folder, sizeof folder, "%s/imported-%ld", JH_TEST_FOLDER, (long)getpid());
  (void)snprintf(list, sizeof list, "%s/origins/files.sha256", folder);
  jh_import_options how = {.mapping = mapping, .output = folder, .share = "."};
  jh_code code = jh_session_import(&session, &how, &count, err);
  jh_session_close(session);
  FILE *file = code ? NULL : fopen(list, "rb");
  if (file) take(out, bytes, fread(bytes, 1, sizeof bytes, file));
  if (file) fclose(file);
  return code;
}

static jh_code import(written *out, jh_error *err) {
  jh_code code = import_by("tests/golden/office/text/mapping.lua", out, err);
  return code ? code : import_by("tests/golden/office/forms/mapping.lua", out, err);
}

static bool is_want_of_memory(jh_code code) { return code == JH_ENOMEM || code == JH_EMEMORY; }

/* A task with one allocation failing, the first ones each, later ones in growing steps. */
static void starve(jh_code (*task)(written *, jh_error *)) {
  jh_error err = {0};
  written good = {0};
  assert_int_equal(task(&good, &err), JH_OK);
  size_t runs = 0;
  failed = true;
  for (long n = 0; failed; n += 1 + n / 40) {
    long before = alive;
    written out = {0};
    failed = false;
    left = n;
    jh_code code = task(&out, &err);
    left = -1;
    runs++;
    if (code && !(failed && is_want_of_memory(code))) {
      fail_msg("allocation %ld: code %d %s", n, (int)code, err.args[0]);
    }
    if (alive != before) fail_msg("allocation %ld: %ld blocks lost", n, alive - before);
    if (!code && (out.sum != good.sum || out.size != good.size)) {
      fail_msg("allocation %ld: another result", n);
    }
  }
  printf("%zu runs with one allocation failing\n", runs);
}

TEST(every_allocation_that_fails_is_an_error_or_does_no_harm) { starve(whole); }

TEST(so_it_is_while_the_cases_are_proven) { starve(proof); }

TEST(so_it_is_while_templates_are_written) { starve(filled); }

TEST(so_it_is_while_data_are_audited) { starve(validate); }

TEST(so_it_is_while_a_mapping_is_proposed) { starve(guess); }

TEST(so_it_is_while_files_are_imported) { starve(import); }

TESTS(
    RUN(so_it_is_while_templates_are_written), RUN(so_it_is_while_files_are_imported),
    RUN(so_it_is_while_a_mapping_is_proposed), RUN(so_it_is_while_data_are_audited),
    RUN(so_it_is_while_the_cases_are_proven),
    RUN(every_allocation_that_fails_is_an_error_or_does_no_harm))
