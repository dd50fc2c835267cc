#include "support/test.h"

#include "pack/load.h"
#include "text_file.h"

static jh_error err;

static const char school[] =
    "table_of \"schools\" { name = \"学校\", level = \"school\", key = \"school_code\", columns = "
    "{\n"
    "  column \"school_code\" { name = \"学校标识码\", type = \"code\" },\n"
    "  column \"area_m2\" { name = \"面积\", type = \"decimal\", unit = \"m2\" } } }\n";

/* Runs the small dictionary and a form after it. */
static jh_code run_form(const char *form, jh_plan **out) {
  char text[4096];
  jh_plan *plan;
  jh_script *script;
  (void)snprintf(text, sizeof text, "%s%s", school, form);
  assert_int_equal(jh_plan_open(&plan, &err), JH_OK);
  assert_int_equal(jh_script_open(&script, plan, NULL, &err), JH_OK);
  jh_code code = run_text(script, JH_SCRIPT_DICTIONARY, "forms.lua", text, strlen(text), &err);
  jh_script_close(script);
  if (out && !code) {
    *out = plan;
  } else {
    jh_plan_close(plan);
  }
  return code;
}

TEST(a_form_says_which_of_its_cells_feeds_which_column) {
  jh_plan *plan;
  const char *text = "form \"表1\" { name = \"校舍\", also = { \"表1续\" }, replaces = { \"旧表1\" "
                     "}, table = \"schools\",\n"
                     "  from_year = 2021, certainty = \"hint\", source = \"见表样\", cells = {\n"
                     "  { \"area_m2\", at = \"C10\", labels = { \"面积\" } }, { at = \"C11\" }, { "
                     "\"area_m2\", row = \"04\" } } "
                     "}\n";
  assert_int_equal(run_form(text, &plan), JH_OK);
  assert_int_equal(plan->form_count, 1);
  const jh_form *form = &plan->forms[0];
  assert_int_equal(jh_plan_form(plan, jh_str_of("表1续")), 0);
  assert_int_equal(jh_plan_form(plan, jh_str_of("旧表1")), JH_NONE);
  assert_string_equal(form->replaces[0], "旧表1");
  assert_true(form->is_hint);
  assert_int_equal(form->from_year, 2021);
  assert_int_equal(form->cell_count, 3);
  assert_string_equal(form->cells[0].at, "C10");
  assert_string_equal(form->cells[0].labels[0], "面积");
  assert_int_equal(form->cells[0].column, 1);
  assert_int_equal(form->cells[1].column, JH_NONE);
  assert_null(form->cells[2].at);
  assert_string_equal(form->cells[2].row, "04");
  jh_plan_close(plan);
}

TEST(what_a_form_cannot_mean_is_refused) {
  static const struct {
    const char *cells, *rest;
    jh_code code;
  } wrong[] = {
      {"{ \"area\" }", "", JH_EUNKNOWN_NAME},
      {"{ \"area_m2\", at = \"10C\" }", "", JH_EWRONG_VALUE},
      {"{ \"area_m2\", at = \"C1\" }, { \"school_code\", at = \"C1\" }", "", JH_EDUPLICATE},
      {"{ \"area_m2\", cell = \"C1\" }", "", JH_EUNKNOWN_FIELD},
      {"\"area_m2\"", "", JH_EWRONG_VALUE},
      {"", "certainty = \"sure\", ", JH_EWRONG_VALUE},
      {"", "table = \"school\", ", JH_EUNKNOWN_NAME},
  };
  for (size_t i = 0; i < COUNT(wrong); i++) {
    char text[1024];
    bool has_table = strstr(wrong[i].rest, "table"), is_sure = strstr(wrong[i].rest, "certainty");
    (void)snprintf(
        text, sizeof text, "form \"表1\" { name = \"x\", source = \"y\", %s%s%scells = { %s } }\n",
        wrong[i].rest, has_table ? "" : "table = \"schools\", ",
        is_sure ? "" : "certainty = \"hint\", ", wrong[i].cells);
    assert_int_equal(run_form(text, NULL), wrong[i].code);
  }
  const char *twice =
      "form \"a\" { name = \"x\", source = \"y\", table = \"schools\", certainty = \"hint\","
      " cells = {} }\nform \"b\" { name = \"x\", source = \"y\", also = { \"a\" }, table = "
      "\"schools\", certainty = \"hint\", cells = {} }\n";
  assert_int_equal(run_form(twice, NULL), JH_EDUPLICATE);
}

static void open_national(jh_plan **plan) {
  jh_pack_options options = {.dictionary = "national", .share_folder = JH_TEST_ROOT};
  jh_diag *diag = jh_diag_open(10);
  assert_int_equal(jh_pack_load(plan, &options, diag, &err), JH_OK);
  jh_diag_close(diag);
}

static bool has_cell(const jh_form *form, uint32_t column, jh_str at) {
  for (size_t i = 0; i < form->cell_count; i++) {
    const jh_form_cell *cell = &form->cells[i];
    if (cell->column == column && jh_str_equal(jh_str_of(cell->at), at)) return true;
  }
  return false;
}

TEST(what_a_column_says_of_its_form_is_what_the_form_says_of_the_column) {
  jh_plan *plan;
  open_national(&plan);
  size_t seen = 0;
  for (uint32_t t = 0; t < plan->table_count; t++) {
    for (uint32_t c = 0; c < plan->tables[t].column_count; c++) {
      const jh_column_def *column = &plan->tables[t].columns[c];
      if (!column->form) continue;
      const char *blank = strchr(column->form, ' ');
      jh_str id = {column->form, blank ? (size_t)(blank - column->form) : strlen(column->form)};
      uint32_t form = jh_plan_form(plan, id);
      if (form == JH_NONE) fail_msg("%s: form %s is not in forms.lua", column->id, column->form);
      assert_int_equal(plan->forms[form].table, t);
      /* A column may name a form that is not known to hold it; a cell it may not. */
      if (blank && !has_cell(&plan->forms[form], c, jh_str_of(blank + 1))) {
        fail_msg("%s: \"%s\" is not what forms.lua says", column->id, column->form);
      }
      seen++;
    }
  }
  assert_true(seen > 30);
  jh_plan_close(plan);
}

TEST(what_a_form_says_of_a_column_stands_with_the_column_too) {
  jh_plan *plan;
  open_national(&plan);
  assert_true(plan->form_count >= 19);
  for (size_t f = 0; f < plan->form_count; f++) {
    const jh_form *form = &plan->forms[f];
    assert_true(form->is_hint);
    for (size_t i = 0; i < form->cell_count; i++) {
      const jh_form_cell *cell = &form->cells[i];
      if (cell->column == JH_NONE || (form->to_year && !cell->at)) continue;
      char wanted[64];
      const jh_column_def *column = &plan->tables[form->table].columns[cell->column];
      (void)snprintf(
          wanted, sizeof wanted, "%s%s%s", form->id, cell->at ? " " : "", cell->at ? cell->at : "");
      if (!column->form || strcmp(column->form, wanted) != 0) {
        fail_msg("%s: form = \"%s\", forms.lua: %s", column->id, column->form, wanted);
      }
    }
    for (size_t i = 0; i < form->replace_count; i++) {
      uint32_t older = jh_plan_form(plan, jh_str_of(form->replaces[i]));
      assert_int_not_equal(older, JH_NONE);
      assert_true(plan->forms[older].to_year > 0);
    }
  }
  jh_plan_close(plan);
}

TESTS(
    RUN(a_form_says_which_of_its_cells_feeds_which_column), RUN(what_a_form_cannot_mean_is_refused),
    RUN(what_a_column_says_of_its_form_is_what_the_form_says_of_the_column),
    RUN(what_a_form_says_of_a_column_stands_with_the_column_too))
