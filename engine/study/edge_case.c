/* edge_case.c - makes a case for an edge out of an existing one. */
#include <string.h>

#include "eval/run.h"
#include "study/edge_scratch.h"
#include "study/edge_search.h"

/* How many cases of a rule are tried as a beginning, and how many with two changes. */
enum { TEMPLATES = 12, FEW_TEMPLATES = 3 };

static const char *const no_template[JH_LANGS] = {
    [JH_EN] = "the rule has no case to begin with, and a plain one does not lead there",
    [JH_ZH] = "该规则没有可作起点的用例，从简单的数出发也达不到"};
static const char *const no_input[JH_LANGS] = {
    [JH_EN] = "no change of one input of its cases leads there",
    [JH_ZH] = "改动现有用例的任一输入都达不到"};
static const char *const no_name[JH_LANGS] = {
    [JH_EN] = "a value cannot be written by its name alone", [JH_ZH] = "有的值无法只按名称写出"};

/* Is the school of a stage unit one that has the stage? Unknown counts as yes. */
static bool has_the_stage(jh_edge_search *s, const jh_case *test, uint32_t unit) {
  const jh_plan *plan = s->set->plan;
  const jh_case_row *row = &test->rows[unit];
  jh_case of = *test;
  jh_trial trial;
  of.subject = row->parent;
  if (row->parent == JH_NONE || plan->stages[row->stage].when == JH_NONE) return true;
  if (!jh_edge_search_trial(s, &of, &trial)) return true;
  jh_exact exact = jh_trial_exact(&trial);
  bool has = jh_exact_condition(&exact, plan->stages[row->stage].when, trial.row) != JH_FALSE;
  jh_trial_close(&trial);
  return has;
}

/* A unit becomes one of another stage, and its school, if need be, of a kind that has it. */
static void switch_stage(jh_edge_search *s, jh_case *test, uint32_t unit, uint32_t stage) {
  const jh_plan *plan = s->set->plan;
  jh_case_row *row = &test->rows[unit];
  row->stage = stage;
  if (row->parent == JH_NONE || has_the_stage(s, test, unit)) return;
  jh_case_row *school = &test->rows[row->parent];
  const jh_table_def *table = &plan->tables[plan->levels[school->level].table];
  for (size_t k = 0; k < school->value_count; k++) {
    jh_case_value *value = &school->values[k];
    if (value->is_quantity || value->is_missing) continue;
    const jh_column_def *column = &table->columns[value->index];
    uint32_t kept = value->mark;
    for (size_t c = 0; column->type == JH_COLUMN_CHOICE && c < column->choice_count; c++) {
      value->mark = (uint32_t)c;
      if (has_the_stage(s, test, unit)) return;
    }
    value->mark = kept;
  }
}

/* Units of the edge's stage: the judged one, or all below the judged entity if none is of it. */
static void switch_stages(jh_edge_search *s, jh_case *test) {
  uint32_t stage = s->edge->stage, level = s->set->plan->stage_level;
  bool is_own = test->rows[test->subject].level == level, is_there = false;
  for (uint32_t r = 0; r < test->row_count && stage != JH_NONE; r++)
    is_there =
        is_there || (!is_own && test->rows[r].level == level && test->rows[r].stage == stage);
  for (uint32_t r = 0; r < test->row_count && stage != JH_NONE && !is_there; r++) {
    if (test->rows[r].level != level || test->rows[r].stage == stage) continue;
    if (!is_own || r == test->subject) switch_stage(s, test, r, stage);
  }
}

/* A case of the rule, on the edge's day and of its stage; NULL: memory. */
static jh_case *prepare(jh_edge_search *s, const jh_case *test) {
  const jh_plan *plan = s->set->plan;
  const jh_edge *edge = s->edge;
  jh_case *copy = jh_edge_search_copy(s, test);
  if (!copy) return NULL;
  jh_date on = test->on ? test->on : plan->pack.in_force;
  if (on < edge->from || (edge->until && on >= edge->until))
    copy->on = edge->from == plan->pack.in_force ? 0 : edge->from;
  switch_stages(s, copy);
  return copy;
}

static bool belongs(const jh_plan *plan, uint32_t rule, uint32_t of) {
  uint32_t level = plan->rules[rule].level;
  while (rule != of && plan->rules[rule].parent != JH_NONE) rule = plan->rules[rule].parent;
  return rule == of && plan->rules[of].level == level;
}

size_t jh_edge_beginnings(const jh_edge *edge, const jh_trial_set *set) {
  size_t count = 0;
  for (size_t i = 0; i < set->count; i++)
    count += set->trials[i].is_sound && belongs(set->plan, edge->rule, set->trials[i].test->rule);
  return count;
}

/* The cases to begin with: those that stand somewhere already come first, of the right stage before
 * those whose stage would have to be changed. */
typedef struct templates {
  jh_case *cases[TEMPLATES];
  jh_stand stands[TEMPLATES];
  size_t count;
} templates;

static bool has_stage(const jh_edge_search *s, const jh_case *test) {
  const jh_case_row *subject = &test->rows[test->subject];
  return s->edge->stage == JH_NONE || subject->level != s->set->plan->stage_level ||
         subject->stage == s->edge->stage;
}

static void gather(jh_edge_search *s, templates *t, bool with_stage, bool standing) {
  const jh_plan *plan = s->set->plan;
  for (size_t i = 0; i < s->set->count && t->count < TEMPLATES && !s->code; i++) {
    const jh_case *test = s->set->trials[i].test;
    if (!s->set->trials[i].is_sound || has_stage(s, test) != with_stage) continue;
    if (!belongs(plan, s->edge->rule, test->rule)) continue;
    jh_case *copy = prepare(s, test);
    jh_stand stand = copy ? jh_edge_search_stand(s, copy) : JH_STANDS_UNKNOWN;
    if (!copy || (stand != JH_STANDS_UNKNOWN) != standing) continue;
    t->cases[t->count] = copy;
    t->stands[t->count++] = stand;
  }
}

static void gather_all(jh_edge_search *s, templates *t) {
  t->count = 0;
  for (int k = 0; k < 4; k++) gather(s, t, k % 2 == 0, k < 2);
}

/* Where the rule has no case, one from scratch. */
static void begin_anew(jh_edge_search *s, templates *t) {
  jh_case *test = t->count || s->code ? NULL : jh_edge_scratch(s);
  if (!test) return;
  t->cases[0] = test;
  t->stands[0] = jh_edge_search_stand(s, test);
  t->count = 1;
}

static bool is_number(const jh_plan *plan, const jh_case_row *row, const jh_case_value *value) {
  if (value->is_missing) return false;
  if (value->is_quantity)
    return plan->nodes[plan->quantities[value->index].use].type == JH_TYPE_NUMBER;
  jh_column_type type = plan->tables[plan->levels[row->level].table].columns[value->index].type;
  return type == JH_COLUMN_COUNT || type == JH_COLUMN_DECIMAL;
}

/* Moves one number of the given part; the first that leads to the edge. */
static bool move_part(jh_edge_search *s, jh_case *test, jh_part part) {
  for (uint32_t r = 0; r < test->row_count; r++) {
    jh_case_row *row = &test->rows[r];
    for (size_t k = 0; k < row->value_count; k++) {
      if (!is_number(s->set->plan, row, &row->values[k])) continue;
      if (jh_edge_search_part(s, row, &row->values[k]) != part) continue;
      if (jh_edge_search_number(s, test, r, k)) return true;
    }
  }
  return false;
}

static bool stands(jh_edge_search *s, const jh_case *test) {
  return jh_edge_search_stand(s, test) != JH_STANDS_UNKNOWN;
}

/* With a round divisor the measure may come out even; of a spread, with a round figure of one school
 * (1100 : 2900 is exactly 0.45). */
static bool move_rounded(jh_edge_search *s, jh_case *test) {
  static const int64_t round[] = {1000, 100, 10000, 200, 400, 600, 1100, 700};
  const jh_plan *plan = s->set->plan;
  bool is_spread = plan->nodes[plan->rules[s->edge->rule].measure].op == JH_OP_SPREAD;
  for (uint32_t r = 0; r < test->row_count; r++) {
    jh_case_row *row = &test->rows[r];
    for (size_t k = 0; k < row->value_count; k++) {
      jh_case_value *value = &row->values[k];
      if (!is_number(plan, row, value)) continue;
      jh_part part = jh_edge_search_part(s, row, value);
      if (part != JH_PART_DIVISOR && !(is_spread && part == JH_PART_MEASURE)) continue;
      jh_dec kept = value->number;
      for (size_t i = 0; i < sizeof round / sizeof *round; i++) {
        value->number = (jh_dec){round[i], 0};
        if (move_part(s, test, JH_PART_MEASURE)) return true;
      }
      value->number = kept;
    }
  }
  return false;
}

static jh_case *find_number(jh_edge_search *s, const templates *t) {
  size_t standing = 0;
  while (standing < t->count && t->stands[standing] != JH_STANDS_UNKNOWN) standing++;
  for (jh_part part = JH_PART_MEASURE; part <= JH_PART_FILTER; part++) {
    for (size_t i = 0; i < standing; i++) {
      if (move_part(s, t->cases[i], part)) return t->cases[i];
    }
  }
  for (size_t i = 0; i < standing && i < FEW_TEMPLATES; i++) {
    if (move_rounded(s, t->cases[i])) return t->cases[i];
  }
  for (size_t i = standing; i < t->count && i < standing + FEW_TEMPLATES; i++) {
    /* of another arm, or out of scope */
    if (!jh_edge_search_vary(s, t->cases[i], stands)) continue;
    for (jh_part part = JH_PART_MEASURE; part <= JH_PART_FILTER; part++) {
      if (move_part(s, t->cases[i], part)) return t->cases[i];
    }
    if (jh_edge_search_is_shown(s, t->cases[i])) return t->cases[i];
    if (move_rounded(s, t->cases[i])) return t->cases[i];
  }
  return NULL;
}

/* Leaves out one value, what counts in the measure first; then all of them. */
static bool leave_out(jh_edge_search *s, jh_case *test) {
  for (jh_part part = JH_PART_MEASURE; part < JH_PART_NONE; part++) {
    for (size_t r = 0; r < test->row_count; r++) {
      jh_case_row *row = &test->rows[r];
      for (size_t k = 0; k < row->value_count; k++) {
        jh_case_value *value = &row->values[k];
        if (value->is_missing || jh_edge_search_part(s, row, value) != part) continue;
        value->is_missing = true;
        if (jh_edge_search_is_shown(s, test)) return true;
        value->is_missing = false;
      }
    }
  }
  return false;
}

/* A case that gives nothing: the judged row and those above it. */
static jh_case *bare(jh_edge_search *s) {
  const jh_plan *plan = s->set->plan;
  const jh_rule *rule = &plan->rules[s->edge->rule];
  jh_case_row rows[16];
  size_t depth = 0, i = 0;
  for (uint32_t l = rule->level; l != JH_NONE && depth < 16; l = plan->levels[l].parent) depth++;
  i = depth;
  for (uint32_t l = rule->level; l != JH_NONE && i > 0; l = plan->levels[l].parent) {
    i--;
    uint32_t stage = l == plan->stage_level ? 0 : JH_NONE;
    rows[i] = (jh_case_row){
        .level = l, .parent = i ? (uint32_t)i - 1 : JH_NONE, .stage = stage, .values = NULL};
  }
  jh_case test = {
      .name = "",
      .rule = s->edge->rule,
      .rows = rows,
      .row_count = depth,
      .subject = (uint32_t)depth - 1,
      .on = s->edge->from == plan->pack.in_force ? 0 : s->edge->from};
  return jh_edge_search_copy(s, &test);
}

static jh_case *find_other(jh_edge_search *s, const templates *t) {
  bool is_blank = s->edge->side == JH_SIDE_NO_DATA;
  for (size_t i = 0; i < t->count && !s->code; i++) {
    bool is_found = jh_edge_search_is_shown(s, t->cases[i]) ||
                    (is_blank ? leave_out(s, t->cases[i])
                              : jh_edge_search_vary(s, t->cases[i], jh_edge_search_is_shown));
    if (is_found) return t->cases[i];
  }
  jh_case *empty = bare(s);
  if (!empty) return NULL;
  if (jh_edge_search_is_shown(s, empty)) return empty;
  return !is_blank && jh_edge_search_vary(s, empty, jh_edge_search_is_shown) ? empty : NULL;
}

/* "class_size, primary: just below 45" */
static char *name_of(jh_edge_search *s) {
  static const char *const words[] = {
      [JH_SIDE_BELOW] = "just below",
      [JH_SIDE_AT] = "exactly",
      [JH_SIDE_ABOVE] = "just above",
      [JH_SIDE_MET] = "met",
      [JH_SIDE_UNMET] = "not met",
      [JH_SIDE_NO_DATA] = "a figure is not known",
      [JH_SIDE_OUT_OF_SCOPE] = "out of scope"};
  const jh_plan *plan = s->set->plan;
  const jh_edge *edge = s->edge;
  const jh_rule *rule = &plan->rules[edge->rule];
  char number[JH_DEC_TEXT], day[11];
  jh_buf name;
  jh_buf_init(&name);
  jh_buf_text(&name, rule->id);
  if (edge->stage != JH_NONE && rule->stage == JH_NONE)
    jh_buf_print(&name, ", %s", plan->stages[edge->stage].id);
  jh_buf_print(&name, ": %s", words[edge->side]);
  if (edge->bound != JH_NONE)
    jh_buf_print(&name, " %s", edge->value ? jh_dec_text(number, edge->value->value) : "its bound");
  bool is_foreign = edge->path[0] && strncmp(edge->path, rule->id, strcspn(edge->path, ".")) != 0;
  if (is_foreign) jh_buf_print(&name, " (%s)", edge->path);
  if (edge->from > rule->in_force && edge->from > plan->pack.in_force)
    jh_buf_print(&name, ", from %s", jh_date_text(day, edge->from));
  char *out = jh_buf_ok(&name) ? jh_arena_text(s->arena, jh_buf_str(&name)) : NULL;
  if (!out) s->code = jh_fail(s->err, JH_ENOMEM, NULL, NULL);
  jh_buf_done(&name);
  return out;
}

static bool is_short(jh_dec *out, const jh_range *value) {
  char text[JH_FIGURE_TEXT];
  return jh_range_is_known(value) &&
         jh_rat_decimal(&value->low, 6, JH_ROUND_NEAREST, text, sizeof text) &&
         jh_dec_read(out, jh_str_of(text), 6, false) == JH_DEC_OK;
}

/* Can the measure never equal the bound? Then the nearest on both sides hold it fast. */
static bool has_no_middle(const jh_edge_search *s) {
  const jh_plan *plan = s->set->plan;
  const jh_edge *edge = s->edge;
  if (!edge->value) return false;
  jh_rat value;
  jh_rat_init(&value);
  jh_reach_value(&value, &plan->params[plan->nodes[edge->bound].index], edge->value->value);
  bool is_reachable = jh_reach_at(&s->reaches[plan->rules[edge->rule].measure], &value);
  jh_rat_done(&value);
  return !is_reachable;
}

/* The measure where it is a short decimal and the case asks for the edge's own rule; on the line the
 * margin too, by which another bound is noticed. */
static void expect_figures(jh_edge_search *s, jh_case *test, const jh_trial *trial) {
  const jh_rule *rule = &s->set->plan->rules[test->rule];
  test->measure.is_there = test->bound.is_there = test->margin.is_there = false;
  if (s->edge->bound == JH_NONE || test->rule != s->edge->rule) return;
  jh_exact exact = jh_trial_exact(trial);
  jh_figure_set set;
  jh_finding finding;
  memset(&finding, 0, sizeof finding);
  jh_figure_set_init(&set);
  jh_run_figures(&exact, rule, trial->row, &set);
  test->measure.is_there = !set.has_sign && is_short(&test->measure.low, &set.measure);
  test->measure.high = test->measure.low;
  if (test->measure.is_there && (s->edge->side == JH_SIDE_AT || has_no_middle(s))) {
    jh_figure_write(&set, rule->compare, &finding);
    test->margin.is_there =
        jh_dec_read(&test->margin.low, jh_str_of(finding.margin.text), 6, false) == JH_DEC_OK;
    test->margin.high = test->margin.low;
  }
  jh_figure_set_done(&set);
}

/* Leaves out what the rule does not read, as long as the edge is shown. */
static void trim(jh_edge_search *s, jh_case *test) {
  if (test->rule != s->edge->rule) return;
  for (size_t r = 0; r < test->row_count; r++) {
    jh_case_row *row = &test->rows[r];
    for (size_t k = row->value_count; k-- > 0;) {
      jh_case_value kept = row->values[k];
      if (jh_edge_search_part(s, row, &kept) != JH_PART_NONE) continue;
      size_t after = row->value_count - k - 1;
      memmove(&row->values[k], &row->values[k + 1], after * sizeof kept);
      row->value_count--;
      if (jh_edge_search_is_shown(s, test)) continue;
      memmove(&row->values[k + 1], &row->values[k], after * sizeof kept);
      row->values[k] = kept;
      row->value_count++;
    }
  }
}

static jh_code expect(jh_edge_search *s, jh_case *test) {
  jh_trial trial;
  jh_code code = jh_trial_open(&trial, s->set, test, s->err);
  if (code) return code;
  test->verdict = jh_trial_verdict(&trial, test->rule, trial.row);
  expect_figures(s, test, &trial);
  jh_trial_close(&trial);
  test->name = name_of(s);
  return s->code;
}

jh_code jh_edge_case(
    const jh_case **out, jh_edge *edge, jh_trial_set *set, const jh_reach *reaches, jh_arena *arena,
    jh_error *err) {
  jh_edge_search s = {.edge = edge, .set = set, .reaches = reaches, .arena = arena, .err = err};
  templates t;
  jh_code code = jh_edge_search_open(&s);
  if (code) return code;
  gather_all(&s, &t);
  const char *const *why = t.count ? no_input : no_template;
  begin_anew(&s, &t);
  jh_case *found = edge->bound != JH_NONE ? find_number(&s, &t) : find_other(&s, &t);
  if (!s.code && found) trim(&s, found);
  if (!s.code && found) s.code = expect(&s, found);
  if (s.code) return s.code;
  jh_buf text;
  jh_buf_init(&text);
  if (found && !jh_edge_text(&text, set->plan, found)) {
    found = NULL;
    why = no_name;
  }
  bool is_ok = jh_buf_ok(&text);
  jh_buf_done(&text);
  if (!is_ok) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  for (int l = 0; !found && l < JH_LANGS; l++) edge->why[l] = why[l];
  *out = found;
  return JH_OK;
}
