/* eval_builder.c - see eval_builder.h. */
#include "support/eval_builder.h"

#include "support/test.h"

#include "base/alloc.h"

static void *get(eval_builder *b, size_t size) {
  void *out = jh_arena_get(b->plan->arena, size);
  assert_non_null(out);
  return out;
}

void eb_open(eval_builder *b) {
  static const char *const ids[EB_LEVELS] = {"county", "school", "stage", "room"};
  static const char *const tables[EB_LEVELS] = {"counties", "schools", "units", "rooms"};
  static const uint32_t parents[EB_LEVELS] = {JH_NONE, EB_COUNTY, EB_SCHOOL, EB_SCHOOL};
  memset(b, 0, sizeof *b);
  assert_int_equal(jh_plan_open(&b->plan, &b->err), JH_OK);
  jh_plan *plan = b->plan;
  plan->levels = get(b, EB_LEVELS * sizeof *plan->levels);
  plan->tables = get(b, EB_LEVELS * sizeof *plan->tables);
  plan->level_count = plan->table_count = EB_LEVELS;
  for (uint32_t i = 0; i < EB_LEVELS; i++) {
    plan->levels[i] = (jh_level){.id = ids[i], .many = tables[i], .parent = parents[i], .table = i};
    plan->tables[i] = (jh_table_def){
        .id = tables[i],
        .level = i,
        .parent = parents[i],
        .parent_column = JH_NONE,
        .key_column = i == EB_COUNTY || i == EB_SCHOOL ? 63 : JH_NONE, /* codes only */
        .stage_column = JH_NONE,
        .name_column = JH_NONE,
        .year_column = JH_NONE};
    plan->tables[i].columns = get(b, 64 * sizeof *plan->tables[i].columns);
  }
  plan->stage_level = EB_STAGE;
  plan->stages = get(b, 2 * sizeof *plan->stages);
  plan->stages[0] = (jh_stage){.id = "primary", .when = JH_NONE};
  plan->stages[1] = (jh_stage){.id = "junior", .when = JH_NONE};
  plan->stage_count = 2;
  plan->rules = get(b, 64 * sizeof *plan->rules);
  plan->params = get(b, 64 * sizeof *plan->params);
  plan->computes = get(b, 64 * sizeof *plan->computes);
  plan->code_sets = get(b, 64 * sizeof *plan->code_sets);
  plan->quantities = get(b, 64 * sizeof *plan->quantities);
  b->build = (jh_build){.plan = plan, .err = &b->err};
}

void eb_close(eval_builder *b) {
  if (b->data) jh_dataset_close(b->data);
  jh_plan_close(b->plan);
}

static jh_column_def *add_column(
    eval_builder *b, uint32_t level, const char *id, jh_column_type type) {
  jh_table_def *table = &b->plan->tables[level];
  assert_true(table->column_count < 64);
  jh_column_def *column = &table->columns[table->column_count++];
  *column = (jh_column_def){.id = id, .type = type, .unit_text = "", .unit = jh_unit_none()};
  return column;
}

static uint32_t column_node(eval_builder *b, uint32_t level) {
  uint32_t node, column = (uint32_t)b->plan->tables[level].column_count - 1;
  assert_int_equal(jh_build_column(&b->build, level, column, &node), JH_OK);
  return node;
}

uint32_t eb_number(eval_builder *b, uint32_t level, const char *id, int scale, int64_t max) {
  jh_column_def *column = add_column(b, level, id, scale ? JH_COLUMN_DECIMAL : JH_COLUMN_COUNT);
  column->scale = scale;
  column->has_min = true;
  column->has_max = max >= 0;
  column->max = (jh_dec){max, 0};
  return column_node(b, level);
}

uint32_t eb_flag(eval_builder *b, uint32_t level, const char *id) {
  add_column(b, level, id, JH_COLUMN_BOOL);
  return column_node(b, level);
}

uint32_t eb_choice(eval_builder *b, uint32_t level, const char *id) {
  add_column(b, level, id, JH_COLUMN_CHOICE);
  return column_node(b, level);
}

static void lay_rows(eval_builder *b, uint32_t level, size_t count, const uint32_t *parents) {
  assert_int_equal(jh_dataset_rows(b->data, level, count, &b->err), JH_OK);
  for (size_t row = 0; parents && row < count; row++)
    b->data->levels[level].parent[row] = parents[row];
  for (uint32_t c = 0; count && c < b->plan->tables[level].column_count; c++)
    assert_int_equal(jh_dataset_column(b->data, level, c, &b->err), JH_OK);
}

/* "c0", "c1", … for counties, "s0" … for schools. */
static void give_codes(eval_builder *b, uint32_t level, char letter) {
  jh_rows *rows = &b->data->levels[level];
  rows->codes = jh_arena_get(b->data->arena, (rows->count + 1) * sizeof *rows->codes);
  rows->names = rows->codes;
  for (size_t row = 0; row < rows->count; row++) {
    char text[32];
    snprintf(text, sizeof text, "%c%zu", letter, row);
    rows->codes[row] = jh_str_of(jh_arena_text(b->data->arena, jh_str_of(text)));
  }
}

void eb_data(eval_builder *b, const eb_shape *shape) {
  assert_int_equal(jh_dataset_open(&b->data, b->plan, &b->err), JH_OK);
  lay_rows(b, EB_COUNTY, shape->counties, NULL);
  lay_rows(b, EB_SCHOOL, shape->schools, shape->county_of);
  lay_rows(b, EB_STAGE, shape->units, shape->school_of_unit);
  lay_rows(b, EB_ROOM, shape->rooms, shape->school_of_room);
  give_codes(b, EB_COUNTY, 'c');
  give_codes(b, EB_SCHOOL, 's');
  jh_rows *units = &b->data->levels[EB_STAGE];
  units->stages = jh_arena_get(b->data->arena, shape->units + 1);
  for (size_t row = 0; row < shape->units; row++)
    units->stages[row] = shape->stages ? shape->stages[row] : EB_PRIMARY;
  assert_int_equal(jh_dataset_link(b->data, &b->err), JH_OK);
}

void eb_units(eval_builder *b, size_t units) {
  uint32_t zero = 0, *schools = jh_alloc_get(units * sizeof *schools);
  eb_data(
      b, &(eb_shape){
             .counties = 1,
             .schools = 1,
             .units = units,
             .county_of = &zero,
             .school_of_unit = schools});
  jh_alloc_free(schools);
}

static jh_column *column_of(eval_builder *b, uint32_t node) {
  const jh_node *at = &b->plan->nodes[node];
  return b->data->levels[at->level].columns[at->index];
}

void eb_set(eval_builder *b, uint32_t node, size_t row, int64_t value) {
  jh_column *column = column_of(b, node);
  if (jh_column_is_number(column))
    (void)jh_column_put(column, row, value);
  else
    column->marks[row] = (uint8_t)value;
  column->known[row / 64] |= UINT64_C(1) << (row % 64);
}

void eb_unset(eval_builder *b, uint32_t node, size_t row) {
  column_of(b, node)->known[row / 64] &= ~(UINT64_C(1) << (row % 64));
}

jh_dec eb_dec(const char *text) {
  jh_dec out;
  assert_int_equal(jh_dec_read(&out, jh_str_of(text), 18, false), JH_DEC_OK);
  return out;
}

uint32_t eb_const(eval_builder *b, const char *value) {
  uint32_t out;
  assert_int_equal(jh_build_const(&b->build, eb_dec(value), jh_unit_none(), &out), JH_OK);
  return out;
}

uint32_t eb_pair(eval_builder *b, jh_op op, uint32_t x, uint32_t y) {
  uint32_t out;
  assert_int_equal(jh_build_pair(&b->build, op, x, y, &out), JH_OK);
  return out;
}

uint32_t eb_one(eval_builder *b, jh_op op, uint32_t x) {
  uint32_t out;
  assert_int_equal(jh_build_one(&b->build, op, x, &out), JH_OK);
  return out;
}

uint32_t eb_three(eval_builder *b, jh_op op, uint32_t x, uint32_t y, uint32_t z) {
  uint32_t out, args[3] = {x, y, z};
  assert_int_equal(jh_build_many(&b->build, op, args, 3, &out), JH_OK);
  return out;
}

uint32_t eb_all(eval_builder *b, jh_op op, const uint32_t *args, size_t count) {
  uint32_t out;
  assert_int_equal(jh_build_all(&b->build, op, args, count, &out), JH_OK);
  return out;
}

uint32_t eb_at_least_n(eval_builder *b, const uint32_t *args, size_t count) {
  uint32_t out;
  assert_int_equal(jh_build_many(&b->build, JH_OP_AT_LEAST_N, args, count, &out), JH_OK);
  return out;
}

uint32_t eb_by_stage(eval_builder *b, uint32_t primary, uint32_t junior) {
  uint32_t out, args[2] = {primary, junior};
  assert_int_equal(jh_build_many(&b->build, JH_OP_BY_STAGE, args, 2, &out), JH_OK);
  return out;
}

uint32_t eb_is(eval_builder *b, uint32_t x, uint64_t set) {
  uint32_t out;
  assert_int_equal(jh_build_is(&b->build, x, set, &out), JH_OK);
  return out;
}

uint32_t eb_over(
    eval_builder *b, jh_op op, uint32_t over, uint32_t target, uint32_t value, uint32_t filter) {
  uint32_t out;
  jh_build_over_spec spec = {op, over, target, JH_NONE, value, JH_NONE, filter, JH_NONE};
  assert_int_equal(jh_build_over(&b->build, &spec, &out), JH_OK);
  return out;
}

uint32_t eb_since(eval_builder *b, jh_date day) {
  uint32_t out;
  assert_int_equal(jh_build_since(&b->build, day, &out), JH_OK);
  return out;
}

uint32_t eb_year(eval_builder *b) {
  uint32_t out;
  assert_int_equal(jh_build_year(&b->build, &out), JH_OK);
  return out;
}

uint32_t eb_between(eval_builder *b, uint32_t low, uint32_t high) {
  uint32_t out;
  assert_int_equal(jh_build_between(&b->build, low, high, &out), JH_OK);
  return out;
}

uint32_t eb_code_in(eval_builder *b, uint32_t level, const char *const *codes) {
  uint32_t out, index = (uint32_t)b->plan->code_set_count++;
  assert_true(index < 64);
  jh_code_set *set = &b->plan->code_sets[index];
  while (codes[set->count]) set->count++;
  set->codes = get(b, (set->count + 1) * sizeof *set->codes);
  for (size_t i = 0; i < set->count; i++) set->codes[i] = codes[i];
  assert_int_equal(jh_build_code_in(&b->build, level, index, &out), JH_OK);
  return out;
}

uint32_t eb_composite(eval_builder *b, uint32_t limit, const uint32_t *spreads, size_t count) {
  uint32_t out;
  assert_int_equal(jh_build_composite(&b->build, limit, spreads, count, EB_COUNTY, &out), JH_OK);
  return out;
}

uint32_t eb_compute(
    eval_builder *b, uint32_t level, bool is_condition, const uint32_t *reads, size_t count) {
  uint32_t out, index = (uint32_t)b->plan->compute_count;
  assert_true(index < 64);
  b->plan->computes[index] = (jh_compute){
      .id = "compute", .level = level, .read_count = (uint32_t)count, .is_condition = is_condition};
  if (jh_build_compute(&b->build, index, reads, jh_unit_none(), &out) != JH_OK) return JH_NONE;
  b->plan->compute_count++;
  return out;
}

uint32_t eb_spread(
    eval_builder *b, uint32_t over, uint32_t x, uint32_t weight, uint32_t filter, uint32_t limit) {
  uint32_t out;
  jh_build_over_spec spec = {JH_OP_SPREAD, over, EB_COUNTY, JH_NONE, x, weight, filter, limit};
  assert_int_equal(jh_build_over(&b->build, &spec, &out), JH_OK);
  return out;
}

uint32_t eb_param(eval_builder *b, const char *path, const char *value, jh_date since) {
  uint32_t out, index = (uint32_t)b->plan->param_count++;
  jh_param *param = &b->plan->params[index];
  *param = (jh_param){.path = path, .unit_text = "", .unit = jh_unit_none(), .value_count = 1};
  param->values = get(b, sizeof *param->values);
  *param->values = (jh_param_value){.since = since, .stage = JH_NONE, .value = eb_dec(value)};
  assert_int_equal(jh_build_param(&b->build, index, JH_NONE, &out), JH_OK);
  return out;
}

static uint32_t relation(eval_builder *b, uint32_t measure, jh_compare compare, uint32_t bound) {
  static const jh_op ops[] = {JH_OP_GE, JH_OP_LE, JH_OP_GT, JH_OP_LT, JH_OP_EQ};
  return eb_pair(b, ops[compare], measure, bound);
}

uint32_t eb_rule(
    eval_builder *b, const char *id, uint32_t level, uint32_t measure, jh_compare compare,
    uint32_t bound, uint32_t applies, uint32_t holds) {
  uint32_t index = (uint32_t)b->plan->rule_count++;
  assert_true(index < 64);
  jh_rule *rule = &b->plan->rules[index];
  bool is_spread = measure != JH_NONE && (b->plan->nodes[measure].op == JH_OP_SPREAD ||
                                          b->plan->nodes[measure].op == JH_OP_COMPOSITE);
  if (holds == JH_NONE) holds = is_spread ? measure : relation(b, measure, compare, bound);
  *rule = (jh_rule){
      .id = id,
      .kind = is_spread          ? JH_RULE_SPREAD
              : bound == JH_NONE ? JH_RULE_REQUIREMENT
                                 : JH_RULE_INDICATOR,
      .name = {{id, id}},
      .clause = "1",
      .document = JH_NONE,
      .section = JH_NONE,
      .parent = JH_NONE,
      .level = level,
      .stage = JH_NONE,
      .unit_text = "",
      .unit = jh_unit_none(),
      .measure = measure,
      .compare = compare,
      .bound = bound,
      .applies = applies,
      .holds = holds,
      .n_param = JH_NONE,
      .floor_param = JH_NONE,
      .evidence_table = JH_NONE,
      .evidence_column = JH_NONE};
  rule->use = JH_NONE;
  return index;
}

uint32_t eb_use(eval_builder *b, uint32_t rule) {
  jh_rule *def = &b->plan->rules[rule];
  if (def->use == JH_NONE) assert_int_equal(jh_build_rule(&b->build, rule, &def->use), JH_OK);
  return def->use;
}

jh_run *eb_run(eval_builder *b, int jobs) {
  jh_run *run = NULL;
  jh_run_options options = {.on = 20240901, .jobs = jobs, .keep_figures = true};
  assert_int_equal(jh_run_open(&run, b->plan, b->data, &options, &b->err), JH_OK);
  return run;
}

jh_exact eb_exact(const eval_builder *b) {
  return (jh_exact){.plan = b->plan, .dataset = b->data, .on = 20240901};
}
