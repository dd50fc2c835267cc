/* problems.c - what all forms of the list share: places, sentences, what could change. */
#include "report/problems.h"

#include <string.h>

#include "report/figure.h"
#include "sheet/position.h"

void jh_problems_error(const jh_problem *problem, jh_error *out) {
  if (problem->found) {
    *out = *problem->found;
    return;
  }
  jh_place at = jh_place_of(NULL, 0, 0);
  if (problem->cell_count) {
    const jh_cell *cell = &problem->cells[0];
    at = cell->sheet ? jh_place_in(cell->file, jh_str_of(cell->sheet), cell->line, cell->field)
                     : jh_place_of(cell->file, cell->line, 0);
    at.field = cell->field;
    if (cell->column && cell->field)
      jh_str_copy(at.name, sizeof at.name, jh_str_of(cell->column->id));
  }
  const char *const *args = problem->args;
  (void)jh_fail(out, problem->code, &at, args[0], args[1], args[2], args[3], NULL);
  out->severity = problem->severity;
  if (problem->cell_count && problem->cells[0].origin)
    (void)jh_arg_text(out->origin, sizeof out->origin, jh_str_of(problem->cells[0].origin));
}

void jh_problems_cure(const jh_problem *problem, jh_lang lang, char *out, size_t size) {
  if (problem->kind) {
    jh_str_copy(out, size, jh_str_of(jh_text_in(problem->kind->cure, lang)));
    return;
  }
  const char *mark = lang == JH_ZH ? "；" : "; ";
  char sentence[1024];
  (void)jh_error_text(problem->found, lang, sentence, sizeof sentence);
  const char *cut = strstr(sentence, mark);
  jh_str_copy(out, size, jh_str_of(cut ? cut + strlen(mark) : sentence));
}

/* "schools" of "data/schools.csv". */
static bool is_file_of(const jh_table_def *table, const char *file) {
  const char *slash = strrchr(file, '/');
  const char *name = slash ? slash + 1 : file;
  size_t size = strlen(table->id);
  return strncmp(name, table->id, size) == 0 && name[size] == '.';
}

static const jh_table_def *table_of(const jh_plan *plan, const jh_place *at) {
  for (size_t i = 0; i < plan->source_count; i++) {
    const jh_source *source = &plan->sources[i];
    if (jh_str_ends(jh_str_of(at->file), source->file)) return &plan->tables[source->table];
  }
  for (size_t i = 0; i < plan->table_count; i++) {
    if (is_file_of(&plan->tables[i], at->file)) return &plan->tables[i];
  }
  return NULL;
}

const jh_table_def *jh_problems_table(
    const jh_problems *all, const jh_place *at, const jh_column_def **column) {
  const jh_table_def *table = all->plan && at->file[0] ? table_of(all->plan, at) : NULL;
  *column = NULL;
  for (size_t i = 0; table && at->name[0] && i < table->column_count; i++) {
    if (strcmp(table->columns[i].id, at->name) == 0) *column = &table->columns[i];
  }
  return table;
}

void jh_problems_change(
    jh_buf *buf, const jh_problems *all, const jh_audit_change *change, jh_lang lang) {
  const jh_rule *rule = &all->plan->rules[change->rule];
  jh_entity entity = all->entity(all->payload, rule->level, change->row);
  jh_figure_entity(buf, all->plan, &entity, lang);
  jh_buf_text(buf, lang == JH_ZH ? "：" : ": ");
  jh_figure_rule_full(buf, all->plan, rule, lang);
  jh_buf_char(buf, ' ');
  jh_buf_text(buf, jh_verdict_name(change->before, lang));
  jh_buf_text(buf, " → ");
  jh_buf_text(buf, jh_verdict_name(change->after, lang));
}

static void counts(jh_buf *buf, const jh_audit_impact *impact, jh_lang lang) {
  char counties[24], schools[24], findings[24];
  jh_words_fill(
      buf, lang, JH_W_COULD_CHANGE, jh_words_count(counties, impact->county_count),
      jh_words_count(schools, impact->school_count),
      jh_words_count(findings, impact->finding_count), NULL);
}

static void changes(
    jh_buf *buf, const jh_problems *all, const jh_audit_impact *impact, jh_lang lang) {
  char more[24];
  counts(buf, impact, lang);
  for (size_t i = 0; i < impact->change_count; i++) {
    jh_buf_text(buf, i ? jh_words_get(JH_W_SEPARATOR, lang) : lang == JH_ZH ? "：" : ": ");
    jh_problems_change(buf, all, &impact->changes[i], lang);
  }
  if (impact->finding_count <= impact->change_count) return;
  jh_buf_text(buf, jh_words_get(JH_W_SEPARATOR, lang));
  jh_words_fill(
      buf, lang, JH_W_AND_MORE, jh_words_count(more, impact->finding_count - impact->change_count),
      NULL);
}

void jh_problems_impact(
    jh_buf *buf, const jh_problems *all, const jh_problem *problem, jh_lang lang) {
  const jh_audit_impact *impact = problem->impact;
  char below[24];
  if (!impact) return;
  if (!impact->is_examined) {
    static const jh_word words[] = {JH_W_CANNOT_DOUBT, JH_W_NAMES_ONLY, JH_W_NO_ROOM, JH_W_NO_ROOM};
    jh_buf_text(buf, jh_words_get(words[impact->doubt], lang));
    return;
  }
  if (impact->finding_count) {
    changes(buf, all, impact, lang);
  } else if (impact->below_count) {
    jh_words_fill(buf, lang, JH_W_ABSORBED_BELOW, jh_words_count(below, impact->below_count), NULL);
  } else {
    jh_buf_text(buf, jh_words_get(JH_W_CHANGES_NONE, lang));
  }
  if (impact->doubt == JH_DOUBT_ROWS) jh_buf_text(buf, jh_words_get(JH_W_WHOLE_ROWS, lang));
}

void jh_problems_place(jh_buf *buf, const jh_cell *cell, jh_lang lang) {
  char name[JH_POSITION_TEXT];
  jh_buf_text(buf, cell->file);
  if (cell->sheet) {
    jh_buf_char(buf, ':');
    jh_buf_text(buf, cell->sheet);
    jh_buf_char(buf, '!');
    if (cell->field) jh_buf_text(buf, jh_position_text(name, cell->field - 1, cell->line));
  } else if (cell->line) {
    jh_buf_char(buf, ':');
    jh_buf_int(buf, cell->line);
  }
  if (cell->column) {
    jh_buf_char(buf, ' ');
    jh_buf_text(buf, jh_text_in(cell->column->name, lang));
  }
  if (cell->origin) jh_buf_print(buf, lang == JH_ZH ? "（%s）" : " (%s)", cell->origin);
}

void jh_problems_others(jh_buf *buf, const jh_problem *problem, jh_lang lang) {
  for (size_t i = 1; i < problem->cell_count; i++) {
    if (i > 1) jh_buf_text(buf, jh_words_get(JH_W_SEPARATOR, lang));
    jh_problems_place(buf, &problem->cells[i], lang);
  }
  if (!problem->found || !problem->found->also.file[0]) return;
  jh_buf_text(buf, problem->found->also.file);
  if (!problem->found->also.line) return;
  jh_buf_char(buf, ':');
  jh_buf_int(buf, problem->found->also.line);
}
