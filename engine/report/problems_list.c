/* problems_list.c - problems as rows: CSV, and a workbook. */
#include "report/figure.h"
#include "report/listing.h"
#include "report/problems.h"
#include "sheet/position.h"

static const jh_listing_column columns[] = {
    {.key = "severity", .word = JH_W_CSV_SEVERITY},
    {.key = "kind", .word = JH_W_CSV_KIND},
    {.key = "code", .word = JH_W_CSV_PROBLEM_CODE},
    {.key = "file", .word = JH_W_CSV_FILE},
    {.key = "sheet", .word = JH_W_CSV_SHEET},
    {.key = "line", .word = JH_W_CSV_LINE, .is_right = true},
    {.key = "field", .word = JH_W_CSV_FIELD, .is_right = true},
    {.key = "cell", .word = JH_W_CSV_CELL},
    {.key = "origin", .word = JH_W_CSV_ORIGIN},
    {.key = "table", .word = JH_W_CSV_TABLE},
    {.key = "column", .word = JH_W_CSV_COLUMN},
    {.key = "written", .word = JH_W_CSV_WRITTEN},
    {.key = "entity_code", .word = JH_W_CSV_CODE},
    {.key = "entity_name", .word = JH_W_CSV_NAME},
    {.key = "county_code", .word = JH_W_CSV_COUNTY_CODE},
    {.key = "county_name", .word = JH_W_CSV_COUNTY},
    {.key = "problem", .word = JH_W_CSV_PROBLEM},
    {.key = "cure", .word = JH_W_CSV_CURE},
    {.key = "counties", .word = JH_W_CSV_COUNTIES, .is_right = true},
    {.key = "schools", .word = JH_W_CSV_SCHOOLS, .is_right = true},
    {.key = "verdicts", .word = JH_W_CSV_VERDICTS, .is_right = true},
    {.key = "could_change", .word = JH_W_CSV_CHANGES},
    {.key = "other_places", .word = JH_W_CSV_OTHER_PLACES}};

static void put(jh_listing *list, jh_str text) {
  jh_buf_add(&list->text, text);
  jh_listing_next(list);
}

static void number(jh_listing *list, uint64_t value, bool is_given) {
  if (is_given) jh_buf_int(&list->text, (int64_t)value);
  jh_listing_next(list);
}

static void head(jh_listing *list, const jh_problem *problem, const jh_error *err, jh_lang lang) {
  static const jh_word severities[] = {JH_W_SEVERITY_0, JH_W_SEVERITY_1, JH_W_SEVERITY_2};
  jh_listing_add(list, jh_words_get(severities[problem->severity], lang));
  jh_listing_add(
      list,
      problem->kind ? jh_text_in(problem->kind->name, lang) : jh_words_get(JH_W_READING, lang));
  jh_buf_print(&list->text, "JH-%d", (int)err->code);
  jh_listing_next(list);
}

static void place(jh_listing *list, const jh_error *err) {
  const jh_place *at = &err->at;
  char cell[JH_POSITION_TEXT] = "";
  bool is_sheet = at->sheet[0] != '\0';
  if (is_sheet && at->field) (void)jh_position_text(cell, at->field - 1, at->line);
  jh_listing_add(list, at->file);
  jh_listing_add(list, at->sheet);
  number(list, at->line, at->line > 0);
  number(list, at->field, at->field > 0);
  jh_listing_add(list, cell);
  jh_listing_add(list, err->origin);
}

/* What reading found has no cells: its table and column are named by the place. */
static void entity_of_reading(
    jh_listing *list, const jh_problems *all, const jh_error *err, jh_lang lang) {
  const jh_column_def *column;
  const jh_table_def *table = jh_problems_table(all, &err->at, &column);
  jh_listing_add(list, table ? jh_text_in(table->name, lang) : "");
  jh_listing_add(list, column ? jh_text_in(column->name, lang) : err->at.field ? err->at.name : "");
  jh_listing_next(list);
  jh_listing_add(list, err->entity);
  jh_listing_add(list, err->entity_name);
  jh_listing_next(list);
  jh_listing_next(list);
}

static void entity(
    jh_listing *list, const jh_problems *all, const jh_problem *problem, const jh_error *err,
    jh_lang lang) {
  const jh_cell *cell = problem->cell_count ? &problem->cells[0] : NULL;
  if (!cell) {
    entity_of_reading(list, all, err, lang);
    return;
  }
  jh_listing_add(list, jh_text_in(cell->table->name, lang));
  jh_listing_add(
      list,
      cell->column ? jh_text_in(cell->column->name, lang) : jh_words_get(JH_W_WHOLE_ROW, lang));
  jh_listing_add(list, cell->written);
  put(list, cell->entity);
  put(list, problem->name);
  put(list, problem->county);
  put(list, problem->county_name);
}

static void row(jh_listing *list, const jh_problems *all, const jh_problem *problem, jh_lang lang) {
  char sentence[1024], cure[1024];
  jh_error err;
  const jh_audit_impact *impact = problem->impact;
  bool is_examined = impact && impact->is_examined;
  jh_problems_error(problem, &err);
  (void)jh_error_text(&err, lang, sentence, sizeof sentence);
  jh_problems_cure(problem, lang, cure, sizeof cure);
  head(list, problem, &err, lang);
  place(list, &err);
  entity(list, all, problem, &err, lang);
  jh_listing_add(list, sentence);
  jh_listing_add(list, cure);
  number(list, is_examined ? impact->county_count : 0, is_examined);
  number(list, is_examined ? impact->school_count : 0, is_examined);
  number(list, is_examined ? impact->finding_count : 0, is_examined);
  jh_problems_impact(&list->text, all, problem, lang);
  jh_listing_next(list);
  jh_problems_others(&list->text, problem, lang);
  jh_listing_next(list);
}

/* A blank for which an undetermined county waits. */
static void blank(
    jh_listing *list, const jh_problems *all, const jh_blank_county *county, const jh_cell *cell,
    jh_lang lang) {
  char code[32], name[120], number_of[24], sentence[512];
  jh_entity of = all->entity(all->payload, all->top, county->row);
  jh_problem made = {
      .severity = JH_NOTE,
      .code = JH_EDECIDING_BLANK,
      .cells = cell,
      .cell_count = 1,
      .name = all->name ? all->name(all->payload, cell) : (jh_str){NULL, 0},
      .county = of.code,
      .county_name = of.name};
  made.args[0] = jh_arg_text(code, sizeof code, of.code);
  made.args[1] = jh_arg_text(name, sizeof name, of.name);
  made.args[2] = jh_words_count(number_of, county->cell_count);
  jh_error err;
  jh_problems_error(&made, &err);
  (void)jh_error_text(&err, lang, sentence, sizeof sentence);
  jh_listing_add(list, jh_words_get(JH_W_SEVERITY_2, lang));
  jh_listing_add(list, jh_words_get(JH_W_DECIDING_BLANK, lang));
  jh_buf_print(&list->text, "JH-%d", (int)err.code);
  jh_listing_next(list);
  place(list, &err);
  entity(list, all, &made, &err, lang);
  jh_listing_add(list, sentence);
  jh_listing_add(list, jh_words_get(JH_W_FILL_IN, lang));
  for (int i = 0; i < 5; i++) jh_listing_next(list); /* numbers, could change, other places */
}

static void fill(jh_listing *list, const jh_problems *all, jh_lang lang) {
  jh_listing_init(list, columns, sizeof columns / sizeof *columns);
  for (size_t i = 0; all->blanks && i < all->blanks->county_count; i++) {
    const jh_blank_county *county = &all->blanks->counties[i];
    for (size_t k = 0; k < county->cell_count && k < JH_BLANKS_CELLS; k++)
      blank(list, all, county, &county->cells[k], lang);
  }
  for (size_t i = 0; i < all->count; i++) row(list, all, &all->items[i], lang);
}

void jh_problems_csv(jh_buf *buf, const jh_problems *all, jh_lang lang) {
  jh_listing list;
  fill(&list, all, lang);
  jh_listing_csv(buf, &list, lang);
  jh_listing_done(&list);
}

jh_code jh_problems_workbook(
    const jh_problems *all, jh_lang lang, jh_sink sink, void *payload, jh_error *err) {
  jh_listing list;
  fill(&list, all, lang);
  const char *name = jh_words_get(JH_W_SHEET_PROBLEMS, lang);
  jh_code code = jh_listing_workbook(&list, name, lang, sink, payload, err);
  jh_listing_done(&list);
  return code;
}
