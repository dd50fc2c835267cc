/* template_column.c - which tables and columns are to be filled, and what heads them. */
#include "base/alloc.h"
#include "base/utf8.h"
#include "session/template.h"

/* Folded names of a table's columns: ids first, then names, then aliases, as headers are matched. */
static bool add_name(const jh_template *t, jh_map *names, const char *name, uint32_t column) {
  if (!name) return true;
  char *folded = jh_utf8_fold(t->arena, jh_str_of(name));
  return folded && jh_map_add(names, jh_str_of(folded), column) != JH_MAP_NONE;
}

static jh_map *open_names(const jh_template *t, const jh_table_def *def) {
  jh_map *names = jh_map_open(def->column_count * 4);
  bool ok = names != NULL;
  for (uint32_t i = 0; i < def->column_count && ok; i++)
    ok = add_name(t, names, def->columns[i].id, i);
  for (uint32_t i = 0; i < def->column_count && ok; i++) {
    ok = add_name(t, names, def->columns[i].name.in[JH_ZH], i) &&
         add_name(t, names, def->columns[i].name.in[JH_EN], i);
  }
  for (uint32_t i = 0; i < def->column_count && ok; i++) {
    for (size_t k = 0; k < def->columns[i].alias_count && ok; k++)
      ok = add_name(t, names, def->columns[i].aliases[k], i);
  }
  if (ok || !names) return names;
  jh_map_close(names);
  return NULL;
}

/* How headers are chosen for one table. */
typedef struct naming {
  const jh_template *t;
  const jh_map *names;
  bool failed; /* memory was out: what was chosen is worth nothing */
} naming;

static bool means(naming *n, const char *header, uint32_t column) {
  if (!header || !header[0]) return false;
  char *folded = jh_utf8_fold(n->t->arena, jh_str_of(header));
  if (!folded) n->failed = true;
  return folded && jh_map_find(n->names, jh_str_of(folded)) == column;
}

/* The name with its unit in brackets, in the arena; NULL if it has none. */
static const char *with_unit(naming *n, const jh_column_def *def) {
  char unit[96];
  const char *name = def->name.in[JH_ZH];
  if (!name || !def->unit_text[0]) return NULL;
  jh_unit_words(&n->t->plan->units, def->unit_text, JH_ZH, unit, sizeof unit);
  jh_buf buf;
  jh_buf_init(&buf);
  jh_buf_print(&buf, "%s（%s）", name, unit);
  const char *text = jh_buf_ok(&buf) ? jh_arena_text(n->t->arena, jh_buf_str(&buf)) : NULL;
  jh_buf_done(&buf);
  if (!text) n->failed = true;
  return text;
}

/* The forms are Chinese, and so are the headers; a dictionary without Chinese gives what it has. */
static const char *choose_header(naming *n, const jh_column_def *def, uint32_t column) {
  const char *wanted[] = {with_unit(n, def), def->name.in[JH_ZH], def->name.in[JH_EN]};
  for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
    if (means(n, wanted[i], column)) return wanted[i];
  }
  for (size_t k = 0; k < def->alias_count; k++) {
    if (means(n, def->aliases[k], column)) return def->aliases[k];
  }
  return def->id;
}

static bool is_structural(const jh_table_def *def, uint32_t column) {
  return column == def->key_column || column == def->parent_column || column == def->stage_column;
}

static bool is_evidence(const jh_plan *plan, uint32_t table, uint32_t column) {
  for (size_t i = 0; i < plan->rule_count; i++) {
    const jh_rule *rule = &plan->rules[i];
    if (rule->evidence_table == table && rule->evidence_column == column) return true;
  }
  return false;
}

static bool is_wanted(const jh_template *t, uint32_t table, uint32_t column) {
  const jh_table_def *def = &t->plan->tables[table];
  const jh_column_def *at = &def->columns[column];
  if (column == def->year_column) return t->year != NULL || t->needed[table][column];
  return t->needed[table][column] || is_structural(def, column) || column == def->name_column ||
         column == def->province_column || column == def->prefecture_column || at->is_required ||
         at->is_filled || is_evidence(t->plan, table, column);
}

static jh_code lay_out_table(
    jh_template *t, jh_template_table *out, uint32_t table, jh_error *err) {
  const jh_table_def *def = &t->plan->tables[table];
  *out = (jh_template_table){.table = table, .def = def};
  out->columns = jh_arena_get(t->arena, (def->column_count + 1) * sizeof *out->columns);
  jh_map *names = open_names(t, def);
  naming n = {t, names, false};
  for (uint32_t i = 0; names && out->columns && i < def->column_count; i++) {
    if (!is_wanted(t, table, i)) continue;
    const jh_column_def *column = &def->columns[i];
    bool is_filled = column->is_filled || is_structural(def, i) || i == def->year_column;
    out->columns[out->count++] = (jh_template_column){
        .column = i,
        .def = column,
        .header = choose_header(&n, column, i),
        .is_needed = is_filled || i == def->name_column,
        .is_year = i == def->year_column,
        .is_given = i == def->key_column || i == def->parent_column || i == def->year_column};
  }
  if (names) jh_map_close(names);
  return names && out->columns && !n.failed ? JH_OK : jh_fail(err, JH_ENOMEM, NULL, NULL);
}

/* Tables that the pack reads, and those without which no data are read. */
static bool is_table_wanted(const jh_template *t, uint32_t table) {
  const jh_table_def *def = &t->plan->tables[table];
  bool is_read = !def->is_optional;
  for (uint32_t i = 0; i < def->column_count; i++) is_read = is_read || t->needed[table][i];
  return is_read && !def->is_derived;
}

jh_code jh_template_lay_out(jh_template *t, jh_error *err) {
  const jh_plan *plan = t->plan;
  t->tables = jh_arena_get(t->arena, (plan->table_count + 1) * sizeof *t->tables);
  if (!t->tables) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_code code = JH_OK;
  for (uint32_t i = 0; i < plan->table_count && !code; i++) {
    if (is_table_wanted(t, i)) code = lay_out_table(t, &t->tables[t->table_count++], i, err);
  }
  return code;
}
