/* compute.c - calls the functions of the pack, row by row. */
#include "eval/compute.h"

#include "base/alloc.h"
#include "eval/exact_walk.h"

typedef struct work {
  const jh_plan *plan;
  const jh_dataset *dataset;
  jh_exact exact; /* sees what was computed so far */
  jh_computed *computed;
  jh_rat *values; /* what a function reads; room for the longest list */
  size_t room;
  jh_error *err;
} work;

static const jh_node *node_at(const work *w, uint32_t node) { return &w->plan->nodes[node]; }

/* A column, parameter or plain number is handed over in its written unit, all else in base units. */
static void to_written(const work *w, uint32_t read, jh_range *value) {
  const jh_node *node = node_at(w, read);
  while (node->op == JH_OP_RAISE) node = node_at(w, jh_plan_arg(w->plan, node, 0));
  if (node->op == JH_OP_COLUMN || node->op == JH_OP_PARAM || node->op == JH_OP_CONST)
    jh_range_scale(value, node->den, node->num);
}

/* Reads the values; false if one of them is not known. */
static bool read(const work *w, jh_exact_walk *walk, const jh_node *node, uint32_t row) {
  bool is_known = true;
  jh_range value;
  jh_range_init(&value);
  for (uint32_t k = 0; k < node->count && is_known; k++) {
    uint32_t arg = jh_plan_arg(w->plan, node, k);
    jh_exact_walk_number(walk, arg, row, &value);
    is_known = jh_range_is_known(&value);
    to_written(w, arg, &value);
    jh_rat_set(&w->values[k], &value.low);
  }
  jh_range_done(&value);
  return is_known;
}

/* What the row is called: its code, or that of what it belongs to. */
static void name_row(const work *w, uint32_t level, uint32_t row, char *out, size_t size) {
  const jh_dataset *data = w->dataset;
  while (!data->levels[level].codes && w->plan->levels[level].parent != JH_NONE) {
    row = data->levels[level].parent[row];
    level = w->plan->levels[level].parent;
  }
  const jh_str *codes = data->levels[level].codes;
  jh_str_copy(out, size, codes ? codes[row] : jh_str_of("?"));
}

static jh_code compute_row(
    const work *w, jh_exact_walk *walk, uint32_t index, uint32_t row, jh_rat *value) {
  const jh_compute_hook *hook = &w->plan->hook;
  const jh_node *node = node_at(w, index);
  char who[96];
  if (!hook->call || !read(w, walk, node, row)) return JH_OK;
  name_row(w, node->level, row, who, sizeof who);
  jh_code code = hook->call(hook->payload, node->index, w->values, who, value, w->err);
  if (code) return code;
  if (node->type == JH_TYPE_NUMBER) {
    jh_range range;
    jh_range_init(&range);
    jh_range_set_rat(&range, value);
    jh_range_scale(&range, node->num, node->den);
    jh_rat_set(value, &range.low);
    jh_range_done(&range);
  }
  jh_computed_put(w->computed, index, row, value);
  return JH_OK;
}

static jh_code compute_rows(const work *w, uint32_t index, uint32_t from, uint32_t to) {
  jh_code code = JH_OK;
  jh_exact_walk walk;
  jh_rat value;
  jh_rat_init(&value);
  for (uint32_t row = from; row < to && !code; row++) {
    jh_computed_forget(w->computed, index, row);
    jh_exact_walk_open(&walk, &w->exact);
    code = compute_row(w, &walk, index, row, &value);
    jh_exact_walk_close(&walk);
  }
  jh_rat_done(&value);
  return code;
}

static jh_code compute_node(const work *w, uint32_t index) {
  size_t rows = w->dataset->levels[node_at(w, index)->level].count;
  jh_code code = jh_computed_make(w->computed, index, rows, w->err);
  return code ? code : compute_rows(w, index, 0, (uint32_t)rows);
}

static jh_code open_values(work *w) {
  for (size_t i = 0; i < w->plan->compute_count; i++) {
    size_t count = w->plan->computes[i].read_count;
    w->room = count > w->room ? count : w->room;
  }
  w->values = jh_alloc_get((w->room + 1) * sizeof *w->values);
  if (!w->values) return jh_fail(w->err, JH_ENOMEM, NULL, NULL);
  for (size_t i = 0; i < w->room; i++) jh_rat_init(&w->values[i]);
  return JH_OK;
}

static void close_values(work *w) {
  for (size_t i = 0; w->values && i < w->room; i++) jh_rat_done(&w->values[i]);
  jh_alloc_free(w->values);
}

jh_code jh_compute_all(
    jh_computed **out, const jh_exact *exact, const bool *is_needed, jh_error *err) {
  work w = {.plan = exact->plan, .dataset = exact->dataset, .exact = *exact, .err = err};
  *out = NULL;
  if (w.plan->compute_count == 0) return JH_OK;
  jh_code code = jh_computed_open(&w.computed, w.plan->node_count, err);
  if (code) return code;
  w.exact.computed = w.computed;
  code = open_values(&w);
  for (uint32_t n = 0; n < w.plan->node_count && !code; n++) {
    if (is_needed[n] && node_at(&w, n)->op == JH_OP_COMPUTE) code = compute_node(&w, n);
  }
  close_values(&w);
  if (code)
    jh_computed_close(w.computed);
  else
    *out = w.computed;
  return code;
}

jh_code jh_compute_again(
    jh_computed *computed, const jh_exact *exact, const bool *is_needed, uint32_t root,
    uint32_t row, jh_error *err) {
  work w = {
      .plan = exact->plan,
      .dataset = exact->dataset,
      .exact = *exact,
      .computed = computed,
      .err = err};
  w.exact.computed = computed;
  jh_code code = open_values(&w);
  for (uint32_t n = 0; n < w.plan->node_count && !code; n++) {
    const jh_node *node = node_at(&w, n);
    uint32_t from, to;
    if (!is_needed[n] || node->op != JH_OP_COMPUTE) continue;
    if (!jh_plan_is_within(w.plan, node->level, root))
      continue; /* it reads nothing of the county */
    jh_dataset_range(w.dataset, node->level, root, row, &from, &to);
    code = compute_rows(&w, n, from, to);
  }
  close_values(&w);
  return code;
}
