/* build_late.c - nodes of what is not known yet, and nodes made anew; see build.h. */
#include "model/build.h"
#include "model/build_parts.h"

jh_code jh_build_late(
    jh_build *b, uint32_t late, jh_type type, uint32_t level, jh_unit unit, uint32_t *out) {
  jh_node node = jh_build_blank(JH_OP_LATE, type, level);
  node.index = late;
  node.unit = unit;
  node.unit.num = node.unit.den = 1;
  return jh_build_add(b, node, NULL, 0, out);
}

jh_code jh_build_copy(jh_build *b, const jh_node *like, const uint32_t *args, uint32_t *out) {
  size_t count = like->count;
  jh_node node = *like;
  uint32_t *copy = jh_build_copy_args(b, args, count), level;
  if (!copy) return jh_fail(b->err, JH_ENOMEM, &b->at, NULL);
  jh_code code = jh_build_level_all(b, copy, count, &level);
  if (!code) code = jh_build_meet(b, node.level, level, &node.level);
  for (size_t i = 0; i < count && !code; i++) {
    if (copy[i] != JH_NONE) code = jh_build_raise(b, copy[i], node.level, &copy[i]);
  }
  return code ? code : jh_build_add(b, node, copy, count, out);
}
