/* rules_show.c - the numbers of packs, side by side and over time, and the rulebook. */
#include <string.h>

#include "base/suggest.h"
#include "report/rule_compare.h"
#include "report/rule_show.h"
#include "report/rulebook.h"
#include "session/session.h"

static jh_code read_day(jh_date *out, const char *on, jh_error *err) {
  *out = 0;
  if (on && !jh_date_read(out, jh_str_of(on))) return jh_fail(err, JH_EBAD_DATE, NULL, on, NULL);
  return JH_OK;
}

static jh_rule_form form_of(jh_format format) {
  if (format == JH_FORMAT_JSON) return JH_RULE_FORM_JSON;
  return format == JH_FORMAT_CSV ? JH_RULE_FORM_CSV : JH_RULE_FORM_TEXT;
}

static bool holds(const char *text, jh_str part) {
  size_t size = strlen(text);
  for (size_t at = 0; part.size && at + part.size <= size; at++) {
    if (memcmp(text + at, part.at, part.size) == 0) return true;
  }
  return false;
}

/* The first rule whose id or name holds the words. */
static jh_str rule_with(const jh_plan *plan, jh_str words) {
  for (size_t i = 0; i < plan->rule_count; i++) {
    const jh_rule *rule = &plan->rules[i];
    if (rule->kind == JH_RULE_CHECK || rule->kind == JH_RULE_RELAXATION) continue;
    if (holds(rule->id, words) || holds(jh_text_in(rule->name, JH_ZH), words) ||
        holds(jh_text_in(rule->name, JH_EN), words))
      return jh_str_of(rule->id);
  }
  return (jh_str){"", 0};
}

jh_str jh_session_near_rule(const jh_plan *plan, jh_str wanted, bool with_params) {
  jh_suggest near = jh_suggest_begin(wanted);
  for (size_t i = 0; i < plan->rule_count; i++)
    jh_suggest_offer(&near, jh_str_of(plan->rules[i].id));
  for (size_t i = 0; with_params && i < plan->param_count; i++) {
    jh_suggest_offer(&near, jh_str_of(plan->params[i].path));
  }
  for (size_t i = 0; with_params && i < plan->target_count; i++) {
    jh_suggest_offer(&near, jh_str_of(plan->targets[i].id));
  }
  return near.best.size ? near.best : rule_with(plan, wanted);
}

jh_code jh_session_find_rule(const jh_plan *plan, const char *id, jh_error *err) {
  if (jh_plan_rule(plan, jh_str_of(id)) != JH_NONE) return JH_OK;
  if (jh_plan_param(plan, jh_str_of(id)) != JH_NONE) return JH_OK;
  if (jh_plan_target(plan, jh_str_of(id)) != JH_NONE) return JH_OK;
  for (size_t i = 0; i < plan->change_count; i++) {
    if (strcmp(plan->changes[i].path, id) == 0) return JH_OK;
  }
  char best[128];
  jh_str near = jh_session_near_rule(plan, jh_str_of(id), true);
  return jh_fail(err, JH_EUNKNOWN_RULE, NULL, id, jh_arg_text(best, sizeof best, near), NULL);
}

jh_code jh_session_rules_show(jh_session *session, const jh_rules_options *options, jh_error *err) {
  jh_rule_view view = {
      .plan = session->plan,
      .lang = options->lang,
      .form = form_of(options->format),
      .path = options->id};
  jh_code code = read_day(&view.on, options->on, err);
  if (!code && options->id) code = jh_session_find_rule(session->plan, options->id, err);
  if (code) return code;
  jh_buf buf;
  jh_buf_init(&buf);
  jh_rule_show(&buf, &view);
  return jh_session_hand_on(&buf, options->writer, options->payload, err);
}

static const jh_plan **plans_of(jh_arena *arena, jh_session *const *sessions, size_t count) {
  const jh_plan **plans = jh_arena_get(arena, (count + 1) * sizeof *plans);
  for (size_t i = 0; plans && i < count; i++) plans[i] = sessions[i]->plan;
  return plans;
}

jh_code jh_session_rules_compare(
    jh_session *const *sessions, size_t count, const jh_rules_options *options, jh_error *err) {
  jh_rule_comparison how = {
      .count = count, .all = options->all, .lang = options->lang, .form = form_of(options->format)};
  jh_code code = read_day(&how.on, options->on, err);
  if (code) return code;
  jh_arena *arena = jh_arena_open();
  how.plans = arena ? plans_of(arena, sessions, count) : NULL;
  if (!how.plans) {
    jh_arena_close(arena);
    return jh_fail(err, JH_ENOMEM, NULL, NULL);
  }
  jh_buf buf;
  jh_buf_init(&buf);
  jh_rule_compare(&buf, arena, &how);
  code = jh_session_hand_on(&buf, options->writer, options->payload, err);
  jh_arena_close(arena);
  return code;
}

/* Where pages go. */
typedef struct binder {
  const jh_plan *const *plans; /* all packs of the book */
  size_t count;
  jh_page_writer writer;
  void *payload;
  jh_buf page, path;
  jh_error *err;
} binder;

static jh_code bind_page(binder *b) {
  jh_code code = JH_OK;
  if (!jh_buf_ok(&b->page) || !jh_buf_ok(&b->path)) {
    code = jh_fail(b->err, JH_ENOMEM, NULL, NULL);
  } else if (!b->writer(b->payload, b->path.at, b->page.at, b->page.size)) {
    code = jh_fail(b->err, JH_ENOT_WRITABLE, NULL, "", NULL);
  }
  jh_buf_clear(&b->page);
  jh_buf_clear(&b->path);
  return code;
}

static jh_code bind_pack(binder *b, const jh_plan *plan) {
  jh_rulebook book;
  jh_arena *arena = jh_arena_open();
  if (!arena) return jh_fail(b->err, JH_ENOMEM, NULL, NULL);
  jh_code code = jh_rulebook_open(&book, plan, arena, b->err);
  book.all = b->plans, book.all_count = b->count;
  if (!code) {
    jh_buf_print(&b->path, "%s/README.md", jh_rulebook_folder(plan));
    jh_rulebook_pack(&b->page, &book);
    code = bind_page(b);
  }
  for (uint32_t i = 0; i < plan->rule_count && !code; i++) {
    const char *home = jh_rulebook_home(&book, i);
    if (!jh_rulebook_has_page(plan, i) || strcmp(home, plan->pack.id) != 0) continue;
    jh_buf_print(&b->path, "%s/", jh_rulebook_folder(plan));
    jh_rulebook_file(&b->path, plan, i);
    jh_rulebook_rule(&b->page, &book, i);
    code = bind_page(b);
  }
  jh_arena_close(arena);
  return code;
}

jh_code jh_session_rulebook(
    jh_session *const *sessions, size_t count, jh_page_writer writer, void *payload,
    jh_error *err) {
  binder b = {.writer = writer, .payload = payload, .err = err};
  jh_arena *arena = jh_arena_open();
  const jh_plan **plans = arena ? plans_of(arena, sessions, count) : NULL;
  jh_code code = plans ? JH_OK : jh_fail(err, JH_ENOMEM, NULL, NULL);
  b.plans = plans, b.count = count;
  jh_buf_init(&b.page), jh_buf_init(&b.path);
  if (!code) {
    jh_buf_text(&b.path, "README.md");
    jh_rulebook_index(&b.page, plans, count);
    code = bind_page(&b);
  }
  for (size_t i = 0; i < count && !code; i++) code = bind_pack(&b, plans[i]);
  jh_buf_done(&b.page), jh_buf_done(&b.path);
  jh_arena_close(arena);
  return code;
}
