/* remedy_json.c - a plan as docs/JSON.md and docs/plan.schema.json say. Independent of the language. */
#include "report/cell.h"
#include "report/head.h"
#include "report/out.h"
#include "report/remedy.h"

static void entity(jh_buf *buf, const jh_plan *plan, const jh_entity *at) {
  jh_buf_text(buf, "{\"level\":");
  jh_buf_json(buf, jh_str_of(plan->levels[at->level].id));
  jh_buf_text(buf, ",\"code\":");
  jh_buf_json(buf, at->code);
  if (at->name.size) {
    jh_buf_text(buf, ",\"name\":");
    jh_buf_json(buf, at->name);
  }
  if (at->stage < plan->stage_count) jh_figure_json_pair(buf, "stage", plan->stages[at->stage].id);
  jh_buf_char(buf, '}');
}

/* "requirement":…,"name":…,"clause":…,"entity":…,"measure":…,"bound":… */
static void finding(jh_buf *buf, const jh_plan *plan, const jh_finding *of) {
  const char *clause = jh_figure_clause(of->rule, of->source);
  jh_buf_text(buf, "\"requirement\":");
  jh_buf_json(buf, jh_str_of(of->rule->id));
  jh_buf_text(buf, ",\"name\":");
  jh_figure_json_text(buf, of->rule->name);
  if (clause && clause[0]) jh_figure_json_pair(buf, "clause", clause);
  jh_buf_text(buf, ",\"entity\":");
  entity(buf, plan, &of->entity);
  jh_figure_json_pair(buf, "verdict", jh_verdict_id(of->verdict));
  if (!of->has_figures) return;
  jh_buf_text(buf, ",\"measure\":");
  jh_figure_json(buf, &of->measure);
  jh_buf_text(buf, ",\"bound\":");
  jh_figure_json(buf, &of->bound);
  if (of->rule->unit_text && of->rule->unit_text[0])
    jh_figure_json_pair(buf, "unit", of->rule->unit_text);
}

static void number(jh_buf *buf, const char *key, const char *text) {
  jh_buf_print(buf, ",\"%s\":%s", key, text);
}

static void lack(jh_buf *buf, const jh_plan *plan, const jh_remedy_lack *of) {
  jh_buf_char(buf, '{');
  finding(buf, plan, &of->finding);
  if (of->choice) {
    jh_figure_json_pair(buf, "choice_of", of->choice->id);
    jh_buf_print(buf, ",\"choice\":%u,\"may_leave\":%u", of->choice_number, of->leave);
  }
  jh_buf_text(buf, ",\"at\":");
  entity(buf, plan, &of->at);
  jh_buf_text(buf, ",\"columns\":[");
  for (size_t i = 0; i < of->column_count; i++) {
    if (i > 0) jh_buf_char(buf, ',');
    jh_buf_json(buf, jh_str_of(of->columns[i]->id));
  }
  jh_buf_char(buf, ']');
  number(buf, "missing", of->amount);
  if (of->floor[0]) number(buf, "missing_to_floor", of->floor);
  if (of->column_count && of->columns[0]->unit_text)
    jh_figure_json_pair(buf, "missing_unit", of->columns[0]->unit_text);
  jh_buf_char(buf, '}');
}

static void lag(jh_buf *buf, const jh_plan *plan, const jh_remedy_lag *of) {
  const jh_remedy_lack *to = &of->lack;
  jh_buf_text(buf, "{\"unit\":");
  entity(buf, plan, &of->unit);
  number(buf, "value", of->value);
  if (to->column_count) {
    jh_buf_text(buf, ",\"at\":");
    entity(buf, plan, &to->at);
    jh_buf_text(buf, ",\"columns\":[");
    for (size_t i = 0; i < to->column_count; i++) {
      if (i > 0) jh_buf_char(buf, ',');
      jh_buf_json(buf, jh_str_of(to->columns[i]->id));
    }
    jh_buf_char(buf, ']');
    number(buf, "missing", to->amount);
    jh_figure_json_pair(buf, "missing_unit", to->columns[0]->unit_text);
  }
  jh_buf_char(buf, '}');
}

static void levelling(jh_buf *buf, const jh_plan *plan, const jh_remedy_levelling *of) {
  jh_buf_char(buf, '{');
  finding(buf, plan, &of->finding);
  number(buf, "mean", of->mean);
  number(buf, "raise_to", of->level);
  jh_figure_json_pair(buf, "value_unit", of->unit_text);
  jh_buf_text(buf, ",\"behind\":[");
  for (size_t i = 0; i < of->lag_count; i++) {
    if (i > 0) jh_buf_char(buf, ',');
    lag(buf, plan, &of->lags[i]);
  }
  jh_buf_text(buf, "]}");
}

static void bar(jh_buf *buf, const jh_plan *plan, const jh_remedy_bar *of) {
  jh_buf_char(buf, '{');
  finding(buf, plan, &of->finding);
  jh_figure_json_pair(buf, "why", of->why);
  if (of->cell_total) {
    jh_buf_print(buf, ",\"waiting_count\":%zu,\"waiting\":[", of->cell_total);
    for (size_t i = 0; i < of->cell_count; i++) {
      if (i > 0) jh_buf_char(buf, ',');
      jh_cell_json(buf, &of->cells[i], false);
    }
    jh_buf_char(buf, ']');
  }
  jh_buf_char(buf, '}');
}

static void edit(jh_buf *buf, const jh_remedy_edit *of) {
  jh_buf_text(buf, "{\"table\":");
  jh_buf_json(buf, jh_str_of(of->table->id));
  jh_buf_text(buf, ",\"key\":");
  jh_buf_json(buf, of->at.code);
  jh_figure_json_pair(buf, "column", of->column->id);
  number(buf, "from", of->from);
  number(buf, "to", of->to);
  jh_buf_char(buf, '}');
}

static void buy(jh_buf *buf, const jh_plan *plan, const jh_remedy_buy *of) {
  jh_buf_text(buf, "{\"means\":");
  jh_buf_json(buf, jh_str_of(of->means->id));
  jh_buf_text(buf, ",\"name\":");
  jh_figure_json_text(buf, of->means->name);
  jh_buf_text(buf, ",\"at\":");
  entity(buf, plan, &of->at);
  if (of->is_move) {
    jh_buf_text(buf, ",\"from\":");
    entity(buf, plan, &of->source);
  }
  number(buf, "amount", of->amount);
  if (of->means->per) jh_figure_json_pair(buf, "per", of->means->per);
  number(buf, "yuan", of->yuan);
  jh_buf_text(buf, ",\"serves\":[");
  for (size_t i = 0; i < of->serve_count; i++) {
    if (i > 0) jh_buf_char(buf, ',');
    jh_buf_json(buf, jh_str_of(of->serves[i]->id));
  }
  jh_buf_text(buf, "],\"cells\":[");
  for (size_t i = 0; i < of->edit_count; i++) {
    if (i > 0) jh_buf_char(buf, ',');
    edit(buf, &of->edits[i]);
  }
  jh_buf_text(buf, "]}");
}

static void prices(jh_buf *buf, const jh_prices *of) {
  char day[11];
  jh_buf_text(buf, ",\n\"prices\":{\"id\":");
  jh_buf_json(buf, jh_str_of(of->id));
  jh_buf_text(buf, ",\"name\":");
  jh_figure_json_text(buf, of->name);
  if (jh_text_in(of->notice, JH_EN)[0]) {
    jh_buf_text(buf, ",\"notice\":");
    jh_figure_json_text(buf, of->notice);
  }
  if (of->date) jh_figure_json_pair(buf, "date", jh_date_text(day, of->date));
  jh_buf_char(buf, '}');
}

static void spread(jh_buf *buf, const jh_remedy_spread *of) {
  jh_buf_text(buf, "{\"requirement\":");
  jh_buf_json(buf, jh_str_of(of->before.rule->id));
  jh_buf_text(buf, ",\"bound\":");
  jh_figure_json(buf, &of->before.bound);
  jh_buf_text(buf, ",\"before\":");
  jh_figure_json(buf, &of->before.measure);
  if (of->after.rule && of->after.has_figures) {
    jh_buf_text(buf, ",\"after\":");
    jh_figure_json(buf, &of->after.measure);
  }
  jh_buf_char(buf, '}');
}

static void plan_part(jh_out *out, const jh_plan *plan, const jh_remedy_report *report) {
  jh_buf *buf = &out->buf;
  jh_buf_text(buf, ",\n\"lines\":[");
  for (size_t i = 0; i < report->buy_count && jh_out_block(out); i++) {
    jh_buf_text(buf, i ? ",\n " : "\n ");
    buy(buf, plan, &report->buys[i]);
  }
  jh_buf_char(buf, ']');
  number(buf, "yuan", report->cost);
  number(buf, "at_least_yuan", report->bound);
  jh_buf_print(buf, ",\"cheapest\":%s", report->is_cheapest ? "true" : "false");
  jh_buf_print(
      buf, ",\"tried\":{\"met\":%s,\"tight\":%s", report->is_met ? "true" : "false",
      report->is_tight ? "true" : "false");
  jh_figure_json_pair(buf, "verdict", jh_verdict_id(report->after));
  jh_buf_char(buf, '}');
}

jh_code jh_report_remedy_json(
    const jh_report_head *head, const jh_remedy_report *report, jh_sink sink, void *sink_payload,
    jh_error *err) {
  static const char *const outcomes[] = {
      [JH_REMEDY_NOTHING] = "nothing_missing",
      [JH_REMEDY_UNPRICED] = "no_prices",
      [JH_REMEDY_BARRED] = "nothing_can_be_bought",
      [JH_REMEDY_PLANNED] = "planned",
      [JH_REMEDY_NO_WAY] = "impossible",
      [JH_REMEDY_NOT_FOUND] = "not_found"};
  jh_out out;
  const jh_plan *plan = head->plan;
  jh_out_init(&out, sink, sink_payload);
  jh_buf *buf = &out.buf;
  jh_buf_text(buf, "{\"format\":1,\n\"run\":");
  jh_head_json(buf, head);
  jh_buf_text(buf, ",\n\"entity\":");
  entity(buf, plan, &report->entity);
  if (report->rule) jh_figure_json_pair(buf, "requirement", report->rule->id);
  jh_figure_json_pair(buf, "verdict", jh_verdict_id(report->verdict));
  jh_figure_json_pair(buf, "outcome", outcomes[report->outcome]);
  jh_buf_text(buf, ",\n\"missing\":[");
  for (size_t i = 0; i < report->lack_count && jh_out_block(&out); i++) {
    jh_buf_text(buf, i ? ",\n " : "\n ");
    lack(buf, plan, &report->lacks[i]);
  }
  jh_buf_text(buf, "],\n\"levelling\":[");
  for (size_t i = 0; i < report->levelling_count && jh_out_block(&out); i++) {
    jh_buf_text(buf, i ? ",\n " : "\n ");
    levelling(buf, plan, &report->levellings[i]);
  }
  jh_buf_text(buf, "],\n\"not_bought\":[");
  for (size_t i = 0; i < report->bar_count && jh_out_block(&out); i++) {
    jh_buf_text(buf, i ? ",\n " : "\n ");
    bar(buf, plan, &report->bars[i]);
  }
  jh_buf_char(buf, ']');
  if (report->prices) prices(buf, report->prices);
  if (report->moves_are_out) jh_buf_text(buf, ",\n\"moves_left_out\":true");
  if (report->outcome == JH_REMEDY_PLANNED) plan_part(&out, plan, report);
  jh_buf_text(buf, ",\n\"spreads\":[");
  for (size_t i = 0; i < report->spread_count && jh_out_block(&out); i++) {
    jh_buf_text(buf, i ? ",\n " : "\n ");
    spread(buf, &report->spreads[i]);
  }
  jh_buf_text(buf, "]}\n");
  return jh_out_done(&out, JH_OK, err);
}
