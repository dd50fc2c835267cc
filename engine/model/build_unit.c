/* build_unit.c - units through formulas: what each operation does to them. */
#include "model/build_unit.h"

jh_code jh_build_same_unit(jh_build *b, jh_unit x, jh_unit y, const char *doing) {
  if (jh_unit_same_kind(x, y)) return JH_OK;
  char first[96], second[96];
  jh_unit_text(&b->plan->units, x, first, sizeof first);
  jh_unit_text(&b->plan->units, y, second, sizeof second);
  return jh_fail(b->err, JH_EUNIT_MISMATCH, &b->at, first, second, doing, NULL);
}

/* A unit whose factor is left out: node values are in base units. */
static jh_unit kind(jh_unit unit) {
  unit.num = 1;
  unit.den = 1;
  return unit;
}

jh_code jh_build_unit_pair(jh_build *b, jh_op op, jh_unit x, jh_unit y, jh_unit *out) {
  switch (op) {
  case JH_OP_MUL: *out = kind(jh_unit_mul(x, y)); return JH_OK;
  case JH_OP_DIV: *out = kind(jh_unit_div(x, y)); return JH_OK;
  case JH_OP_ADD:
  case JH_OP_SUB:
  case JH_OP_MIN:
  case JH_OP_MAX: *out = kind(x); return jh_build_same_unit(b, x, y, "+ -");
  default: *out = jh_unit_none(); return jh_build_same_unit(b, x, y, "= < >");
  }
}
