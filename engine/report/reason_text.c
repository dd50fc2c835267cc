/* reason_text.c - reasons in one line for people. */
#include "report/cell.h"
#include "report/reason.h"
#include "report/score.h"

#include <string.h>

#define MOST_REASONS 4
#define MOST_NAMES 3
#define MOST_CELLS 3

typedef struct told {
  jh_buf *buf;
  const jh_results *results;
  const jh_reasons *reasons;
  jh_lang lang;
  jh_error *err;
} told;

static void word(const told *t, jh_word which) {
  jh_buf_text(t->buf, jh_words_get(which, t->lang));
}

static bool take_first(void *payload, const jh_entity *entity) {
  *(uint32_t *)payload = entity->row;
  return false;
}

/* Where what is asked for stands: the clause of the rule or, if a layer above it gave the number that
 * was missed, the clause of that number. */
static jh_code clause_of(const told *t, const jh_reason *reason, const char **out) {
  const jh_plan *plan = t->results->head->plan;
  bool is_finer = reason->about != JH_NONE;
  uint32_t index = is_finer ? reason->about : reason->rule, row = t->reasons->entity.row;
  const jh_rule *rule = &plan->rules[index];
  *out = rule->clause;
  if (plan->layer_count < 2 || rule->bound == JH_NONE) return JH_OK;
  if (is_finer) jh_reason_each(t->results, t->reasons, reason, take_first, &row);
  jh_finding finding;
  jh_code code = t->results->finding(t->results->payload, index, row, &finding, t->err);
  if (!code) *out = jh_figure_clause(rule, finding.source);
  return code;
}

/* "第六条 name", a veto with its word before it. */
static void heading(const told *t, const jh_rule *rule, const char *clause) {
  if (rule->kind == JH_RULE_VETO) {
    word(t, JH_W_VETO);
    word(t, JH_W_COLON);
  }
  if (clause && clause[0]) {
    jh_buf_text(t->buf, clause);
    jh_buf_char(t->buf, ' ');
  }
  jh_figure_rule_full(t->buf, t->results->head->plan, rule, t->lang);
  if (rule->kind == JH_RULE_VETO && rule->effect == JH_EFFECT_BARS) {
    jh_words_fill(t->buf, t->lang, JH_W_BRACKETS, jh_words_get(JH_W_MAY_NOT_APPLY, t->lang), NULL);
  }
}

typedef struct names {
  const told *t;
  size_t count;
  jh_entity last;
} names;

static bool add_name(void *payload, const jh_entity *entity) {
  names *n = payload;
  if (n->count++ == MOST_NAMES) {
    word(n->t, JH_W_AND_OTHERS);
    return false;
  }
  word(n->t, n->count == 1 ? JH_W_COLON : JH_W_COMMA);
  jh_figure_entity(n->t->buf, n->t->results->head->plan, entity, n->t->lang);
  n->last = *entity;
  return true;
}

static void figures(const told *t, const jh_rule *rule, const jh_finding *finding) {
  if (jh_score_is(rule)) {
    word(t, JH_W_COLON);
    jh_score_sentence(t->buf, finding, t->lang);
    return;
  }
  jh_buf_char(t->buf, ' ');
  jh_figure_words(t->buf, &finding->measure, t->lang);
  jh_buf_char(t->buf, ' ');
  jh_buf_text(t->buf, jh_figure_sign(rule->compare, false));
  jh_buf_char(t->buf, ' ');
  jh_figure_words(t->buf, &finding->bound, t->lang);
  jh_figure_unit(t->buf, t->results->head->plan, rule->unit_text, t->lang);
}

/* Below points that are not enough, or that something else spoils: the parts under their minimum and
 * the starred items that are not full. */
static jh_code shortfalls(const told *t, const jh_rule *rule, uint32_t row, size_t *count) {
  const jh_plan *plan = t->results->head->plan;
  for (size_t i = 0; i < rule->member_count && rule->shape == JH_SHAPE_SUM; i++) {
    const jh_rule *part = &plan->rules[rule->members[i]];
    jh_finding finding;
    if (t->results->verdict(t->results->payload, rule->members[i], row) != JH_UNMET) continue;
    jh_code code =
        t->results->finding(t->results->payload, rule->members[i], row, &finding, t->err);
    if (code) return code;
    if (jh_score_is_short(&finding)) {
      if ((*count)++ == MOST_NAMES) word(t, JH_W_AND_OTHERS);
      if (*count > MOST_NAMES) return JH_OK;
      word(t, JH_W_PHRASE);
      jh_figure_rule_full(t->buf, plan, part, t->lang);
      word(t, JH_W_COLON);
      jh_score_sentence(t->buf, &finding, t->lang);
    }
    code = shortfalls(t, part, row, count);
    if (code) return code;
  }
  return JH_OK;
}

/* A rule at one row, where it has figures; with its name unless the name stands there already. */
static jh_code detail(const told *t, uint32_t index, uint32_t row, bool is_named) {
  const jh_rule *rule = &t->results->head->plan->rules[index];
  jh_finding finding;
  jh_code code = t->results->finding(t->results->payload, index, row, &finding, t->err);
  if (code) return code;
  if (is_named) word(t, JH_W_PHRASE);
  if (is_named) jh_buf_text(t->buf, jh_figure_rule(rule, t->lang));
  if (finding.has_figures && finding.verdict == JH_UNMET) figures(t, rule, &finding);
  size_t count = 0;
  return finding.verdict == JH_UNMET ? shortfalls(t, rule, row, &count) : JH_OK;
}

/* The number n of an "at least n" rule; NULL if it has none on the day. */
static const jh_param_value *needed(const told *t, const jh_rule *rule, uint32_t stage) {
  const jh_plan *plan = t->results->head->plan;
  if (rule->n_param >= plan->param_count) return NULL;
  return jh_param_on(&plan->params[rule->n_param], stage, t->results->head->on);
}

/* Does the rule fail though enough members are met, so that it is for a floor that was missed? */
static bool is_for_floor(const told *t, const jh_rule *rule, const jh_entity *at) {
  if (rule->shape != JH_SHAPE_AT_LEAST_N || !t->results->floor) return false;
  const jh_param_value *need = needed(t, rule, at->stage);
  int64_t met = 0;
  for (size_t i = 0; i < rule->member_count; i++) {
    jh_verdict verdict = t->results->verdict(t->results->payload, rule->members[i], at->row);
    met += verdict != JH_UNMET && verdict != JH_UNDETERMINED;
  }
  return need && jh_dec_compare((jh_dec){met, 0}, need->value) >= 0;
}

/* "below 85 % of that: 4.5045 < 4.505" */
static void below_floor(const told *t, uint32_t rule, uint32_t member, uint32_t row) {
  jh_floor at = t->results->floor(t->results->payload, rule, member, row);
  if (!at.is_asked || at.verdict != JH_UNMET) return;
  word(t, JH_W_PHRASE);
  jh_words_fill(
      t->buf, t->lang, JH_W_BELOW_FLOOR, at.share.text, at.measure.text, at.bound.text, NULL);
}

/* Where one entity alone fails, what it is that fails there. */
static jh_code details(const told *t, const jh_reason *reason, const jh_entity *at) {
  const jh_rule *rule = &t->results->head->plan->rules[reason->about];
  uint32_t row = at->row;
  size_t count = 0;
  bool has_floor = is_for_floor(t, rule, at);
  if (rule->member_count == 0 || jh_score_is(rule)) return detail(t, reason->about, row, false);
  for (size_t i = 0; i < rule->member_count; i++) {
    uint32_t member = rule->members[i];
    if (t->results->head->plan->rules[member].level != rule->level) continue;
    if (t->results->verdict(t->results->payload, member, row) != reason->verdict) continue;
    if (count++ == MOST_NAMES) {
      word(t, JH_W_AND_OTHERS);
      break;
    }
    jh_code code = detail(t, member, row, true);
    if (code) return code;
    if (has_floor) below_floor(t, reason->about, member, row);
  }
  return JH_OK;
}

static jh_code finer(const told *t, const jh_reason *reason) {
  const jh_plan *plan = t->results->head->plan;
  const size_t *of = reason->tally.of;
  char part[24], whole[24];
  jh_words_count(part, of[reason->verdict]);
  jh_words_count(whole, of[JH_MET] + of[JH_UNMET] + of[JH_UNDETERMINED]);
  const char *level = jh_figure_level(plan, plan->rules[reason->about].level, t->lang);
  jh_word how = reason->verdict == JH_UNMET ? JH_W_COUNT_NOT_MET : JH_W_COUNT_UNKNOWN;
  word(t, JH_W_COLON);
  jh_words_fill(t->buf, t->lang, how, part, whole, level, NULL);
  names n = {.t = t};
  jh_reason_each(t->results, t->reasons, reason, add_name, &n);
  return n.count == 1 ? details(t, reason, &n.last) : JH_OK;
}

static void members(const told *t, const jh_rule *rule, const jh_reason *reason) {
  const jh_param_value *need = needed(t, rule, rule->stage);
  bool is_most = rule->shape == JH_SHAPE_AT_MOST_N;
  char met[24], all[24], number[JH_DEC_TEXT];
  jh_words_count(met, reason->tally.of[is_most ? JH_UNMET : JH_MET]);
  jh_words_count(all, rule->member_count);
  const char *least = need ? jh_dec_text(number, need->value) : "?";
  jh_word how = is_most ? JH_W_MEMBERS_FAIL : JH_W_MEMBERS_MET;
  word(t, JH_W_COLON);
  jh_words_fill(t->buf, t->lang, how, met, all, least, NULL);
}

static jh_code plain(const told *t, const jh_rule *rule, const jh_reason *reason) {
  jh_finding finding;
  jh_code code = t->results->finding(
      t->results->payload, reason->rule, t->reasons->entity.row, &finding, t->err);
  if (code) return code;
  size_t count = 0;
  if (jh_score_is(rule) && finding.has_figures) {
    figures(t, rule, &finding);
    return shortfalls(t, rule, t->reasons->entity.row, &count);
  }
  if (reason->verdict == JH_UNDETERMINED) {
    word(t, JH_W_COLON);
    word(t, JH_W_UNKNOWN);
  } else if (finding.has_figures) {
    figures(t, rule, &finding);
  } else if (rule->kind != JH_RULE_VETO) {
    word(t, JH_W_COLON);
    word(t, JH_W_NOT_MET);
  }
  return JH_OK;
}

static jh_code one(const told *t, const jh_reason *reason) {
  const jh_rule *rules = t->results->head->plan->rules;
  const jh_rule *rule = &rules[reason->rule];
  /* "every school meets x" is told as x: that names what is asked of a school. */
  const char *clause;
  jh_code code = clause_of(t, reason, &clause);
  if (code) return code;
  heading(t, reason->about != JH_NONE ? &rules[reason->about] : rule, clause);
  if (reason->about != JH_NONE) return finer(t, reason);
  bool is_counted = rule->shape == JH_SHAPE_AT_LEAST_N || rule->shape == JH_SHAPE_AT_MOST_N;
  if (is_counted && reason->verdict == JH_UNMET) {
    members(t, rule, reason);
    return JH_OK;
  }
  return plain(t, rule, reason);
}

static void more(const told *t, jh_word which, size_t count) {
  char number[24];
  jh_words_fill(t->buf, t->lang, which, jh_words_count(number, count), NULL);
}

static jh_code list(const told *t, size_t *told_count) {
  size_t count = 0;
  for (size_t i = 0; i < t->reasons->count; i++) {
    const jh_reason *reason = &t->reasons->items[i];
    if (reason->verdict != t->reasons->verdict) continue;
    if (count++ >= MOST_REASONS) continue;
    if (count > 1) word(t, JH_W_SEPARATOR);
    jh_code code = one(t, reason);
    if (code) return code;
  }
  if (count > MOST_REASONS) {
    word(t, JH_W_SEPARATOR);
    more(t, JH_W_AND_MORE, count - MOST_REASONS);
  }
  *told_count = count;
  return JH_OK;
}

/* The name of the row whose cell it is, else its code. */
static jh_str name_of(const told *t, const jh_cell *cell) {
  uint32_t level = cell->table ? cell->table->level : JH_NONE;
  uint32_t from = 0, to = 0;
  if (level < t->results->head->plan->level_count) {
    t->results->rows(t->results->payload, level, t->reasons->county, &from, &to);
  }
  for (uint32_t row = from; row < to; row++) {
    jh_entity entity = t->results->entity(t->results->payload, level, row);
    if (jh_str_equal(entity.code, cell->entity) && entity.name.size) return entity.name;
  }
  return cell->entity;
}

static const char *file_name(const char *path) {
  const char *slash = strrchr(path, '/');
  return slash ? slash + 1 : path;
}

/* "schools.csv:14 pe_teachers of East School" */
static void cell(const told *t, const jh_cell *at) {
  char name[160];
  if (at->file && at->file[0]) {
    jh_cell_place(t->buf, at, file_name(at->file));
    jh_buf_char(t->buf, ' ');
  }
  const char *column = at->column->id;
  if (t->lang == JH_ZH && jh_text_in(at->column->name, JH_ZH)[0]) {
    column = jh_text_in(at->column->name, JH_ZH);
  }
  jh_str_copy(name, sizeof name, name_of(t, at));
  if (name[0]) {
    jh_words_fill(t->buf, t->lang, JH_W_CELL_OF, column, name, NULL);
  } else {
    jh_buf_text(t->buf, column);
  }
}

static void cells(const told *t, const jh_cell *at, size_t count) {
  word(t, JH_W_WAITS_FOR);
  for (size_t i = 0; i < count && i < MOST_CELLS; i++) {
    if (i > 0) word(t, JH_W_COMMA);
    cell(t, &at[i]);
  }
  if (count > MOST_CELLS) {
    word(t, JH_W_COMMA);
    more(t, JH_W_MORE_CELLS, count - MOST_CELLS);
  }
}

/* The cells that would settle an undetermined county. */
static jh_code waiting(const told *t) {
  uint32_t rule = t->results->verdict_rule;
  jh_arena *arena = jh_arena_open();
  if (!arena) return jh_fail(t->err, JH_ENOMEM, NULL, NULL);
  jh_cell *at = NULL;
  size_t count = 0;
  jh_code code = t->results->waiting(
      t->results->payload, rule, t->reasons->entity.row, MOST_CELLS, arena, &at, &count, t->err);
  if (!code && count > 0) {
    word(t, JH_W_SEPARATOR);
    cells(t, at, count);
  }
  jh_arena_close(arena);
  return code;
}

static void not_in_force(const told *t) {
  const jh_plan *plan = t->results->head->plan;
  const jh_rule *rule = &plan->rules[t->results->verdict_rule];
  bool has_ended = rule->until && rule->until <= t->results->head->on;
  char day[11];
  jh_date_text(day, has_ended ? rule->until : jh_figure_since(plan, rule, NULL));
  jh_words_fill(t->buf, t->lang, has_ended ? JH_W_ENDED_DAY : JH_W_FROM_DAY, day, NULL);
}

static jh_code undetermined(const told *t) {
  size_t count = 0;
  jh_code code = list(t, &count);
  if (code) return code;
  bool waits = jh_reason_waits(t->results, t->reasons);
  if (count == 0) word(t, waits ? JH_W_UNKNOWN : JH_W_NO_FAILURE);
  return waits ? waiting(t) : JH_OK;
}

jh_code jh_reason_text(
    jh_buf *buf, const jh_results *results, const jh_reasons *reasons, jh_lang lang,
    jh_error *err) {
  told t = {buf, results, reasons, lang, err};
  size_t count = 0;
  jh_code code = JH_OK;
  switch (reasons->verdict) {
  case JH_MET: word(&t, JH_W_ALL_MET); break;
  case JH_UNMET:
    code = list(&t, &count);
    if (!code && count == 0) word(&t, JH_W_NOT_MET);
    break;
  case JH_UNDETERMINED: return undetermined(&t);
  case JH_NOT_APPLICABLE: word(&t, JH_W_DOES_NOT_APPLY); break;
  case JH_NOT_IN_FORCE: not_in_force(&t); break;
  }
  return code;
}
