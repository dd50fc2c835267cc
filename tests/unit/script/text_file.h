/* text_file.h - runs texts as if they were files: each is written to the test's folder first. */
#ifndef JH_TESTS_UNIT_SCRIPT_TEXT_FILE_H
#define JH_TESTS_UNIT_SCRIPT_TEXT_FILE_H

#include <unistd.h>

#include "model/plan.h"
#include "script/script.h"

static const char *const small_dictionary =
    "dictionary \"small\" { name = \"small\", version = \"1\" }\n"
    "table_of \"counties\" { name = \"县\", level = \"county\", key = \"county_code\", columns = "
    "{\n"
    "  column \"county_code\" { name = \"代码\", type = \"code\" },\n"
    "  column \"is_poor\" { name = \"贫困\", type = \"bool\" },\n"
    "} }\n"
    "table_of \"schools\" { name = \"学校\", level = \"school\", key = \"school_code\",\n"
    "  parent = \"counties\", by = \"county_code\", columns = {\n"
    "  column \"school_code\" { name = \"学校代码\", type = \"code\" },\n"
    "  column \"county_code\" { name = \"县代码\", type = \"code\" },\n"
    "  column \"kind\" { name = \"类型\", type = \"choice\", choices = {\n"
    "    { \"town\", name = \"镇\" }, { \"village\", name = \"村\" } } },\n"
    "  column \"primary_students\" { name = \"小学在校生数\", type = \"count\", unit = \"student\" "
    "},\n"
    "  column \"junior_students\" { name = \"初中在校生数\", type = \"count\", unit = \"student\" "
    "},\n"
    "  column \"teachers\" { name = \"教师数\", also = { \"专任教师\" }, type = \"count\", unit = "
    "\"teacher\" },\n"
    "  column \"area_m2\" { name = \"面积\", type = \"decimal\", unit = \"m2\" },\n"
    "  column \"note\" { name = \"备注\", type = \"text\" },\n"
    "} }\n"
    "table_of \"rooms\" { name = \"教室\", level = \"room\", parent = \"schools\", by = "
    "\"school_code\",\n"
    "  columns = {\n"
    "  column \"school_code\" { name = \"学校代码\", type = \"code\" },\n"
    "  column \"room_area_m2\" { name = \"教室面积\", type = \"decimal\", unit = \"m2\" },\n"
    "} }\n";

static const char *const small_head =
    "pack \"test/small\" { name = \"small\", version = \"1.0.0\", dictionary = \"small.lua\",\n"
    "  document = document \"文〔2020〕1号\" { title = \"t\" }, in_force = \"2020-01-01\",\n"
    "  coverage = \"complete\", files = { \"article\" } }\n";

static const char *const small_stages =
    "stages { { \"primary\", name = \"小学\", when = school.primary_students:above(0) },"
    " { \"junior\", name = \"初中\", when = school.junior_students:above(0) } } "
    "quantity \"students\" { of = stage, name = \"在校生数\", value = by_stage {"
    " primary = school.primary_students, junior = school.junior_students } }\n";

/* Where a text is written: by process, since tests run side by side. */
static inline const char *text_path(const char *name) {
  static char path[512];
  (void)snprintf(path, sizeof path, "%s/%ld-%s", JH_TEST_FOLDER, (long)getpid(), name);
  return path;
}

/* Writes a text to the test's folder and runs it under a name. */
static inline jh_code run_text(
    jh_script *script, jh_script_kind kind, const char *name, const char *text, size_t size,
    jh_error *err) {
  FILE *file = fopen(text_path(name), "wb");
  assert_non_null(file);
  assert_int_equal(fwrite(text, 1, size, file), size);
  assert_int_equal(fclose(file), 0);
  jh_code code = jh_script_run(script, kind, text_path(name), name, err);
  assert_int_equal(remove(text_path(name)), 0);
  return code;
}

/* A plan with dictionary, head and stages, then one article. Fills *err; the plan is closed. */
static inline jh_code run_article_with(
    const char *text, size_t size, const jh_script_limits *limits, jh_error *err) {
  jh_plan *plan;
  jh_script *script;
  assert_int_equal(jh_plan_open(&plan, err), JH_OK);
  assert_int_equal(jh_script_open(&script, plan, limits, err), JH_OK);
  jh_code code = run_text(script, JH_SCRIPT_HEAD, "pack.lua", small_head, strlen(small_head), err);
  if (!code) {
    code = run_text(
        script, JH_SCRIPT_DICTIONARY, "small.lua", small_dictionary, strlen(small_dictionary), err);
  }
  if (!code) {
    code = run_text(script, JH_SCRIPT_PACK, "stages.lua", small_stages, strlen(small_stages), err);
  }
  assert_int_equal(code, JH_OK);
  code = run_text(script, JH_SCRIPT_PACK, "article.lua", text, size, err);
  if (!code) code = jh_script_finish(script, NULL, 0, err);
  jh_script_close(script);
  jh_plan_close(plan);
  return code;
}

static inline jh_code run_article(const char *text, jh_error *err) {
  return run_article_with(text, strlen(text), NULL, err);
}

#endif
