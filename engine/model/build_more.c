/* build_more.c - nodes of the day of law, ranges, codes, means of spreads, functions of the pack. */
#include "model/build_more.h"

#include "model/build.h"
#include "model/build_parts.h"

static const jh_node *node_of(const jh_build *b, uint32_t index) { return &b->plan->nodes[index]; }

/* A unit whose factor is left out: node values are in base units. */
static jh_unit kind(jh_unit unit) {
  unit.num = 1;
  unit.den = 1;
  return unit;
}

jh_code jh_build_since(jh_build *b, jh_date day, uint32_t *out) {
  jh_node node = jh_build_blank(JH_OP_SINCE, JH_TYPE_CONDITION, JH_NONE);
  node.num = day;
  return jh_build_add(b, node, NULL, 0, out);
}

jh_code jh_build_year(jh_build *b, uint32_t *out) {
  jh_node node = jh_build_blank(JH_OP_YEAR, JH_TYPE_NUMBER, JH_NONE);
  jh_code code = jh_unit_read(&node.unit, &b->plan->units, jh_str_of("year"), b->err);
  if (code) return code;
  node.num = node.unit.num;
  node.den = node.unit.den;
  node.unit = kind(node.unit);
  return jh_build_add(b, node, NULL, 0, out);
}

jh_code jh_build_between(jh_build *b, uint32_t low, uint32_t high, uint32_t *out) {
  uint32_t args[2] = {low, high}, level;
  jh_code code = jh_build_want(b, JH_OP_BETWEEN, low, JH_TYPE_NUMBER);
  if (!code) code = jh_build_want(b, JH_OP_BETWEEN, high, JH_TYPE_NUMBER);
  if (!code) {
    code = jh_build_same_unit(b, node_of(b, low)->unit, node_of(b, high)->unit, "unknown_between");
  }
  if (!code) code = jh_build_level_all(b, args, 2, &level);
  if (code) return code;
  jh_node node = jh_build_blank(JH_OP_BETWEEN, JH_TYPE_NUMBER, level);
  node.unit = node_of(b, low)->unit;
  return jh_build_add(b, node, args, 2, out);
}

jh_code jh_build_code_in(jh_build *b, uint32_t table, uint32_t set, uint32_t *out) {
  const jh_table_def *def = &b->plan->tables[table];
  if (def->key_column == JH_NONE) {
    return jh_fail(b->err, JH_ETYPE_MISMATCH, &b->at, "is_one_of", "key 代码", def->id, NULL);
  }
  jh_node node = jh_build_blank(JH_OP_CODE_IN, JH_TYPE_CONDITION, def->level);
  node.table = table;
  node.index = set;
  return jh_build_add(b, node, NULL, 0, out);
}

/* Is the argument a SPREAD at the level? */
static jh_code want_spread(jh_build *b, uint32_t spread, uint32_t target) {
  const jh_node *node = node_of(b, spread);
  if (node->op != JH_OP_SPREAD) {
    return jh_fail(b->err, JH_ETYPE_MISMATCH, &b->at, "mean", "spread 差异系数", "?", NULL);
  }
  if (node->level == target) return JH_OK;
  return jh_fail(
      b->err, JH_ELEVEL_MISMATCH, &b->at, "spread", b->plan->levels[node->level].id,
      b->plan->levels[target].id, "combine = \"each\"", NULL);
}

jh_code jh_build_composite(
    jh_build *b, uint32_t limit, const uint32_t *spreads, size_t count, uint32_t target,
    uint32_t *out) {
  if (count == 0) {
    return jh_fail(b->err, JH_EMISSING_FIELD, &b->at, "mean", "spread", "{ … }", NULL);
  }
  jh_code code = JH_OK;
  if (limit != JH_NONE) {
    code = jh_build_want(b, JH_OP_COMPOSITE, limit, JH_TYPE_NUMBER);
    if (!code) code = jh_build_same_unit(b, node_of(b, limit)->unit, jh_unit_none(), "= < >");
    if (!code) code = jh_build_raise(b, limit, target, &limit);
  }
  for (size_t i = 0; i < count && !code; i++) code = want_spread(b, spreads[i], target);
  if (code) return code;
  uint32_t *args = jh_build_copy_args(b, spreads, count);
  if (!args) return jh_fail(b->err, JH_ENOMEM, &b->at, NULL);
  for (size_t i = count; i > 0; i--) args[i] = args[i - 1]; /* room for one more is there */
  args[0] = limit;
  jh_node node = jh_build_blank(JH_OP_COMPOSITE, JH_TYPE_CONDITION, target);
  return jh_build_add(b, node, args, count + 1, out);
}

jh_code jh_build_compute(
    jh_build *b, uint32_t compute, const uint32_t *reads, jh_unit unit, uint32_t *out) {
  const jh_compute *def = &b->plan->computes[compute];
  size_t count = def->read_count;
  uint32_t *args = jh_build_copy_args(b, reads, count);
  if (!args) return jh_fail(b->err, JH_ENOMEM, &b->at, NULL);
  for (size_t i = 0; i < count; i++) {
    jh_code code = jh_build_want(b, JH_OP_COMPUTE, args[i], JH_TYPE_NUMBER);
    if (!code) code = jh_build_raise(b, args[i], def->level, &args[i]);
    if (code) return code;
  }
  jh_node node = jh_build_blank(
      JH_OP_COMPUTE, def->is_condition ? JH_TYPE_CONDITION : JH_TYPE_NUMBER, def->level);
  node.index = compute;
  if (!def->is_condition) {
    node.unit = kind(unit);
    node.num = unit.num;
    node.den = unit.den;
  }
  return jh_build_add(b, node, args, count, out);
}
