/* explain_goal.c - a target explained: the share, and who is met, unmet, undetermined, with why. */
#include <string.h>

#include "base/alloc.h"
#include "eval/explain.h"
#include "model/region.h"
#include "session/session.h"
#include "study/targets.h"

enum { MOST_FINER = 20 }; /* of each verdict, where not counties are counted */

/* A row that the target counts. */
typedef struct counted {
  uint32_t row;
  jh_verdict verdict;
} counted;

typedef struct gathering {
  counted *items;
  size_t count, room;
  bool has_failed; /* memory */
} gathering;

static void take(gathering *g, uint32_t row, jh_verdict verdict) {
  void *items = g->items;
  if (jh_alloc_grow(&items, &g->room, g->count + 1, sizeof *g->items) != 0) {
    g->has_failed = true;
    return;
  }
  g->items = items;
  g->items[g->count++] = (counted){row, verdict};
}

/* Is it one of the counties that the target names, by six digits or by the same filled to twelve? */
static bool is_named(const jh_target *target, jh_str code) {
  for (size_t i = 0; i < target->name_count; i++) {
    jh_str name = jh_str_of(target->names[i].code);
    bool is_filled = code.size == 12 && name.size == 6 && memcmp(code.at, name.at, 6) == 0 &&
                     memcmp(code.at + 6, "000000", 6) == 0;
    if (jh_str_equal(code, name) || is_filled) return true;
  }
  return false;
}

/* All that the target counts; of one without a share its named counties. */
static jh_code gather(
    gathering *g, const jh_run *run, const jh_target *target, uint32_t level, jh_error *err) {
  size_t count = jh_run_dataset(run)->levels[level].count;
  bool has_share = target->ensure != JH_NONE || target->strive != JH_NONE;
  uint8_t *verdicts = jh_alloc_get(count + 1);
  if (!verdicts) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_code code = jh_targets_verdicts(verdicts, run, target, err);
  for (uint32_t row = 0; row < count && !code; row++) {
    if (verdicts[row] == JH_VERDICTS) continue;
    jh_str county = jh_run_entity(run, level, row).county_code;
    bool is_in = has_share ? jh_region_covers(target->region, county) : is_named(target, county);
    if (is_in) take(g, row, (jh_verdict)verdicts[row]);
  }
  jh_alloc_free(verdicts);
  if (!code && g->has_failed) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  return code;
}

/* One target on its way to the report. */
typedef struct telling {
  jh_session *session;
  const jh_target *target;
  uint32_t level; /* of those that it counts */
  jh_arena *arena;
  jh_report_member *members;
  size_t count;
} telling;

/* What decides, of a county its reasons as the result of all counties tells them. */
static jh_code why(telling *t, jh_report_member *member, jh_error *err) {
  jh_explain_options how = {.rule = t->target->rule, .is_brief = true};
  jh_evidence *tree;
  bool is_asked = member->verdict == JH_UNMET || member->verdict == JH_UNDETERMINED;
  if (!is_asked) return JH_OK;
  jh_code code =
      jh_explain(&tree, t->session->run, t->level, member->entity.row, &how, t->arena, err);
  for (int lang = 0; lang < JH_LANGS && !code; lang++) {
    jh_buf buf;
    jh_buf_init(&buf);
    jh_report_evidence_why(&buf, t->session->plan, tree, (jh_lang)lang);
    member->why[lang] = jh_buf_ok(&buf) ? jh_arena_text(t->arena, jh_buf_str(&buf)) : NULL;
    if (!member->why[lang]) code = jh_fail(err, JH_ENOMEM, NULL, NULL);
    jh_buf_done(&buf);
  }
  return code;
}

static jh_code add(telling *t, const counted *one, jh_error *err) {
  jh_report_member *member = &t->members[t->count++];
  *member = (jh_report_member){.verdict = one->verdict};
  member->entity = jh_run_entity(t->session->run, t->level, one->row);
  return why(t, member, err);
}

/* Those of one verdict; what is too many is counted. */
static jh_code add_verdict(
    telling *t, const gathering *g, jh_verdict verdict, size_t most, size_t *unlisted,
    jh_error *err) {
  jh_code code = JH_OK;
  size_t listed = 0;
  for (size_t i = 0; i < g->count && !code; i++) {
    if (g->items[i].verdict != verdict) continue;
    if (listed++ < most)
      code = add(t, &g->items[i], err);
    else
      ++*unlisted;
  }
  return code;
}

static jh_code list(
    telling *t, const gathering *g, jh_report_sheet *sheet, bool with_all, jh_error *err) {
  bool is_county = t->session->plan->levels[t->level].parent == JH_NONE;
  size_t most = is_county || with_all ? SIZE_MAX : MOST_FINER;
  jh_code code = JH_OK;
  t->members = jh_arena_get(t->arena, (g->count + 1) * sizeof *t->members);
  if (!t->members) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  for (int v = 0; v < JH_VERDICTS && !code; v++)
    code = add_verdict(t, g, (jh_verdict)v, most, &sheet->unlisted[v], err);
  sheet->members = t->members;
  sheet->member_count = t->count;
  return code;
}

static jh_code say(const jh_session *s, jh_report_sheet *sheet, jh_arena *arena, jh_error *err) {
  for (int lang = 0; lang < JH_LANGS; lang++) {
    jh_buf buf;
    jh_buf_init(&buf);
    jh_report_evidence_target(&buf, s->plan, sheet->target, (jh_lang)lang);
    sheet->sentence[lang] = jh_buf_ok(&buf) ? jh_arena_text(arena, jh_buf_str(&buf)) : NULL;
    jh_buf_done(&buf);
    if (!sheet->sentence[lang]) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  }
  return JH_OK;
}

jh_code jh_session_explain_goal(
    jh_session *session, uint32_t goal, jh_evidence_depth depth, const jh_evidence_options *options,
    jh_arena *arena, jh_error *err) {
  const jh_target *target = &session->plan->targets[goal];
  telling t = {.session = session, .target = target, .arena = arena};
  jh_report_sheet sheet = {.head = &session->head, .depth = depth};
  jh_target_result *results;
  gathering g = {0};
  size_t count;
  t.level = session->plan->rules[target->rule].level;
  jh_code code = jh_targets_run(&results, &count, session->run, session->region, arena, err);
  if (code) return code;
  sheet.target = &results[goal];
  code = say(session, &sheet, arena, err);
  if (!code) code = gather(&g, session->run, target, t.level, err);
  if (!code && depth != JH_EVIDENCE_SENTENCE) code = list(&t, &g, &sheet, options->all, err);
  if (!code) code = jh_session_write_sheet(&sheet, options, err);
  jh_alloc_free(g.items);
  return code;
}
