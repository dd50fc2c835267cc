/* test_data.c - memory runs out while data come in, are audited, or are asked for. */
#include "starve.h"

#include <unistd.h>

#include "intake/campus.h"
#include "intake/output.h"

jh_code __real_jh_output_begin(jh_output *out, jh_arena *arena, const char *folder, jh_error *err);
jh_code __wrap_jh_output_begin(jh_output *out, jh_arena *arena, const char *folder, jh_error *err);
jh_code __real_jh_campus_merge(jh_intake *in, jh_error *err);
jh_code __wrap_jh_campus_merge(jh_intake *in, jh_error *err);

/* What was read before this is tried by every one in other tasks, and here if all are asked for. */
jh_code __wrap_jh_campus_merge(jh_intake *in, jh_error *err) {
  tree.is_shut = false;
  return __real_jh_campus_merge(in, err);
}

/* From here on an import writes, and children would do so into one folder. */
jh_code __wrap_jh_output_begin(jh_output *out, jh_arena *arena, const char *folder, jh_error *err) {
  tree.is_shut = true;
  return __real_jh_output_begin(out, arena, folder, err);
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
  tree.is_shut = number_of("JUNHENG_FAULT_EVERY", 0) != 1;
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

TEST(want_of_memory_is_an_error_while_templates_are_written) { starve(filled); }

TEST(so_it_is_while_data_are_audited) { starve(validate); }

TEST(so_it_is_while_a_mapping_is_proposed) { starve_large(guess); }

TEST(so_it_is_while_what_is_imported_is_read) { starve(import); }

TEST(so_it_is_while_it_is_written) { starve_again(import); }

TESTS(
    RUN(want_of_memory_is_an_error_while_templates_are_written),
    RUN(so_it_is_while_what_is_imported_is_read), RUN(so_it_is_while_it_is_written),
    RUN(so_it_is_while_a_mapping_is_proposed), RUN(so_it_is_while_data_are_audited))
