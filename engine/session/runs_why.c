/* runs_why.c - in what two runs differ, and which of it makes which difference.
 *
 * Both are run again. What differs is sorted into three parts: rules (packs, dictionary, reforms, switches), data,
 * and choice (day, year, region). Where more than one differs, the former run is repeated with each of them alone
 * taken from the latter.
 */
#include <string.h>

#include "report/reason.h"
#include "session/runs.h"

enum { PARTS = 3, MOST_CELLS = 100 };

typedef enum part { RULES, DATA, CHOICE } part;

static const char *const part_names[PARTS][JH_LANGS] = {
    [RULES] = {"规则", "rules"},
    [DATA] = {"数据", "data"},
    [CHOICE] = {"日期与范围", "day and scope"}};

typedef struct why {
  const jh_runs_options *options;
  jh_ledger *ledger;
  jh_arena *arena;
  jh_runs_again of[2];
  jh_session *session[2];
  bool differs[PARTS];
  jh_buf buf;
} why;

static void word(why *w, const char *zh, const char *en) {
  jh_buf_text(&w->buf, w->options->lang == JH_ZH ? zh : en);
}

static part part_of(const char *option) {
  static const char *const rules[] = {"rules", "reform", "switch", "dictionary", "share"};
  for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
    if (strcmp(option, rules[i]) == 0) return RULES;
  }
  return strcmp(option, "data") == 0 || strcmp(option, "encoding") == 0 ? DATA : CHOICE;
}

/* Where files stand is no difference; what they hold is. */
static bool is_place(const char *option) {
  return strcmp(option, "share") == 0 || strcmp(option, "data") == 0;
}

/* Told: an option that has another value, or that only one of them has. */
static void hold_options(why *w, int side) {
  const jh_runs_again *a = &w->of[side], *b = &w->of[1 - side];
  for (size_t i = 0; i < a->option_count; i++) {
    const char *name = a->options[i].name, *value = a->options[i].value;
    bool is_there = false;
    if (is_place(name)) continue;
    for (size_t k = 0; k < b->option_count; k++) {
      bool is_same = strcmp(b->options[k].name, name) == 0;
      is_there |= is_same && strcmp(b->options[k].value, value) == 0;
    }
    if (is_there) continue;
    w->differs[part_of(name)] = true;
    jh_buf_print(&w->buf, "  %s  --%s ", side ? "+" : "-", name);
    jh_buf_text(&w->buf, value);
    jh_buf_char(&w->buf, '\n');
  }
}

/* The input of the other run that stands for this one: of the same path, or a table of the same name in the folder of
 * data, which may be another one. */
static const jh_ledger_pair *same_name(const jh_runs_again *in, const jh_ledger_pair *as) {
  const char *slash = strrchr(as->name, '/');
  const jh_ledger_pair *found = NULL;
  for (size_t i = 0; i < in->input_count; i++) {
    const jh_ledger_pair *at = &in->inputs[i];
    const char *other = strrchr(at->name, '/');
    if (strcmp(at->role, as->role) != 0) continue;
    if (strcmp(at->name, as->name) == 0) return at;
    bool is_data = strcmp(as->role, "data") == 0 && slash && other && strcmp(slash, other) == 0;
    if (is_data && !found) found = at;
  }
  return found;
}

/* Rules may stand elsewhere and be the same. */
static bool holds(const jh_runs_again *in, const jh_ledger_pair *what) {
  for (size_t i = 0; i < in->input_count; i++) {
    bool is_role = strcmp(in->inputs[i].role, what->role) == 0;
    if (is_role && strcmp(in->inputs[i].value, what->value) == 0) return true;
  }
  return false;
}

static bool is_same_input(const jh_runs_again *in, const jh_ledger_pair *what) {
  const jh_ledger_pair *other = same_name(in, what);
  return other ? strcmp(other->value, what->value) == 0 : holds(in, what);
}

/* The engine as the manifest names it: {"version":…,"sha256":…}. */
static jh_str engine_of(const jh_runs_again *again) {
  static const char begins[] = "\"engine\":{";
  const char *at = strstr(again->run.manifest, begins);
  const char *end = at ? strchr(at, '}') : NULL;
  if (!end) return (jh_str){"?", 1};
  at += sizeof begins - 1;
  return (jh_str){at, (size_t)(end - at)};
}

static void hold_engines(why *w) {
  jh_str a = engine_of(&w->of[0]), b = engine_of(&w->of[1]);
  if (jh_str_equal(a, b)) return;
  jh_buf_text(&w->buf, "  ≠  ");
  word(w, "引擎", "engine");
  jh_buf_text(&w->buf, "  ");
  jh_buf_add(&w->buf, a);
  jh_buf_text(&w->buf, " → ");
  jh_buf_add(&w->buf, b);
  jh_buf_char(&w->buf, '\n');
}

static void hold_inputs(why *w, int side) {
  const jh_runs_again *a = &w->of[side], *b = &w->of[1 - side];
  for (size_t i = 0; i < a->input_count; i++) {
    const jh_ledger_pair *at = &a->inputs[i], *other = same_name(b, at);
    if (is_same_input(b, at) || (other && side == 1)) continue;
    w->differs[strcmp(at->role, "data") == 0 ? DATA : RULES] = true;
    jh_buf_print(&w->buf, "  %s  ", other ? "≠" : side ? "+" : "-");
    jh_buf_text(&w->buf, at->name);
    jh_buf_print(&w->buf, "  %.12s", at->value);
    if (other) jh_buf_print(&w->buf, " → %.12s", other->value);
    jh_buf_char(&w->buf, '\n');
  }
}

/* The numbers in which the packs differ, as `rules compare` tells them. */
static bool add_text(void *payload, const char *bytes, size_t size) {
  jh_buf *buf = payload;
  jh_buf_add(buf, (jh_str){bytes, size});
  return true;
}

static jh_code tell_rules(why *w, jh_error *err) {
  jh_rules_options how = {.lang = w->options->lang, .writer = add_text, .payload = &w->buf};
  if (!w->differs[RULES]) return JH_OK;
  word(w, "规则包的不同之处：\n", "Numbers in which the packs differ:\n");
  return jh_session_rules_compare(w->session, 2, &how, err);
}

static void tell_cells(why *w) {
  if (!w->differs[DATA]) return;
  word(w, "不同的单元格：\n", "Cells that differ:\n");
  size_t found = jh_runs_cells(
      &w->buf, w->session[0], w->session[1], !w->differs[CHOICE], MOST_CELLS, w->options->lang);
  if (found > MOST_CELLS) jh_buf_print(&w->buf, "  … %zu\n", found);
  if (found == 0)
    word(w, "  规则包读取的单元格没有不同\n", "  none of those that the packs read\n");
}

/* Counties whose verdict is another in `now`; by name if `names`. */
static size_t tell_flips(why *w, jh_session *was, jh_session *now, bool names) {
  jh_results a = jh_session_results(was), b = jh_session_results(now);
  size_t flips = 0;
  for (uint32_t i = 0; i < a.county_count; i++) {
    jh_entity county = a.county(a.payload, i);
    uint32_t k = jh_dataset_find(now->dataset, county.level, county.code);
    if (k == JH_NONE) continue;
    jh_entity other = b.county(b.payload, k);
    jh_verdict before = jh_reason_verdict(&a, i, &county), after = jh_reason_verdict(&b, k, &other);
    if (before == after) continue;
    flips++;
    if (!names) continue;
    jh_buf_text(&w->buf, "  ");
    jh_buf_add(&w->buf, county.code);
    jh_buf_text(&w->buf, "  ");
    jh_buf_add(&w->buf, county.name);
    jh_buf_print(
        &w->buf, "  %s → %s\n", jh_verdict_name(before, w->options->lang),
        jh_verdict_name(after, w->options->lang));
  }
  return flips;
}

/* The former run with one part of the latter. */
static jh_code tell_alone(why *w, part which, jh_error *err) {
  jh_session *session = NULL;
  char result[JH_SHA256_TEXT];
  jh_runs_parts parts = {&w->of[which == RULES], &w->of[which == DATA], &w->of[which == CHOICE]};
  jh_code code = jh_runs_again_open(&session, &parts, w->options->jobs, w->arena, err);
  if (!code) code = jh_runs_result(result, session, err);
  if (!code) {
    size_t flips = tell_flips(w, w->session[0], session, false);
    jh_buf_print(&w->buf, "  %s: ", part_names[which][w->options->lang]);
    if (strcmp(result, w->of[0].run.result) == 0) {
      word(w, "单独不改变任何结果\n", "alone changes nothing\n");
    } else {
      jh_buf_print(
          &w->buf,
          w->options->lang == JH_ZH ? "单独改变 %zu 个县的判定\n"
                                    : "alone changes the verdicts of %zu counties\n",
          flips);
    }
  }
  jh_session_close(session);
  return code;
}

static jh_code tell_parts(why *w, jh_error *err) {
  jh_code code = JH_OK;
  if (w->differs[RULES] + w->differs[DATA] + w->differs[CHOICE] < 2) return JH_OK;
  word(w, "各项单独的影响：\n", "What each of them does alone:\n");
  for (int i = 0; i < PARTS && !code; i++) {
    if (w->differs[i]) code = tell_alone(w, (part)i, err);
  }
  return code;
}

static jh_code run_both(why *w, bool *is_same, jh_error *err) {
  char result[2][JH_SHA256_TEXT];
  jh_code code = JH_OK;
  for (int i = 0; i < 2 && !code; i++) {
    jh_runs_parts parts = {&w->of[i], &w->of[i], &w->of[i]};
    code = jh_runs_again_open(&w->session[i], &parts, w->options->jobs, w->arena, err);
    if (!code) code = jh_runs_result(result[i], w->session[i], err);
    if (!code && strcmp(result[i], w->of[i].run.result) != 0) {
      jh_buf_print(&w->buf, "%lld: ", (long long)w->of[i].run.id);
      word(
          w, "用今天的引擎重算，结果与当时不同\n",
          "run again by today's engine, the result is another one than then\n");
    }
  }
  if (!code) *is_same = strcmp(w->of[0].run.result, w->of[1].run.result) == 0;
  return code;
}

static jh_code tell(why *w, bool *is_same, jh_error *err) {
  jh_code code = run_both(w, is_same, err);
  if (code) return code;
  word(
      w, *is_same ? "两次结果相同。\n" : "两次结果不同。\n",
      *is_same ? "The results are the same.\n" : "The results differ.\n");
  word(w, "不同的输入：\n", "What went in differently:\n");
  size_t before = w->buf.size;
  hold_engines(w);
  for (int side = 0; side < 2; side++) hold_options(w, side);
  for (int side = 0; side < 2; side++) hold_inputs(w, side);
  if (w->buf.size == before) word(w, "  没有\n", "  nothing\n");
  code = tell_rules(w, err);
  tell_cells(w);
  if (!code) code = tell_parts(w, err);
  if (code || *is_same) return code;
  word(w, "判定不同的县：\n", "Counties with another verdict:\n");
  if (tell_flips(w, w->session[0], w->session[1], true) == 0)
    word(w, "  没有；不同的是下一级的判定\n", "  none; what differs are verdicts below\n");
  return JH_OK;
}

jh_code jh_runs_why_differs(
    const jh_runs_options *options, int64_t a, int64_t b, bool *is_same, jh_error *err) {
  why w = {.options = options, .arena = jh_arena_open()};
  jh_buf_init(&w.buf);
  *is_same = false;
  jh_code code = w.arena ? JH_OK : jh_fail(err, JH_ENOMEM, NULL, NULL);
  if (!code) code = jh_ledger_open(&w.ledger, options->archive, false, err);
  if (!code) code = jh_runs_again_begin(&w.of[0], w.ledger, a, w.arena, err);
  if (!code) code = jh_runs_again_begin(&w.of[1], w.ledger, b, w.arena, err);
  if (!code) code = tell(&w, is_same, err);
  for (int i = 0; i < 2; i++) {
    jh_session_close(w.session[i]);
    jh_runs_again_end(&w.of[i]);
  }
  jh_ledger_close(w.ledger);
  jh_arena_close(w.arena);
  if (!code) return jh_session_hand_on(&w.buf, options->writer, options->payload, err);
  jh_buf_done(&w.buf);
  return code;
}
