/* pack.h - loads a small pack from texts, for the tests of study/. */
#ifndef JH_TESTS_STUDY_PACK_H
#define JH_TESTS_STUDY_PACK_H

#include "support/test.h"

#include "pack/load.h"

static const char pack_head[] =
    "pack \"p\" { name = \"n\", version = \"1\", dictionary = \"words.lua\", in_force = "
    "\"2020-01-01\",\n document = document \"文\" { title = \"t\" }, coverage = \"complete\", "
    "files = "
    "{ \"article\" } }\n";

static const char pack_words[] =
    "table_of \"counties\" { name = \"县\", level = \"county\", key = \"code\", columns = {\n"
    " column \"code\" { name = \"c\", type = \"code\" },\n"
    " column \"share\" { name = \"p\", type = \"decimal\", scale = 2, unit = \"percent\", min = 0,"
    " max = 100 } } }\n"
    "table_of \"schools\" { name = \"校\", level = \"school\", key = \"id\", parent = "
    "\"counties\",\n"
    " by = \"county\", columns = { column \"id\" { name = \"i\", type = \"code\" },\n"
    " column \"county\" { name = \"d\", type = \"code\" },\n"
    " column \"kind\" { name = \"k\", type = \"choice\", choices = { { \"a\", name = \"甲\" },"
    " { \"b\", name = \"乙\" } } },\n"
    " column \"students\" { name = \"s\", type = \"count\", unit = \"student\", min = 0 },\n"
    " column \"area_m2\" { name = \"a\", type = \"decimal\", scale = 2, unit = \"m2\", min = 0 },\n"
    " column \"teachers\" { name = \"t\", type = \"count\", unit = \"teacher\", min = 0 } } }\n";

static void pack_write(const char *folder, const char *name, const char *text) {
  char path[700];
  (void)snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE *file = fopen(path, "wb");
  assert_non_null(file);
  assert_true(fputs(text, file) >= 0);
  assert_int_equal(fclose(file), 0);
}

static const char pack_last[] = "verdict \"last\" { name = \"l\", clause = \"9\", of = county, "
                                "holds = county.share:above(1) }\n";

/* The plan of a pack of one article and its cases; `name`: of the test, for its folder. A verdict
 * "last" is added where there is none. */
static jh_plan *pack_load(const char *name, const char *article, const char *cases) {
  char folder[600], command[700], text[1024];
  jh_plan *plan = NULL;
  jh_error err;
  (void)snprintf(folder, sizeof folder, "%s/%s", JH_TEST_FOLDER, name);
  (void)snprintf(command, sizeof command, "mkdir -p '%s/cases'", folder);
  assert_int_equal(system(command), 0);
  pack_write(folder, "pack.lua", pack_head);
  pack_write(folder, "words.lua", pack_words);
  char whole[4000];
  const char *last = strstr(article, "verdict \"") ? "" : pack_last;
  (void)snprintf(whole, sizeof whole, "%s%s", article, last);
  pack_write(folder, "article.lua", whole);
  pack_write(folder, "cases/c.lua", cases);
  jh_diag *diag = jh_diag_open(10);
  jh_pack_options options = {.folder = folder, .share_folder = folder, .with_cases = true};
  if (jh_pack_load(&plan, &options, diag, &err) != JH_OK) {
    jh_error_print(&err, JH_EN, text, sizeof text);
    fail_msg("%s", text);
  }
  jh_diag_close(diag);
  return plan;
}

#endif
