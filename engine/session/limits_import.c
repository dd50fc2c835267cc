/* limits_import.c - a filled sheet of limits becomes a reform or an overlay. */
#include <string.h>

#include "session/limits.h"

enum { MOST_ID = 64 };

typedef struct importer {
  jh_session *session;
  jh_limits *limits;
  const jh_limits_import *how;
  jh_limits_table table;
  jh_limits_head head;
  char id[MOST_ID];
  jh_error *err;
} importer;

static void tell(const importer *in, jh_error *found, jh_severity severity) {
  found->severity = severity;
  jh_diag_add(in->session->diag, found);
}

/* Something at the head is missing or cannot be. */
static void tell_fact(const importer *in, jh_limits_fact fact, const char *zh, const char *en) {
  char label[96], what[128];
  jh_error found;
  jh_arg_both(label, sizeof label, jh_limits_label(fact, JH_ZH), jh_limits_label(fact, JH_EN));
  jh_arg_both(what, sizeof what, zh, en);
  jh_place at = in->limits->facts[fact].at;
  if (!at.file[0]) at = jh_place_of(in->limits->path, 0, 0);
  (void)jh_fail(&found, JH_ELIMITS_FACT, &at, label, what, NULL);
  tell(in, &found, JH_ERROR);
}

static jh_str fact(const importer *in, jh_limits_fact fact) { return in->limits->facts[fact].text; }

/* Lower-case letters, digits, _ and -, a letter first; what else there is becomes "_" or is left out. */
static jh_str id_of(importer *in, const char *text) {
  size_t used = 0;
  for (const char *at = text ? text : ""; *at && used + 1 < MOST_ID; at++) {
    char c = *at >= 'A' && *at <= 'Z' ? (char)(*at + 32) : *at;
    bool is_letter = c >= 'a' && c <= 'z';
    bool is_other = (c >= '0' && c <= '9') || c == '_' || c == '-';
    if (c == ' ' || c == '.') c = '_', is_other = true;
    if (is_letter || (used && is_other)) in->id[used++] = c;
  }
  while (used && (in->id[used - 1] == '_' || in->id[used - 1] == '-')) used--;
  in->id[used] = '\0';
  return used ? jh_str_of(in->id) : jh_str_of("limits");
}

/* As heads of packs ask for it. */
static void check_id(const importer *in) {
  jh_str id = in->head.id;
  bool is_fine = id.size > 0;
  for (size_t i = 0; i < id.size; i++) {
    char c = id.at[i];
    bool is_word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    is_fine &= is_word || (i && c && strchr("/_.-", c));
  }
  if (!is_fine)
    tell_fact(
        in, JH_LIMITS_F_ID, "只可用小写英文字母、数字和 _ - / .",
        "lower-case letters, digits and _ - / . only");
}

static void read_day(importer *in) {
  jh_str text = fact(in, JH_LIMITS_F_SINCE);
  if (in->how->on) text = jh_str_of(in->how->on);
  if (text.size > 10 && text.at[10] == 'T') text.size = 10;
  if (text.size && !jh_limits_day(&in->head.since, text))
    tell_fact(in, JH_LIMITS_F_SINCE, "请写成 2026-09-01 这样的日期", "write a day as 2026-09-01");
}

static void read_may_relax(importer *in) {
  static const char *const words[][2] = {{"是", "yes"}, {"可以", "may"},       {"TRUE", "true"},
                                         {"否", "no"},  {"不可以", "may not"}, {"FALSE", "false"}};
  jh_str text = fact(in, JH_LIMITS_F_MAY_RELAX);
  if (text.size == 0) return;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    for (int k = 0; k < 2; k++) {
      if (!jh_limits_alike(text, jh_str_of(words[i][k]))) continue;
      in->head.may_relax = i < 3;
      return;
    }
  }
  tell_fact(in, JH_LIMITS_F_MAY_RELAX, "请写 是 或 否", "write yes or no");
}

static void read_head(importer *in) {
  jh_limits_head *h = &in->head;
  jh_str id = fact(in, JH_LIMITS_F_ID);
  h->is_overlay = in->how->as_overlay;
  h->id = in->how->id ? jh_str_of(in->how->id) : id.size ? id : id_of(in, in->how->otherwise);
  h->name = fact(in, JH_LIMITS_F_NAME);
  h->reason = fact(in, JH_LIMITS_F_REASON);
  h->number = fact(in, JH_LIMITS_F_NUMBER);
  h->title = fact(in, JH_LIMITS_F_TITLE);
  check_id(in);
  read_day(in);
  read_may_relax(in);
}

/* What the file cannot do without, once it is known that there is something to be written. */
static void check_head(const importer *in) {
  bool is_told =
      in->how->on || fact(in, JH_LIMITS_F_SINCE).size > 0; /* a day that is none was told */
  if (!in->head.since && !is_told)
    tell_fact(
        in, JH_LIMITS_F_SINCE, "请填写，或用 --on 写明从哪一天起算",
        "fill it in, or say --on YYYY-MM-DD: from which day do the changes count?");
  if (!in->head.is_overlay) return;
  if (!in->head.number.size)
    tell_fact(in, JH_LIMITS_F_NUMBER, "叠加包必须写明文件", "an overlay names its document");
  if (!in->head.title.size)
    tell_fact(in, JH_LIMITS_F_TITLE, "叠加包必须写明文件", "an overlay names its document");
  for (size_t i = 0; i < in->limits->edit_count; i++) {
    const jh_limits_edit *edit = &in->limits->edits[i];
    if (edit->clause.size) continue;
    char head[96], what[128];
    jh_error found;
    jh_place at = jh_limits_place(in->limits, edit->line, JH_LIMITS_NOW_CLAUSE);
    jh_arg_both(
        head, sizeof head, jh_limits_title(JH_LIMITS_NOW_CLAUSE, JH_ZH),
        jh_limits_title(JH_LIMITS_NOW_CLAUSE, JH_EN));
    jh_arg_both(
        what, sizeof what, "叠加包的每处改动都要写条款",
        "an overlay cites a clause for each change");
    (void)jh_fail(&found, JH_ELIMITS_FACT, &at, head, what, NULL);
    tell(in, &found, JH_ERROR);
  }
}

/* Of which pack is it, and is it this one? */
static jh_code check_pack(const importer *in) {
  const jh_layer *top = jh_limits_top(in->session->plan);
  jh_place at = jh_place_of(in->limits->path, 0, 0);
  const char *id = top ? top->id : "", *said = in->limits->pack;
  if (said && strcmp(said, id) != 0)
    return jh_fail(in->err, JH_ELIMITS_PACK_OTHER, &at, said, id, NULL);
  if (said) return JH_OK;
  jh_error found;
  (void)jh_fail(&found, JH_ELIMITS_NO_PACK, &at, NULL);
  tell(in, &found, JH_WARNING);
  return JH_OK;
}

static jh_code list_values(importer *in) {
  jh_date day = 0;
  const char *said = in->limits->day;
  if (said && !jh_date_read(&day, jh_str_of(said)))
    return jh_fail(in->err, JH_EBAD_DATE, NULL, said, NULL);
  return jh_limits_list(
      &in->table, in->session->plan, day, in->how->lang, in->limits->arena, in->err);
}

static jh_code write_out(importer *in) {
  jh_buf buf;
  jh_buf_init(&buf);
  jh_limits_lua(&buf, in->limits, &in->table, &in->head);
  return jh_session_hand_on(&buf, in->how->writer, in->how->payload, in->err);
}

jh_code jh_session_limits_import(
    jh_session *session, jh_limits *limits, const jh_limits_import *how, size_t *edited,
    jh_error *err) {
  importer in = {.session = session, .limits = limits, .how = how, .err = err};
  size_t before = jh_diag_count(session->diag, JH_ERROR);
  char count[24];
  *edited = 0;
  jh_code code = check_pack(&in);
  if (!code) code = list_values(&in);
  if (code) return code;
  read_head(&in);
  code = jh_limits_match(limits, &in.table, in.head.since, session->diag, err);
  if (code) return code;
  if (limits->edit_count) check_head(&in);
  size_t errors = jh_diag_count(session->diag, JH_ERROR) - before;
  if (errors) {
    jh_place at = jh_place_of(limits->path, 0, 0);
    return jh_fail(err, JH_ELIMITS_REFUSED, &at, jh_arg_int(count, (int64_t)errors), NULL);
  }
  *edited = limits->edit_count;
  return limits->edit_count ? write_out(&in) : JH_OK;
}

bool jh_limits_cell_of(const jh_limits *limits, uint32_t line, jh_place *out) {
  const jh_limits_edit *best = NULL;
  for (size_t i = 0; i < limits->edit_count; i++) {
    const jh_limits_edit *edit = &limits->edits[i];
    if (edit->written && edit->written <= line && (!best || edit->written > best->written))
      best = edit;
  }
  if (best) *out = jh_limits_place(limits, best->line, JH_LIMITS_NOW);
  return best != NULL;
}
