/* sweep_axis.c - PATH=FROM..TO:STEP and its kin; see sweep_axis.h. */
#include "vary/sweep_axis.h"

#include <string.h>

#include "base/buf.h"
#include "base/suggest.h"

enum { MOST_PLACES = 9, FAR = 20 };

typedef struct reader {
  const jh_plan *plan;
  jh_date on;
  const char *written;
  jh_arena *arena;
  jh_error *err;
} reader;

static jh_code out_of_memory(const reader *r) { return jh_fail(r->err, JH_ENOMEM, NULL, NULL); }

/* The first of `wanted` in a text; its size if there is none. */
static size_t find(jh_str text, const char *wanted) {
  size_t size = strlen(wanted);
  for (size_t i = 0; i + size <= text.size; i++) {
    if (memcmp(text.at + i, wanted, size) == 0) return i;
  }
  return text.size;
}

static jh_str from(jh_str text, size_t at) {
  if (at > text.size) at = text.size;
  return (jh_str){text.at + at, text.size - at};
}

/* ---- the parameter ---- */

/* Offers PATH.stage, or PATH, as a name that could be meant. `keep` holds what is offered. */
static jh_code offer(reader *r, jh_suggest *near, const jh_param *param) {
  if (!param->is_by_stage) {
    jh_suggest_offer(near, jh_str_of(param->path));
    return JH_OK;
  }
  for (size_t i = 0; i < r->plan->stage_count; i++) {
    jh_buf name;
    jh_buf_init(&name);
    jh_buf_print(&name, "%s.%s", param->path, r->plan->stages[i].id);
    const char *kept = jh_buf_ok(&name) ? jh_arena_text(r->arena, jh_buf_str(&name)) : NULL;
    jh_buf_done(&name);
    if (!kept) return out_of_memory(r);
    jh_suggest_offer(near, jh_str_of(kept));
  }
  return JH_OK;
}

/* The nearest name; else the first that begins with what is written, as the id of a rule does. */
static jh_code no_path(reader *r, jh_str path) {
  char shown[128], best[160];
  jh_suggest near = jh_suggest_begin(path);
  jh_arg_text(shown, sizeof shown, path);
  for (size_t i = 0; i < r->plan->param_count; i++) {
    jh_code code = offer(r, &near, &r->plan->params[i]);
    if (code) return code;
  }
  for (size_t i = 0; i < r->plan->param_count && !near.best.size; i++) {
    if (path.size && jh_str_starts(jh_str_of(r->plan->params[i].path), shown))
      near.best = jh_str_of(r->plan->params[i].path);
  }
  jh_arg_text(best, sizeof best, near.best);
  return jh_fail(r->err, JH_ESWEEP_PATH, NULL, shown, best, NULL);
}

/* "a.primary, a.junior": the stages for which there is a value on the day. */
static jh_code which_stage(reader *r, const jh_param *param) {
  char list[160];
  jh_buf names;
  jh_buf_init(&names);
  for (size_t i = 0; i < r->plan->stage_count; i++) {
    if (!jh_param_on(param, (uint32_t)i, r->on)) continue;
    if (names.size) jh_buf_text(&names, " / ");
    jh_buf_print(&names, "%s.%s", param->path, r->plan->stages[i].id);
  }
  jh_str_copy(list, sizeof list, jh_buf_str(&names));
  bool is_ok = jh_buf_ok(&names);
  jh_buf_done(&names);
  if (!is_ok) return out_of_memory(r);
  return jh_fail(r->err, JH_ESWEEP_STAGE, NULL, param->path, list, NULL);
}

static jh_code find_param(reader *r, jh_sweep_axis *out, jh_str path) {
  size_t dot = path.size;
  out->param = jh_plan_param(r->plan, path);
  out->stage = JH_NONE;
  if (out->param != JH_NONE) return JH_OK;
  while (dot > 0 && path.at[dot - 1] != '.') dot--;
  if (dot == 0) return no_path(r, path);
  out->param = jh_plan_param(r->plan, (jh_str){path.at, dot - 1});
  out->stage = jh_plan_stage(r->plan, from(path, dot));
  bool is_there = out->param != JH_NONE && out->stage != JH_NONE;
  return is_there && r->plan->params[out->param].is_by_stage ? JH_OK : no_path(r, path);
}

static jh_code read_path(reader *r, jh_sweep_axis *out, jh_str path) {
  char day[11];
  jh_code code = find_param(r, out, path);
  if (code) return code;
  const jh_param *param = &r->plan->params[out->param];
  if (param->is_switch) return jh_fail(r->err, JH_ESWEEP_SWITCH, NULL, param->path, NULL);
  (void)jh_date_text(day, r->on);
  out->path = jh_arena_text(r->arena, path);
  if (!out->path) return out_of_memory(r);
  if (param->is_by_stage && out->stage == JH_NONE) return which_stage(r, param);
  out->now = jh_param_on(param, out->stage, r->on);
  return out->now ? JH_OK : jh_fail(r->err, JH_ESWEEP_NOT_IN_FORCE, NULL, out->path, day, NULL);
}

/* ---- the values ---- */

static jh_code fail_form(const reader *r) {
  return jh_fail(r->err, JH_ESWEEP_FORM, NULL, r->written, NULL);
}

static jh_code too_many(const reader *r, int64_t count) {
  char given[24], most[24];
  return jh_fail(
      r->err, JH_ESWEEP_TOO_MANY, NULL, jh_arg_int(given, count), jh_arg_int(most, JH_SWEEP_MOST),
      NULL);
}

static jh_code read_number(const reader *r, jh_dec *out, jh_str text) {
  char shown[64];
  text = jh_str_trim(text);
  if (jh_dec_read(out, text, MOST_PLACES, false) == JH_DEC_OK) return JH_OK;
  jh_arg_text(shown, sizeof shown, text);
  return jh_fail(r->err, JH_ESWEEP_NUMBER, NULL, shown, r->written, NULL);
}

/* Both as whole numbers of the same unit. False: too large. */
static bool align(int64_t out[3], const jh_dec *numbers, int count, int32_t *scale) {
  *scale = 0;
  for (int i = 0; i < count; i++) {
    if (numbers[i].scale > *scale) *scale = numbers[i].scale;
  }
  for (int i = 0; i < count; i++) {
    if (!jh_dec_rescale(&out[i], numbers[i], *scale)) return false;
    if (out[i] > jh_dec_power10(18) / 2 || out[i] < -jh_dec_power10(18) / 2) return false;
  }
  return true;
}

/* The same value with the least scale. */
static jh_dec lowest(int64_t mantissa, int32_t scale) {
  while (scale > 0 && mantissa % 10 == 0) mantissa /= 10, scale--;
  return (jh_dec){mantissa, scale};
}

static jh_code fill(
    const reader *r, jh_sweep_axis *out, int64_t first, int64_t step, int64_t count,
    int32_t scale) {
  if (count > JH_SWEEP_MOST) return too_many(r, count);
  out->values = jh_arena_get(r->arena, (size_t)count * sizeof *out->values);
  if (!out->values) return out_of_memory(r);
  for (int64_t i = 0; i < count; i++) out->values[i] = lowest(first + i * step, scale);
  out->count = (size_t)count;
  return JH_OK;
}

static jh_code by_step(const reader *r, jh_sweep_axis *out, const jh_dec ends[2], jh_str text) {
  jh_dec numbers[3] = {ends[0], ends[1], {0, 0}};
  int64_t at[3];
  int32_t scale;
  jh_code code = read_number(r, &numbers[2], text);
  if (code) return code;
  if (!align(at, numbers, 3, &scale))
    return jh_fail(r->err, JH_ESWEEP_NUMBER, NULL, r->written, r->written, NULL);
  if (at[0] >= at[1] || at[2] <= 0) return jh_fail(r->err, JH_ESWEEP_ORDER, NULL, r->written, NULL);
  return fill(r, out, at[0], at[2], (at[1] - at[0]) / at[2] + 1, scale);
}

/* How many places the step needs beyond those of the ends; -1: more than there are. */
static int places_for(int64_t width, int64_t count, int32_t scale) {
  for (int more = 0; scale + more <= MOST_PLACES; more++) {
    int64_t all;
    if (__builtin_mul_overflow(width, jh_dec_power10(more), &all)) return -1;
    if (all % count == 0) return more;
  }
  return -1;
}

static jh_code no_steps(
    const reader *r, const jh_dec ends[2], int64_t width, int64_t count, int32_t scale) {
  char low[JH_DEC_TEXT], high[JH_DEC_TEXT], given[24], near[24];
  int64_t better = count + 1;
  while (better < JH_SWEEP_MOST && places_for(width, better, scale) < 0) better++;
  return jh_fail(
      r->err, JH_ESWEEP_COUNT, NULL, jh_dec_text(low, ends[0]), jh_dec_text(high, ends[1]),
      jh_arg_int(given, count), jh_arg_int(near, better), NULL);
}

static jh_code by_count(const reader *r, jh_sweep_axis *out, const jh_dec ends[2], jh_str text) {
  jh_dec count;
  int64_t at[3], first;
  int32_t scale;
  jh_code code = read_number(r, &count, text);
  if (code) return code;
  if (count.scale > 0 || !align(at, ends, 2, &scale))
    return jh_fail(r->err, JH_ESWEEP_NUMBER, NULL, r->written, r->written, NULL);
  if (at[0] >= at[1] || count.mantissa <= 0)
    return jh_fail(r->err, JH_ESWEEP_ORDER, NULL, r->written, NULL);
  if (count.mantissa >= JH_SWEEP_MOST) return too_many(r, count.mantissa + 1);
  int64_t width = at[1] - at[0];
  int more = places_for(width, count.mantissa, scale);
  if (more < 0) return no_steps(r, ends, width, count.mantissa, scale);
  if (__builtin_mul_overflow(at[0], jh_dec_power10(more), &first))
    return jh_fail(r->err, JH_ESWEEP_NUMBER, NULL, r->written, r->written, NULL);
  int64_t step = width * jh_dec_power10(more) / count.mantissa;
  return fill(r, out, first, step, count.mantissa + 1, scale + more);
}

static jh_code insert(const reader *r, jh_sweep_axis *out, jh_dec value) {
  char shown[JH_DEC_TEXT];
  size_t at = out->count;
  while (at > 0 && jh_dec_compare(out->values[at - 1], value) >= 0) at--;
  if (at < out->count && jh_dec_compare(out->values[at], value) == 0)
    return jh_fail(r->err, JH_ESWEEP_TWICE, NULL, jh_dec_text(shown, value), r->written, NULL);
  memmove(&out->values[at + 1], &out->values[at], (out->count - at) * sizeof value);
  out->values[at] = value;
  out->count++;
  return JH_OK;
}

static jh_code by_list(const reader *r, jh_sweep_axis *out, jh_str text) {
  size_t most = 1;
  for (size_t i = 0; i < text.size; i++) most += text.at[i] == ',';
  if (most > JH_SWEEP_MOST) return too_many(r, (int64_t)most);
  out->values = jh_arena_get(r->arena, (most + 1) * sizeof *out->values);
  if (!out->values) return out_of_memory(r);
  jh_code code = JH_OK;
  for (bool is_more = true; is_more && !code;) {
    jh_dec value;
    size_t end = find(text, ",");
    code = read_number(r, &value, (jh_str){text.at, end});
    if (!code) code = insert(r, out, value);
    is_more = end < text.size;
    text = from(text, end + 1);
  }
  return code;
}

static jh_code read_values(const reader *r, jh_sweep_axis *out, jh_str text) {
  size_t dots = find(text, "..");
  if (dots == text.size) return by_list(r, out, text);
  jh_str rest = from(text, dots + 2);
  size_t colon = find(rest, ":"), slash = find(rest, "/");
  size_t end = colon < slash ? colon : slash;
  if (end == rest.size) return fail_form(r);
  jh_dec ends[2];
  jh_code code = read_number(r, &ends[0], (jh_str){text.at, dots});
  if (!code) code = read_number(r, &ends[1], (jh_str){rest.at, end});
  if (code) return code;
  return end == colon ? by_step(r, out, ends, from(rest, end + 1))
                      : by_count(r, out, ends, from(rest, end + 1));
}

jh_code jh_sweep_axis_read(
    jh_sweep_axis *out, const jh_plan *plan, jh_date on, const char *written, jh_arena *arena,
    jh_error *err) {
  reader r = {plan, on, written, arena, err};
  jh_str text = jh_str_trim(jh_str_of(written));
  size_t equals = find(text, "=");
  *out = (jh_sweep_axis){.param = JH_NONE, .stage = JH_NONE};
  jh_str path = jh_str_trim((jh_str){text.at, equals});
  if (path.size == 0) return fail_form(&r);
  jh_code code = read_path(&r, out, path);
  if (code || equals == text.size) return code;
  jh_str values = jh_str_trim(from(text, equals + 1));
  return values.size ? read_values(&r, out, values) : fail_form(&r);
}

/* a * factor < b, exactly; a and b are above 0. */
static bool is_below(jh_dec a, int factor, jh_dec b) {
  __extension__ typedef __int128 wide;
  int32_t scale = a.scale > b.scale ? a.scale : b.scale;
  wide left = (wide)a.mantissa * factor * jh_dec_power10(scale - a.scale);
  return left < (wide)b.mantissa * jh_dec_power10(scale - b.scale);
}

bool jh_sweep_axis_is_far(const jh_sweep_axis *axis) {
  jh_dec now = axis->now->value;
  if (now.mantissa <= 0 || axis->count == 0) return false;
  for (size_t i = 0; i < axis->count; i++) {
    jh_dec value = axis->values[i];
    if (value.mantissa > 0 && !is_below(value, FAR, now) && !is_below(now, FAR, value))
      return false;
  }
  return true;
}

jh_code jh_sweep_axis_percent(jh_dec *out, const char *written, jh_error *err) {
  jh_str text = jh_str_trim(jh_str_of(written));
  jh_dec none = {0, 0}, all = {100, 0};
  if (jh_str_ends(text, "%")) text.size--;
  bool is_number = jh_dec_read(out, jh_str_trim(text), MOST_PLACES, false) == JH_DEC_OK;
  bool is_share = is_number && jh_dec_compare(*out, none) > 0 && jh_dec_compare(*out, all) <= 0;
  return is_share ? JH_OK : jh_fail(err, JH_ESWEEP_AIM, NULL, written, NULL);
}
