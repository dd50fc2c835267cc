/* compute.c - one call of a function of the pack: arguments in, a number or an answer out. */
#include "script/compute.h"

#include "script/rational.h"
#include "script/read.h"

/* For one row; and for all rows of all runs, which bounds the time that a pack can take. */
#define STEPS_A_ROW 100000
#define STEPS_IN_ALL UINT64_C(2000000000)
enum { CPU_SECONDS_A_ROW = 5 };

typedef struct request {
  const jh_compute *of;
  const jh_rat *values;
  const char *who;
  jh_rat *out;
} request;

/* The result has another type than was declared: no line runs any more, so the place is the word's. */
static _Noreturn void refuse(lua_State *L, const request *r) {
  jh_script *script = jh_script_of(L);
  const char *wanted = r->of->is_condition ? "true or false" : "a number 数字";
  script->error = (jh_error){0};
  (void)jh_fail(
      &script->error, JH_ECOMPUTE_RESULT, &r->of->place, luaL_typename(L, -1), r->who, wanted,
      NULL);
  jh_script_raise(L);
}

/* [-0, +0, e] */
static void take_result(lua_State *L, const request *r) {
  const jh_rat *exact = jh_rational_at(L, -1);
  if (r->of->is_condition) {
    if (!lua_isboolean(L, -1)) refuse(L, r);
    jh_rat_set_int(r->out, lua_toboolean(L, -1));
  } else if (exact) {
    jh_rat_set(r->out, exact);
  } else if (lua_type(L, -1) == LUA_TNUMBER) {
    jh_rat_set_dec(r->out, jh_read_dec_at(L, -1));
  } else {
    refuse(L, r);
  }
}

/* In protected mode: the request -> nothing. [-1, +0, e] */
static int call(lua_State *L) {
  const request *r = lua_touserdata(L, 1);
  int count = (int)r->of->read_count;
  luaL_checkstack(L, count + 4, "too many values are read");
  lua_rawgeti(L, LUA_REGISTRYINDEX, r->of->function);
  for (int i = 0; i < count; i++) jh_rational_push(L, &r->values[i]);
  lua_call(L, count, 1);
  take_result(L, r);
  return 0;
}

/* Puts the row into what went wrong. */
static jh_code tell(const request *r, const jh_error *inner, jh_error *err) {
  const jh_place *at = inner->at.file[0] ? &inner->at : &r->of->place;
  char text[256], limit[24];
  switch (inner->code) {
  case JH_ENOMEM: return jh_fail(err, JH_ENOMEM, at, NULL);
  case JH_ECOMPUTE_STATE:
  case JH_ECOMPUTE_WORD:
  case JH_ECOMPUTE_RESULT:
    if (err) *err = *inner;
    return inner->code;
  case JH_ESTEPS:
  case JH_EPACK_TIME:
    return jh_fail(err, JH_ECOMPUTE_STEPS, at, jh_arg_int(limit, STEPS_A_ROW), r->who, NULL);
  default:
    jh_error_text(inner, JH_EN, text, sizeof text);
    return jh_fail(err, JH_ECOMPUTE_FAILED, at, r->who, text, NULL);
  }
}

jh_code jh_script_compute(
    jh_script *script, uint32_t compute, const jh_rat *values, const char *who, jh_rat *out,
    jh_error *err) {
  request r = {&script->plan->computes[compute], values, who, out};
  jh_error inner = {0};
  char limit[24];
  if (script->computed_steps > STEPS_IN_ALL) {
    return jh_fail(
        err, JH_ECOMPUTE_STEPS, &r.of->place, jh_arg_int(limit, (int64_t)STEPS_IN_ALL), who, NULL);
  }
  jh_script_budget(script, STEPS_A_ROW, CPU_SECONDS_A_ROW);
  script->is_computing = true;
  jh_code code = jh_script_protected(script, call, &r, &inner);
  script->is_computing = false;
  script->computed_steps += script->steps;
  return code ? tell(&r, &inner, err) : JH_OK;
}

static jh_code call_kept(
    void *payload, uint32_t compute, const jh_rat *values, const char *who, jh_rat *out,
    jh_error *err) {
  return jh_script_compute(payload, compute, values, who, out, err);
}

static void close_kept(void *payload) { jh_script_close(payload); }

void jh_script_keep(jh_script *script) {
  script->plan->hook = (jh_compute_hook){call_kept, close_kept, script};
}
