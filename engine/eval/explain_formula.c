/* explain_formula.c - the formula of one row as text, in the names of columns and quantities.
 *
 * What is written is model/formula.h; here is what the run knows of the row:
 * its stage, the arms taken, the values of parameters on the run's day.
 */
#include "eval/explain_parts.h"
#include "eval/figure.h"
#include "model/formula.h"

enum { MOST_BYTES = 1000 };

static const jh_known *known_of(const jh_run *run) { return jh_force_known(run->program->force); }

/* A condition that the day settles as a whole is written in full. */
static bool drops(const void *payload, uint32_t node, uint32_t k) {
  const jh_run *run = payload;
  if (jh_known_tri(known_of(run), node) != JH_UNKNOWN) return false;
  return jh_known_drops(known_of(run), &run->plan->nodes[node], k);
}

static uint32_t arm(const void *payload, uint32_t node, uint32_t row) {
  const jh_run *run = payload;
  const jh_node *at = &run->plan->nodes[node];
  if (at->op == JH_OP_BY_STAGE)
    return row == JH_NONE ? JH_NONE : jh_where_stage(run->dataset, at->level, row);
  jh_exact exact = jh_run_state_exact(run);
  uint32_t condition = jh_plan_arg(run->plan, at, 0);
  jh_tri which = jh_known_tri(known_of(run), condition);
  if (which == JH_UNKNOWN && row != JH_NONE) which = jh_exact_condition(&exact, condition, row);
  if (which == JH_UNKNOWN) return JH_NONE;
  return which == JH_TRUE ? 1 : 2;
}

static uint32_t above(const void *payload, uint32_t node, uint32_t row) {
  const jh_run *run = payload;
  const jh_node *at = &run->plan->nodes[node];
  uint32_t level = run->plan->nodes[jh_plan_arg(run->plan, at, 0)].level;
  return level == JH_NONE ? row : jh_dataset_ancestor(run->dataset, at->level, row, level);
}

static bool number(jh_buf *buf, const void *payload, uint32_t node, uint32_t row) {
  const jh_run *run = payload;
  bool is_everywhere = run->plan->nodes[node].level == JH_NONE;
  if (row == JH_NONE && !is_everywhere) return false;
  jh_exact exact = jh_run_state_exact(run);
  jh_range value;
  jh_figure figure;
  jh_range_init(&value);
  jh_exact_number(&exact, node, is_everywhere ? 0 : row, &value);
  jh_figure_one(&figure, &value);
  jh_buf_text(buf, figure.is_known ? figure.text : "?");
  jh_range_done(&value);
  return true;
}

const char *jh_explain_formula(
    const jh_run *run, uint32_t node, uint32_t row, jh_lang lang, jh_arena *arena) {
  jh_formula_view view = {run, row, drops, arm, above, number};
  jh_formula how = {.plan = run->plan, .lang = lang, .most_bytes = MOST_BYTES, .view = &view};
  jh_buf buf;
  jh_buf_init(&buf);
  jh_formula_node(&buf, &how, node);
  const char *out = jh_buf_ok(&buf) ? jh_arena_text(arena, jh_buf_str(&buf)) : NULL;
  jh_buf_done(&buf);
  return out;
}
