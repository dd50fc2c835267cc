/* targets_roadmap_csv.c - a roadmap for spreadsheets; see targets_roadmap.h. */
#include "report/out.h"
#include "report/targets.h"
#include "report/targets_roadmap_parts.h"

static const jh_listing_column columns[] = {
    {.key = "record", .word = JH_W_CSV_RECORD},
    {.key = "day", .word = JH_W_CSV_DAY},
    {.key = "law_on", .word = JH_W_CSV_ON},
    {.key = "year", .word = JH_W_CSV_YEAR},
    {.key = "data", .word = JH_W_CSV_DATA},
    {.key = "law", .word = JH_W_COL_SIDE},
    {.key = "target", .word = JH_W_CSV_TARGET},
    {.key = "target_name", .word = JH_W_CSV_TARGET_NAME},
    {.key = "due", .word = JH_W_COL_DUE},
    {.key = "counted", .word = JH_W_COL_COUNTED},
    {.key = "met", .word = JH_W_COL_MET_COUNT},
    {.key = "unmet", .word = JH_W_COL_UNMET_COUNT},
    {.key = "undetermined", .word = JH_W_COL_OPEN_COUNT},
    {.key = "outside", .word = JH_W_CSV_OUTSIDE},
    {.key = "cut", .word = JH_W_CSV_CUT},
    {.key = "share", .word = JH_W_COL_SHARE},
    {.key = "ensure_percent", .word = JH_W_CSV_ENSURE_PERCENT},
    {.key = "ensure", .word = JH_W_COL_ENSURE},
    {.key = "ensure_needed", .word = JH_W_CSV_ENSURE_NEEDED},
    {.key = "ensure_margin_at_least", .word = JH_W_CSV_ENSURE_LEAST},
    {.key = "ensure_margin_at_most", .word = JH_W_CSV_ENSURE_MOST},
    {.key = "strive_percent", .word = JH_W_CSV_STRIVE_PERCENT},
    {.key = "strive", .word = JH_W_COL_STRIVE},
    {.key = "strive_needed", .word = JH_W_CSV_STRIVE_NEEDED},
    {.key = "strive_margin_at_least", .word = JH_W_CSV_STRIVE_LEAST},
    {.key = "strive_margin_at_most", .word = JH_W_CSV_STRIVE_MOST},
    {.key = "named", .word = JH_W_COL_NAMED},
    {.key = "entity_code", .word = JH_W_CSV_CODE},
    {.key = "entity_name", .word = JH_W_CSV_NAME},
    {.key = "stage", .word = JH_W_CSV_STAGE},
    {.key = "code_there", .word = JH_W_CSV_CODE_THERE},
    {.key = "not_in_data", .word = JH_W_CSV_NOT_IN_DATA},
    {.key = "verdict", .word = JH_W_CSV_VERDICT},
    {.key = "before", .word = JH_W_CSV_BEFORE},
    {.key = "after", .word = JH_W_CSV_AFTER},
    {.key = "standing", .word = JH_W_CSV_STANDING},
    {.key = "first_met", .word = JH_W_CSV_FIRST_MET},
    {.key = "lost", .word = JH_W_CSV_LOST},
};

enum {
  COLUMNS = sizeof columns / sizeof *columns,
  BEFORE_COUNTS = 9, /* cells that every row has */
  COUNT_CELLS = 18,
  ENTITY_CELLS = COLUMNS - BEFORE_COUNTS - COUNT_CELLS
};

typedef struct writer {
  jh_listing list;
  const jh_roadmap_record *record;
  jh_lang lang;
} writer;

static void add(writer *w, const char *text) { jh_listing_add(&w->list, text); }

static void blanks(writer *w, int count) {
  for (int i = 0; i < count; i++) add(w, "");
}

static void slice(writer *w, jh_str text) {
  jh_buf_add(&w->list.text, text);
  jh_listing_next(&w->list);
}

static void number(writer *w, size_t count) {
  char text[24];
  add(w, jh_words_count(text, count));
}

static void day(writer *w, jh_date date) {
  char text[11];
  add(w, date ? jh_date_text(text, date) : "");
}

static void verdict(writer *w, jh_verdict at) {
  add(w, w->lang == JH_EN ? jh_verdict_id(at) : jh_verdict_name(at, w->lang));
}

static void state(writer *w, jh_target_state at) {
  add(w, w->lang == JH_EN ? jh_target_state_id(at) : jh_target_state_name(at, w->lang));
}

static void yes(writer *w, bool is_so) { add(w, is_so ? jh_words_get(JH_W_YES, w->lang) : ""); }

/* The cells that begin each row. side: JH_NONE = both. */
static void begin(
    writer *w, jh_word record, size_t point, int side, const jh_roadmap_target *target) {
  const jh_roadmap_point *at = &w->record->points[point];
  add(w, jh_words_get(record, w->lang));
  day(w, at->day);
  day(w, at->on);
  add(w, at->year);
  add(w, at->folder);
  if (side == JH_ROADMAP_SIDES) {
    add(w, "");
  } else if (w->lang == JH_EN) {
    add(w, side == JH_ROADMAP_LAW ? "law" : "reform");
  } else {
    add(w, jh_words_get(side == JH_ROADMAP_LAW ? JH_W_SIDE_LAW : JH_W_SIDE_REFORM, w->lang));
  }
  add(w, target->target->id);
  add(w, jh_text_in(target->target->name, w->lang));
  day(w, target->target->by);
}

static void goal(writer *w, const jh_target_goal *at, const jh_roadmap_margin *margin) {
  if (!at->is_set) {
    blanks(w, 5);
    return;
  }
  add(w, at->source ? at->percent.text : "");
  state(w, at->state);
  if (!margin->is_told) {
    blanks(w, 3);
    return;
  }
  const int64_t cells[] = {margin->needed, margin->low, margin->high};
  for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
    jh_buf_int(&w->list.text, cells[i]);
    jh_listing_next(&w->list);
  }
}

static void target_row(writer *w, const jh_roadmap_target *target, size_t point, int side) {
  const jh_roadmap_state *at = &target->cells[point].side[side];
  const jh_target_result *r = &at->result;
  if (!at->is_there) return;
  begin(w, JH_W_RECORD_TARGET, point, side, target);
  number(w, r->counted);
  for (int v = JH_MET; v <= JH_UNDETERMINED; v++) number(w, r->tally.of[v]);
  number(w, r->outside);
  yes(w, r->is_cut);
  jh_figure_csv(&w->list.text, &r->share);
  jh_listing_next(&w->list);
  goal(w, &r->ensure, &at->ensure);
  goal(w, &r->strive, &at->strive);
  if (r->county_count) {
    state(w, r->named);
  } else {
    add(w, "");
  }
  blanks(w, ENTITY_CELLS);
}

static void standing(writer *w, const jh_roadmap_county *county) {
  char text[11];
  jh_word word = (jh_word)(JH_W_STANDING_0 + (int)county->standing);
  add(w, w->lang == JH_EN ? jh_roadmap_standing_id(county->standing) : jh_words_get(word, w->lang));
  bool is_never = county->first_met == JH_ROADMAP_NEVER;
  add(w, is_never ? "" : jh_date_text(text, w->record->points[county->first_met].day));
  yes(w, county->is_lost);
}

static void county_row(
    writer *w, const jh_roadmap_target *target, size_t point, int side,
    const jh_roadmap_county *county) {
  const jh_roadmap_sight *at = &county->sights[point];
  if (!target->cells[point].side[side].is_there) return;
  begin(w, JH_W_RECORD_COUNTY, point, side, target);
  blanks(w, COUNT_CELLS);
  add(w, county->code);
  add(w, county->name);
  add(w, "");
  slice(w, at->code);
  yes(w, at->is_missing);
  verdict(w, at->verdict);
  blanks(w, 2);
  standing(w, county);
}

static void move_row(
    writer *w, const jh_roadmap_target *target, size_t point, const jh_roadmap_move *move) {
  const jh_plan *plan = w->record->points[point].plan[JH_ROADMAP_LAW];
  begin(w, JH_W_RECORD_DIFFERENCE, point, JH_ROADMAP_SIDES, target);
  blanks(w, COUNT_CELLS);
  slice(w, move->code);
  slice(w, move->name);
  bool has_stage = move->stage < plan->stage_count;
  const jh_stage *stage = has_stage ? &plan->stages[move->stage] : NULL;
  add(w, !stage ? "" : w->lang == JH_EN ? stage->id : jh_text_in(stage->name, w->lang));
  blanks(w, 3);
  verdict(w, move->verdict[JH_ROADMAP_LAW]);
  verdict(w, move->verdict[JH_ROADMAP_REFORM]);
  blanks(w, 3);
}

static void rows(writer *w) {
  int sides = jh_targets_roadmap_sides(w->record);
  size_t targets = w->record->target_count, points = w->record->point_count;
  for (size_t i = 0; i < targets; i++) {
    for (size_t p = 0; p < points; p++) {
      for (int side = 0; side < sides; side++) target_row(w, &w->record->targets[i], p, side);
    }
  }
  for (size_t i = 0; i < targets; i++) {
    const jh_roadmap_target *target = &w->record->targets[i];
    for (int side = 0; side < sides; side++) {
      for (size_t c = 0; c < target->county_count[side]; c++) {
        for (size_t p = 0; p < points; p++)
          county_row(w, target, p, side, &target->counties[side][c]);
      }
    }
  }
  for (size_t i = 0; i < targets; i++) {
    for (size_t p = 0; p < points; p++) {
      const jh_roadmap_cell *cell = &w->record->targets[i].cells[p];
      for (size_t m = 0; m < cell->move_count; m++)
        move_row(w, &w->record->targets[i], p, &cell->moves[m]);
    }
  }
}

jh_code jh_targets_roadmap_csv(
    const jh_roadmap_view *view, jh_lang lang, jh_sink sink, void *payload, jh_error *err) {
  jh_out out;
  writer w = {.record = view->record, .lang = lang};
  jh_out_init(&out, sink, payload);
  jh_listing_init(&w.list, columns, COLUMNS);
  rows(&w);
  jh_listing_csv(&out.buf, &w.list, lang);
  jh_listing_done(&w.list);
  return jh_out_done(&out, JH_OK, err);
}
