/* problems_text.c - problems for people: a summary, deciding blanks, a paragraph each. */
#include <stdlib.h>

#include "base/alloc.h"
#include "report/figure.h"
#include "report/listing.h"
#include "report/problems.h"

enum { MOST_COLUMNS = 10, MOST_COUNTIES = 20, MOST_CELLS = 4 };

static void count(jh_listing *list, size_t value) {
  if (value) jh_buf_int(&list->text, (int64_t)value);
  jh_listing_next(list);
}

static void summary(jh_buf *buf, const jh_problems *all, jh_lang lang) {
  static const jh_listing_column columns[] = {
      {.word = JH_W_COL_AUDIT_KIND},
      {.title = ""}, /* the id, as dictionaries write it */
      {.word = JH_W_COL_ERRORS, .is_right = true},
      {.word = JH_W_COL_WARNINGS, .is_right = true},
      {.word = JH_W_COL_NOTES, .is_right = true},
      {.word = JH_W_COL_CHANGING, .is_right = true},
      {.word = JH_W_COL_CHANGING_COUNTY, .is_right = true},
      {.word = JH_W_COL_UNEXAMINED, .is_right = true},
      {.word = JH_W_COL_DROPPED, .is_right = true}};
  jh_listing list;
  jh_listing_init(&list, columns, sizeof columns / sizeof *columns);
  for (size_t i = 0; i < all->kind_count; i++) {
    const jh_problem_kind *kind = &all->kinds[i];
    jh_listing_add(&list, jh_text_in(kind->kind->name, lang));
    jh_listing_add(&list, kind->kind->id);
    for (int s = 0; s < 3; s++) count(&list, kind->severities[s]);
    count(&list, all->has_impact ? kind->changing_count : 0);
    count(&list, all->has_impact ? kind->county_count : 0);
    count(&list, all->has_impact ? kind->unexamined : 0);
    count(&list, kind->dropped);
  }
  jh_listing_text(buf, &list, lang);
  jh_listing_done(&list);
}

/* "Audit: 12 problems; verdicts by national/… on 2024-09-01; beside the data of 2023" */
static void title(jh_buf *buf, const jh_problems *all, size_t found, jh_lang lang) {
  char day[11], number[24];
  jh_buf_char(buf, '\n');
  jh_buf_text(buf, jh_words_get(JH_W_AUDIT, lang));
  jh_buf_text(buf, lang == JH_ZH ? "：" : ": ");
  jh_words_fill(
      buf, lang, found ? JH_W_AUDIT_FOUND : JH_W_AUDIT_NONE, jh_words_count(number, found), NULL);
  if (all->has_impact) {
    jh_buf_text(buf, jh_words_get(JH_W_SEPARATOR, lang));
    jh_words_fill(buf, lang, JH_W_AUDIT_BY, all->plan->pack.id, jh_date_text(day, all->on), NULL);
  }
  if (all->is_beside) {
    jh_buf_text(buf, jh_words_get(JH_W_SEPARATOR, lang));
    jh_words_fill(
        buf, lang, all->year_before ? JH_W_AUDIT_BESIDE : JH_W_AUDIT_BESIDE_ANY,
        all->year_before ? all->year_before : "", NULL);
  }
  jh_buf_char(buf, '\n');
}

static void blank_columns(jh_buf *buf, const jh_problems *all, jh_lang lang) {
  static const jh_listing_column columns[] = {
      {.word = JH_W_COL_COLUMN},
      {.word = JH_W_COL_WAITING, .is_right = true},
      {.word = JH_W_COL_CELLS, .is_right = true},
      {.word = JH_W_COL_ALONE, .is_right = true},
      {.word = JH_W_COL_ALONE_CELLS, .is_right = true}};
  jh_listing list;
  jh_listing_init(&list, columns, sizeof columns / sizeof *columns);
  for (size_t i = 0; i < all->blanks->column_count && i < MOST_COLUMNS; i++) {
    const jh_blank_column *column = &all->blanks->columns[i];
    const jh_table_def *table = &all->plan->tables[column->table];
    const jh_column_def *def = &table->columns[column->column];
    jh_buf_print(
        &list.text, lang == JH_ZH ? "%s（%s.%s）" : "%s (%s.%s)", jh_text_in(def->name, lang),
        table->id, def->id);
    jh_listing_next(&list);
    count(&list, column->county_count);
    count(&list, column->cell_count);
    count(&list, column->alone_count);
    count(&list, column->alone_cells);
  }
  jh_listing_text(buf, &list, lang);
  jh_listing_done(&list);
}

static void more(jh_buf *buf, size_t rest, jh_lang lang) {
  char number[24];
  if (!rest) return;
  jh_buf_text(buf, "  ");
  jh_words_fill(buf, lang, JH_W_AND_MORE, jh_words_count(number, rest), NULL);
  jh_buf_char(buf, '\n');
}

static void blank_county(
    jh_buf *buf, const jh_problems *all, const jh_blank_county *county, jh_lang lang) {
  char number[24], code[32], name[160];
  jh_entity entity = all->entity(all->payload, all->top, county->row);
  jh_str_copy(code, sizeof code, entity.code);
  jh_str_copy(name, sizeof name, entity.name);
  jh_buf_text(buf, "  ");
  jh_words_fill(
      buf, lang, JH_W_COUNTY_WAITS, code, name, jh_words_count(number, county->cell_count), NULL);
  for (size_t i = 0; i < county->cell_count && i < MOST_CELLS; i++) {
    jh_buf_text(buf, i ? jh_words_get(JH_W_SEPARATOR, lang) : lang == JH_ZH ? "：" : ": ");
    jh_problems_place(buf, &county->cells[i], lang);
  }
  if (county->cell_count > MOST_CELLS) jh_buf_text(buf, lang == JH_ZH ? "……" : " …");
  jh_buf_char(buf, '\n');
}

static void blanks(jh_buf *buf, const jh_problems *all, jh_lang lang) {
  char number[24];
  if (!all->blanks || !all->blanks->county_count) return;
  jh_buf_char(buf, '\n');
  jh_words_fill(
      buf, lang, JH_W_FIRST_FILL, jh_words_count(number, all->blanks->county_count), NULL);
  jh_buf_char(buf, '\n');
  blank_columns(buf, all, lang);
  if (all->blanks->column_count > MOST_COLUMNS)
    more(buf, all->blanks->column_count - MOST_COLUMNS, lang);
  for (size_t i = 0; i < all->blanks->county_count && i < MOST_COUNTIES; i++)
    blank_county(buf, all, &all->blanks->counties[i], lang);
  if (all->blanks->county_count > MOST_COUNTIES)
    more(buf, all->blanks->county_count - MOST_COUNTIES, lang);
}

static void detail(jh_buf *buf, jh_word word, jh_lang lang) {
  jh_buf_text(buf, "  ");
  jh_buf_text(buf, jh_words_get(word, lang));
}

/* Whose row it is, unless the sentence has said so. */
static void whose(jh_buf *buf, const jh_problem *problem, jh_lang lang) {
  jh_str code = problem->cell_count ? problem->cells[0].entity : (jh_str){NULL, 0};
  if (!code.size) return;
  jh_buf_text(buf, "  ");
  jh_buf_add(buf, code);
  if (problem->name.size) jh_buf_char(buf, ' ');
  jh_buf_add(buf, problem->name);
  bool is_county = jh_str_equal(code, problem->county);
  if (!is_county && problem->county.size) {
    jh_buf_text(buf, lang == JH_ZH ? "（" : " (");
    jh_buf_add(buf, problem->county);
    if (problem->county_name.size) jh_buf_char(buf, ' ');
    jh_buf_add(buf, problem->county_name);
    jh_buf_text(buf, lang == JH_ZH ? "）" : ")");
  }
  jh_buf_char(buf, '\n');
}

static void paragraph(
    jh_buf *buf, const jh_problems *all, const jh_problem *problem, jh_lang lang) {
  char line[2048];
  jh_error err;
  jh_problems_error(problem, &err);
  (void)jh_error_print(&err, lang, line, sizeof line);
  jh_buf_text(buf, line);
  jh_buf_char(buf, '\n');
  whose(buf, problem, lang);
  if (problem->cell_count > 1) {
    detail(buf, JH_W_ALSO_AT, lang);
    jh_problems_others(buf, problem, lang);
    jh_buf_char(buf, '\n');
  }
  detail(buf, JH_W_CURE, lang);
  jh_buf_text(buf, jh_text_in(problem->kind->cure, lang));
  jh_buf_char(buf, '\n');
  if (!problem->impact) return;
  detail(buf, JH_W_COULD, lang);
  jh_problems_impact(buf, all, problem, lang);
  jh_buf_char(buf, '\n');
}

/* What reading found was told when it was read. */
static void paragraphs(jh_buf *buf, const jh_problems *all, size_t found, jh_lang lang) {
  char first[24], number[24];
  size_t told = 0, most = all->listed ? all->listed : SIZE_MAX;
  jh_buf_char(buf, '\n');
  jh_buf_text(buf, jh_words_get(JH_W_BY_EFFECT, lang));
  jh_buf_char(buf, '\n');
  for (size_t i = 0; i < all->count && told < most; i++) {
    if (!all->items[i].kind) continue;
    paragraph(buf, all, &all->items[i], lang);
    told++;
  }
  if (told == found) return;
  jh_words_fill(
      buf, lang, JH_W_FIRST_OF, jh_words_count(first, told), jh_words_count(number, found), NULL);
  jh_buf_char(buf, '\n');
}

void jh_problems_text(jh_buf *buf, const jh_problems *all, jh_lang lang) {
  size_t found = 0;
  if (!all->is_audited) return;
  for (size_t i = 0; i < all->count; i++) found += all->items[i].kind != NULL;
  for (size_t i = 0; i < all->kind_count; i++) found += all->kinds[i].dropped;
  title(buf, all, found, lang);
  summary(buf, all, lang);
  blanks(buf, all, lang);
  if (found) paragraphs(buf, all, found, lang);
}
