/* problems_json.c - problems as JSON (docs/JSON.md, validate.schema.json). */
#include "report/cell.h"
#include "report/figure.h"
#include "report/problems.h"
#include "sheet/position.h"

static const char *const severities[] = {"error", "warning", "note"};

static void number(jh_buf *buf, const char *key, size_t value) {
  jh_buf_print(buf, ",\"%s\":", key);
  jh_buf_int(buf, (int64_t)value);
}

static void slice(jh_buf *buf, const char *key, jh_str text) {
  if (!text.size) return;
  jh_buf_print(buf, ",\"%s\":", key);
  jh_buf_json(buf, text);
}

static void names(jh_buf *buf, const char *key, jh_text text) {
  jh_buf_print(buf, ",\"%s\":", key);
  jh_figure_json_text(buf, text);
}

static void head(jh_buf *buf, const jh_problems *all) {
  char day[11];
  jh_buf_text(buf, "{\"audited\":");
  jh_buf_text(buf, all->is_audited ? "true" : "false");
  if (all->has_impact) {
    jh_figure_json_pair(buf, "pack", all->plan->pack.id);
    jh_figure_json_pair(buf, "on", jh_date_text(day, all->on));
  }
  jh_figure_json_pair(buf, "year", all->year);
  if (all->is_beside) jh_figure_json_pair(buf, "year_before", all->year_before);
}

static void kinds(jh_buf *buf, const jh_problems *all) {
  jh_buf_text(buf, ",\n\"kinds\":[");
  for (size_t i = 0; i < all->kind_count; i++) {
    const jh_problem_kind *kind = &all->kinds[i];
    jh_buf_text(buf, i ? ",\n{\"kind\":" : "\n{\"kind\":");
    jh_buf_json(buf, jh_str_of(kind->kind->id));
    names(buf, "name", kind->kind->name);
    number(buf, "errors", kind->severities[JH_ERROR]);
    number(buf, "warnings", kind->severities[JH_WARNING]);
    number(buf, "notes", kind->severities[JH_NOTE]);
    if (kind->dropped) number(buf, "not_listed", kind->dropped);
    if (all->has_impact) {
      number(buf, "changing", kind->changing_count);
      number(buf, "changing_counties", kind->county_count);
      number(buf, "not_examined", kind->unexamined);
    }
    jh_buf_char(buf, '}');
  }
  jh_buf_char(buf, ']');
}

static void blank_column(jh_buf *buf, const jh_problems *all, const jh_blank_column *column) {
  const jh_table_def *table = &all->plan->tables[column->table];
  jh_buf_text(buf, "{\"table\":");
  jh_buf_json(buf, jh_str_of(table->id));
  jh_figure_json_pair(buf, "column", table->columns[column->column].id);
  number(buf, "counties", column->county_count);
  number(buf, "cells", column->cell_count);
  number(buf, "counties_alone", column->alone_count);
  number(buf, "cells_alone", column->alone_cells);
  number(buf, "fewest", column->fewest);
  jh_buf_char(buf, '}');
}

static void blank_county(jh_buf *buf, const jh_problems *all, const jh_blank_county *county) {
  jh_entity entity = all->entity(all->payload, all->top, county->row);
  jh_buf_text(buf, "{\"code\":");
  jh_buf_json(buf, entity.code);
  slice(buf, "name", entity.name);
  number(buf, "cells", county->cell_count);
  jh_buf_text(buf, ",\"first\":[");
  for (size_t i = 0; i < county->cell_count && i < JH_BLANKS_CELLS; i++) {
    jh_buf_text(buf, i ? ",\n  " : "\n  ");
    jh_cell_json(buf, &county->cells[i], false);
  }
  jh_buf_text(buf, "]}");
}

static void blanks(jh_buf *buf, const jh_problems *all) {
  const jh_blanks *of = all->blanks;
  if (!of) return;
  jh_buf_text(buf, ",\n\"blanks\":{\"undetermined\":");
  jh_buf_int(buf, (int64_t)of->undetermined);
  jh_buf_text(buf, ",\n\"columns\":[");
  for (size_t i = 0; i < of->column_count; i++) {
    jh_buf_text(buf, i ? ",\n" : "\n");
    blank_column(buf, all, &of->columns[i]);
  }
  jh_buf_text(buf, "],\n\"counties\":[");
  for (size_t i = 0; i < of->county_count; i++) {
    jh_buf_text(buf, i ? ",\n" : "\n");
    blank_county(buf, all, &of->counties[i]);
  }
  jh_buf_text(buf, "]}");
}

static void place(jh_buf *buf, const jh_place *at) {
  char cell[JH_POSITION_TEXT];
  if (at->file[0]) jh_figure_json_pair(buf, "file", at->file);
  if (at->sheet[0]) jh_figure_json_pair(buf, "sheet", at->sheet);
  if (at->line) number(buf, "line", at->line);
  if (at->field) number(buf, "field", at->field);
  if (at->sheet[0] && at->field)
    jh_figure_json_pair(buf, "cell", jh_position_text(cell, at->field - 1, at->line));
}

static void change(jh_buf *buf, const jh_problems *all, const jh_audit_change *one) {
  const jh_rule *rule = &all->plan->rules[one->rule];
  jh_entity entity = all->entity(all->payload, rule->level, one->row);
  jh_buf_text(buf, "{\"requirement\":");
  jh_buf_json(buf, jh_str_of(rule->id));
  jh_figure_json_pair(buf, "level", all->plan->levels[rule->level].id);
  slice(buf, "entity", entity.code);
  slice(buf, "entity_name", entity.name);
  if (entity.stage != JH_NONE)
    jh_figure_json_pair(buf, "stage", all->plan->stages[entity.stage].id);
  jh_figure_json_pair(buf, "verdict", jh_verdict_id(one->before));
  jh_figure_json_pair(buf, "could_be", jh_verdict_id(one->after));
  jh_buf_char(buf, '}');
}

static void impact(jh_buf *buf, const jh_problems *all, const jh_audit_impact *of) {
  static const char *const doubts[] = {"nothing", "names", "cells", "rows"};
  if (!of) return;
  jh_buf_text(buf, ",\n \"impact\":{\"doubted\":");
  jh_buf_json(buf, jh_str_of(doubts[of->doubt]));
  jh_buf_text(buf, of->is_examined ? ",\"examined\":true" : ",\"examined\":false");
  if (of->is_examined) {
    number(buf, "counties", of->county_count);
    number(buf, "schools", of->school_count);
    number(buf, "verdicts", of->finding_count);
    number(buf, "verdicts_below", of->below_count);
    jh_buf_text(buf, ",\"first\":[");
    for (size_t i = 0; i < of->change_count; i++) {
      jh_buf_text(buf, i ? ",\n  " : "\n  ");
      change(buf, all, &of->changes[i]);
    }
    jh_buf_char(buf, ']');
  }
  jh_buf_char(buf, '}');
}

static void sentences(jh_buf *buf, const jh_error *err) {
  char zh[1024], en[1024];
  (void)jh_error_text(err, JH_ZH, zh, sizeof zh);
  (void)jh_error_text(err, JH_EN, en, sizeof en);
  names(buf, "problem", (jh_text){{[JH_ZH] = zh, [JH_EN] = en}});
}

static void cures(jh_buf *buf, const jh_problem *problem) {
  char zh[1024], en[1024];
  jh_problems_cure(problem, JH_ZH, zh, sizeof zh);
  jh_problems_cure(problem, JH_EN, en, sizeof en);
  names(buf, "cure", (jh_text){{[JH_ZH] = zh, [JH_EN] = en}});
}

/* What reading found has no cells: what it is about. */
static void about(jh_buf *buf, const jh_problems *all, const jh_error *found) {
  const jh_column_def *column;
  const jh_table_def *table = jh_problems_table(all, &found->at, &column);
  if (table) jh_figure_json_pair(buf, "table", table->id);
  if (column) jh_figure_json_pair(buf, "column", column->id);
  slice(buf, "entity", jh_str_of(found->entity));
  slice(buf, "name", jh_str_of(found->entity_name));
}

static void cells(jh_buf *buf, const jh_problem *problem) {
  if (problem->cell_count == 0) return;
  jh_buf_text(buf, ",\n \"cells\":[");
  for (size_t i = 0; i < problem->cell_count; i++) {
    jh_buf_text(buf, i ? ",\n  " : "\n  ");
    jh_cell_json(buf, &problem->cells[i], false);
  }
  jh_buf_char(buf, ']');
}

static void one(jh_buf *buf, const jh_problems *all, const jh_problem *problem) {
  jh_error err;
  jh_problems_error(problem, &err);
  jh_buf_text(buf, "{\"severity\":");
  jh_buf_json(buf, jh_str_of(severities[problem->severity]));
  jh_figure_json_pair(buf, "kind", problem->kind ? problem->kind->id : "reading");
  number(buf, "code", (size_t)err.code);
  place(buf, &err.at);
  if (err.origin[0]) jh_figure_json_pair(buf, "origin", err.origin);
  if (problem->found) about(buf, all, problem->found);
  slice(buf, "name", problem->name);
  slice(buf, "county", problem->county);
  slice(buf, "county_name", problem->county_name);
  sentences(buf, &err);
  cures(buf, problem);
  cells(buf, problem);
  impact(buf, all, problem->impact);
  jh_buf_char(buf, '}');
}

void jh_problems_json(jh_buf *buf, const jh_problems *all) {
  head(buf, all);
  kinds(buf, all);
  blanks(buf, all);
  for (int s = 0; s < 3; s++) {
    if (all->dropped[s])
      jh_buf_print(buf, ",\n\"%ss_not_listed\":%zu", severities[s], all->dropped[s]);
  }
  jh_buf_text(buf, ",\n\"problems\":[");
  for (size_t i = 0; i < all->count; i++) {
    jh_buf_text(buf, i ? ",\n" : "\n");
    one(buf, all, &all->items[i]);
  }
  jh_buf_text(buf, "]}");
}
