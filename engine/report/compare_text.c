/* compare_text.c - a comparison for people: changes, totals, counties, schools, and what stayed. */
#include "report/compare_text.h"

#include "base/utf8.h"
#include "report/head.h"
#include "report/out.h"

enum { MOST_NAMES = 3, MOST_GROUPS = 4 };

void jh_compare_text_word(const jh_compare_writer *w, jh_word which) {
  jh_buf_text(w->buf, jh_words_get(which, w->lang));
}

void jh_compare_text_clause(const jh_compare_writer *w, uint32_t pair) {
  const jh_rule *rule = jh_compare_point_rule(w->view, pair);
  if (!rule) return;
  if (rule->clause && rule->clause[0]) {
    jh_buf_text(w->buf, rule->clause);
    jh_buf_char(w->buf, ' ');
  }
  const jh_plan *plan = jh_compare_point_plan(w->view, jh_compare_point_side(w->view, pair));
  jh_figure_rule_full(w->buf, plan, rule, w->lang);
}

bool jh_compare_text_names(const jh_compare_writer *w, size_t first, size_t count) {
  for (size_t i = 0; i < count && i < MOST_NAMES; i++) {
    const jh_flip_point *point = &w->view->what->points[first + i];
    jh_entity at = jh_compare_point_entity(w->view, point->rule, point->row);
    int side = jh_compare_point_side(w->view, point->rule);
    jh_compare_text_word(w, i ? JH_W_COMMA : JH_W_COLON);
    jh_figure_entity(w->buf, jh_compare_point_plan(w->view, side), &at, w->lang);
  }
  if (count > MOST_NAMES) jh_compare_text_word(w, JH_W_AND_OTHERS);
  return count > MOST_NAMES;
}

void jh_compare_text_arrow(const jh_compare_writer *w, const jh_verdict verdict[2]) {
  jh_words_fill(
      w->buf, w->lang, JH_W_ARROW, jh_verdict_name(verdict[0], w->lang),
      jh_verdict_name(verdict[1], w->lang), NULL);
}

/* The margin; where several decided, of which. */
static void margin(const jh_compare_writer *w, const jh_flip *flip) {
  if (!flip->margin) return;
  if (flip->count == 1) {
    jh_words_fill(w->buf, w->lang, JH_W_MARGIN_FROM, flip->margin, NULL);
    return;
  }
  const jh_flip_point *point = &w->view->what->points[flip->decisive];
  const jh_rule *rule = jh_compare_point_rule(w->view, point->rule);
  jh_entity at = jh_compare_point_entity(w->view, point->rule, point->row);
  int side = jh_compare_point_side(w->view, point->rule);
  jh_buf name;
  jh_buf_init(&name);
  jh_figure_entity(&name, jh_compare_point_plan(w->view, side), &at, w->lang);
  jh_words_fill(
      w->buf, w->lang, JH_W_MARGIN_AT, flip->margin, jh_figure_rule(rule, w->lang),
      jh_buf_ok(&name) && name.at ? name.at : "", NULL);
  if (!jh_buf_ok(&name)) w->buf->failed = true;
  jh_buf_done(&name);
}

void jh_compare_text_entity(const jh_compare_writer *w, uint32_t pair, const jh_entity *at) {
  int side = jh_compare_point_side(w->view, pair);
  char text[2][128];
  jh_figure_entity(w->buf, jh_compare_point_plan(w->view, side), at, w->lang);
  if (jh_compare_point_level(w->view, pair) == jh_compare_point_level(w->view, 0)) return;
  jh_str_copy(text[0], sizeof text[0], at->county_code);
  jh_str_copy(text[1], sizeof text[1], at->county_name);
  jh_words_fill(w->buf, w->lang, JH_W_IN_COUNTY, text[0], text[1], NULL);
}

static const char *figure(const jh_compare_writer *w, const jh_figure *at, jh_buf *buf) {
  jh_buf_clear(buf);
  jh_figure_words(buf, at, w->lang);
  return jh_buf_ok(buf) && buf->at ? buf->at : "";
}

/* "1.1, bound 1 → 1.2 m²/student" */
void jh_compare_text_figures(
    const jh_compare_writer *w, const jh_flip_point *point, const jh_rule *rule,
    const jh_compare_figures *f) {
  jh_buf text[4];
  const char *at[4];
  int only = f->has[1] ? 1 : 0;
  for (int i = 0; i < 4; i++) jh_buf_init(&text[i]);
  for (int s = 0; s < 2; s++) {
    at[s] = figure(w, &f->measure[f->has[s] ? s : only], &text[s]);
    at[2 + s] = figure(w, &f->bound[f->has[s] ? s : only], &text[2 + s]);
  }
  bool same_measure = strcmp(at[0], at[1]) == 0, same_bound = strcmp(at[2], at[3]) == 0;
  jh_compare_text_word(w, JH_W_COLON);
  if (same_measure && same_bound) {
    jh_words_fill(w->buf, w->lang, JH_W_ONE_BOUND, at[1], at[3], NULL);
  } else if (same_measure) {
    jh_words_fill(w->buf, w->lang, JH_W_BOUND_MOVES, at[1], at[2], at[3], NULL);
  } else if (same_bound) {
    jh_words_fill(w->buf, w->lang, JH_W_BOUND_STAYS, at[0], at[1], at[3], NULL);
  } else {
    jh_words_fill(w->buf, w->lang, JH_W_BOTH_MOVE, at[0], at[1], at[2], at[3], NULL);
  }
  int side = jh_compare_point_side(w->view, point->rule);
  jh_figure_unit(w->buf, jh_compare_point_plan(w->view, side), rule->unit_text, w->lang);
  for (int i = 0; i < 4; i++) {
    if (!jh_buf_ok(&text[i])) w->buf->failed = true; /* a figure that is not there is no result */
    jh_buf_done(&text[i]);
  }
}

/* One rule and the entities at which it decided. */
static jh_code group(
    const jh_compare_writer *w, const jh_flip *flip, size_t from, size_t end, jh_error *err) {
  const jh_flip_point *point = &w->view->what->points[from];
  const jh_rule *rule = jh_compare_point_rule(w->view, point->rule);
  if (!rule) return JH_OK;
  jh_compare_figures f;
  jh_code code = jh_compare_point_figures(w->view, point, &f, err);
  if (code) return code;
  jh_buf_text(w->buf, jh_figure_clause(rule, f.source));
  jh_buf_char(w->buf, ' ');
  int side = jh_compare_point_side(w->view, point->rule);
  const jh_plan *plan = jh_compare_point_plan(w->view, side);
  jh_figure_rule_full(w->buf, plan, rule, w->lang);
  if (point->floor_of != JH_NONE) jh_compare_text_word(w, JH_W_FLOOR_OF);
  uint32_t level = jh_compare_point_level(w->view, point->rule);
  if (level != jh_compare_point_level(w->view, flip->rule)) {
    char number[24];
    if (end - from > 1) {
      jh_compare_text_word(w, JH_W_COLON);
      jh_words_fill(
          w->buf, w->lang, JH_W_TALLY_OF, jh_words_count(number, end - from),
          jh_figure_level(plan, level, w->lang), NULL);
    }
    (void)jh_compare_text_names(w, from, end - from);
  }
  if (end - from == 1 && (f.has[0] || f.has[1])) jh_compare_text_figures(w, point, rule, &f);
  return JH_OK;
}

/* What decided a flip, the first few. Nothing where it decided itself and has no figures. */
static jh_code causes(const jh_compare_writer *w, const jh_flip *flip, jh_error *err) {
  size_t from = flip->first, end = flip->first + flip->count, count = 0;
  char number[24];
  while (from < end) {
    size_t next = jh_compare_point_group(w->view->what, from, end);
    if (count < MOST_GROUPS) {
      jh_compare_text_word(w, count ? JH_W_SEPARATOR : JH_W_COLON);
      jh_code code = group(w, flip, from, next, err);
      if (code) return code;
    }
    count++;
    from = next;
  }
  if (count > MOST_GROUPS) {
    jh_compare_text_word(w, JH_W_SEPARATOR);
    jh_words_fill(
        w->buf, w->lang, JH_W_AND_MORE, jh_words_count(number, count - MOST_GROUPS), NULL);
  }
  return JH_OK;
}

static void heading(const jh_compare_writer *w, jh_word word, size_t count) {
  char number[24];
  jh_buf_char(w->buf, '\n');
  jh_words_fill(w->buf, w->lang, word, jh_words_count(number, count), NULL);
  jh_buf_char(w->buf, '\n');
}

jh_code jh_compare_text_counties(
    jh_out *out, const jh_compare_writer *w, size_t indent, jh_error *err) {
  const jh_comparison *what = w->view->what;
  size_t width = 0;
  for (size_t i = 0; i < what->county_count; i++) {
    jh_entity at = jh_compare_point_entity(w->view, 0, what->counties[i].row);
    size_t used = jh_utf8_width(at.name);
    if (used > width) width = used;
  }
  for (size_t i = 0; i < what->county_count && jh_out_block(out); i++) {
    const jh_flip *flip = &what->counties[i];
    jh_entity at = jh_compare_point_entity(w->view, 0, flip->row);
    jh_buf_spaces(w->buf, indent);
    jh_buf_add(w->buf, at.code);
    jh_buf_spaces(w->buf, 2);
    jh_buf_add(w->buf, at.name);
    jh_figure_pad(w->buf, jh_utf8_width(at.name), width);
    jh_buf_spaces(w->buf, 2);
    jh_compare_text_arrow(w, flip->verdict);
    margin(w, flip);
    jh_code code = causes(w, flip, err);
    if (code) return code;
    jh_buf_char(w->buf, '\n');
  }
  return JH_OK;
}

/* "    East School (primary), 990101 甲一县: met → unmet: …" */
static jh_code finding(const jh_compare_writer *w, const jh_flip *flip, jh_error *err) {
  jh_entity at = jh_compare_point_entity(w->view, flip->rule, flip->row);
  jh_buf_spaces(w->buf, 4);
  jh_compare_text_entity(w, flip->rule, &at);
  jh_compare_text_word(w, JH_W_COLON);
  jh_compare_text_arrow(w, flip->verdict);
  margin(w, flip);
  bool is_own = flip->count == 1 && w->view->what->points[flip->first].rule == flip->rule &&
                jh_compare_point_rule(w->view, flip->rule)->measure == JH_NONE;
  jh_code code = is_own ? JH_OK : causes(w, flip, err);
  jh_buf_char(w->buf, '\n');
  return code;
}

static jh_code findings(jh_out *out, const jh_compare_writer *w, jh_error *err) {
  const jh_comparison *what = w->view->what;
  uint32_t last = JH_NONE;
  heading(w, JH_W_FLIPS_BELOW, what->finding_count);
  for (size_t i = 0; i < what->finding_count && jh_out_block(out); i++) {
    const jh_flip *flip = &what->findings[i];
    if (flip->rule != last) {
      jh_buf_spaces(w->buf, 2);
      jh_compare_text_clause(w, flip->rule);
      jh_buf_char(w->buf, '\n');
    }
    last = flip->rule;
    jh_code code = finding(w, flip, err);
    if (code) return code;
  }
  return JH_OK;
}

static bool is_same(const char *a, const char *b) { return strcmp(a ? a : "", b ? b : "") == 0; }

/* Would the two heads read alike, but for the folder of the pack? */
static bool is_alike(const jh_compare_writer *w) {
  const jh_plan *a = jh_compare_point_plan(w->view, JH_BEFORE);
  const jh_plan *b = jh_compare_point_plan(w->view, JH_AFTER);
  return is_same(a->pack.id, b->pack.id) && is_same(a->pack.version, b->pack.version) &&
         a->layer_count == b->layer_count && !is_same(a->pack.folder, b->pack.folder);
}

static void heads(const jh_compare_writer *w) {
  for (int side = 0; side < 2; side++) {
    if (side) jh_buf_char(w->buf, '\n');
    jh_buf_text(w->buf, jh_words_get(side ? JH_W_AFTER : JH_W_BEFORE, w->lang));
    if (is_alike(w)) {
      const char *folder = jh_compare_point_plan(w->view, side)->pack.folder;
      jh_words_fill(w->buf, w->lang, JH_W_BRACKETS, folder, NULL);
    }
    jh_compare_text_word(w, JH_W_COLON);
    jh_head_text(w->buf, w->view->of[side]->head, w->lang);
  }
}

static jh_code body(jh_out *out, const jh_compare_writer *w, jh_error *err) {
  heads(w);
  jh_compare_text_changes(w);
  jh_compare_text_totals(w);
  jh_code code = jh_compare_text_regions(w, err);
  if (code) return code;
  heading(w, JH_W_FLIPS_COUNTIES, w->view->what->county_count);
  code = jh_compare_text_counties(out, w, 0, err);
  if (!code) code = findings(out, w, err);
  if (!code) code = jh_compare_text_near(out, w, err);
  if (code) return code;
  jh_compare_text_alone(out, w);
  jh_compare_text_cost(w);
  jh_compare_text_unchanged(w);
  return JH_OK;
}

jh_code jh_report_compare_text(
    const jh_compare_view *view, jh_lang lang, jh_sink sink, void *sink_payload, jh_error *err) {
  jh_out out;
  jh_out_init(&out, sink, sink_payload);
  jh_compare_writer w = {&out.buf, view, lang};
  return jh_out_done(&out, body(&out, &w, err), err);
}
