/* template_book.c - a template as a workbook.
 *
 * First the guide, then a sheet for each table: a title, a line of units and kinds, the header, the
 * rows. Last a hidden sheet that says which table and column each cell is, so that the filled workbook
 * can be read without a mapping:
 *
 *     format      1
 *     dictionary  id
 *     pack        id, version, hash
 *     day         YYYY-MM-DD (where it is known)
 *     sheet       name, table, title lines, header lines
 *     column      name of the sheet, letter, column
 */
#include <string.h>

#include "session/template_sheet.h"
#include "sheet/position.h"

enum { LABEL_WIDTH = 14, GUIDE_WIDTH = 92 };

typedef jh_template_writer writer;

/* The guide. */

static void add_line(void *payload, jh_template_line kind, const char *label, const char *text) {
  writer *at = payload;
  jh_write_box both = {at->row, 0, at->row, 1};
  bool is_whole = kind == JH_TEMPLATE_TITLE || kind == JH_TEMPLATE_HEADING;
  jh_write_style style = is_whole ? JH_WRITE_TITLE : JH_WRITE_PLAIN;
  size_t lines = jh_template_lines(jh_str_of(text), GUIDE_WIDTH - 4);
  double height = is_whole ? 30 : 4 + 16 * (double)lines;
  jh_write_row(at->w, at->row, height, JH_WRITE_PLAIN);
  if (is_whole) {
    jh_write_merged(at->w, &both, jh_str_of(text), style);
  } else {
    jh_write_text(at->w, at->row, 0, jh_str_of(label), style);
    jh_write_text(at->w, at->row, 1, jh_str_of(text), style);
  }
  at->row++;
}

static jh_code put_guide(writer *at) {
  const jh_write_sheet how = {
      .name = at->t->lang == JH_ZH ? "填写说明" : "Guide",
      .is_protected = true,
      .is_landscape = true,
      .is_one_wide = true};
  jh_code code = jh_write_begin(at->w, &how, at->err);
  if (code) return code;
  at->row = 1;
  jh_write_columns(at->w, 0, 0, LABEL_WIDTH, JH_WRITE_PLAIN);
  jh_write_columns(at->w, 1, 1, GUIDE_WIDTH, JH_WRITE_PLAIN);
  jh_template_guide(&at->buf, at->t, at->part, true, add_line, at);
  return JH_OK;
}

/* The hidden sheet. */

static void say(writer *at, const char *what, const char *const *more, size_t count) {
  jh_write_text(at->w, at->row, 0, jh_str_of(what), JH_WRITE_PLAIN);
  for (uint32_t i = 0; i < count; i++) {
    if (more[i]) jh_write_text(at->w, at->row, i + 1, jh_str_of(more[i]), JH_WRITE_CODE);
  }
  at->row++;
}

/* As the pack names it; else the name of the file. */
static const char *dictionary_of(writer *at) {
  const jh_plan *plan = at->t->plan;
  if (plan->pack.dictionary) return plan->pack.dictionary;
  const char *path = plan->dataset.dictionary ? plan->dataset.dictionary : "";
  const char *slash = strrchr(path, '/');
  jh_str name = jh_str_of(slash ? slash + 1 : path);
  if (jh_str_ends(name, ".lua")) name.size -= 4;
  jh_buf_clear(&at->buf);
  jh_buf_add(&at->buf, name);
  return at->buf.at ? at->buf.at : "";
}

static void say_table(writer *at, size_t index) {
  const jh_template_table *table = &at->t->tables[index];
  char title[24], header[24], letters[JH_POSITION_TEXT];
  jh_arg_int(title, JH_TEMPLATE_HEADER_ROW - 1);
  jh_arg_int(header, 1);
  say(at, "sheet", (const char *const[]){at->names[index], table->def->id, title, header}, 4);
  for (uint32_t i = 0; i < table->count; i++) {
    jh_position_text(letters, i, 0);
    say(at, "column", (const char *const[]){at->names[index], letters, table->columns[i].def->id},
        3);
  }
}

static jh_code put_key(writer *at) {
  const jh_plan *plan = at->t->plan;
  const jh_write_sheet how = {.name = "_junheng", .is_hidden = true, .is_protected = true};
  jh_code code = jh_write_begin(at->w, &how, at->err);
  if (code) return code;
  at->row = 1;
  say(at, "format", (const char *const[]){"1"}, 1);
  say(at, "dictionary", (const char *const[]){dictionary_of(at)}, 1);
  if (plan->pack.id)
    say(at, "pack", (const char *const[]){plan->pack.id, plan->pack.version, plan->pack.hash}, 3);
  if (at->t->on) {
    char day[11];
    say(at, "day", (const char *const[]){jh_date_text(day, at->t->on)}, 1);
  }
  for (size_t i = 0; i < at->t->table_count; i++) say_table(at, i);
  return JH_OK;
}

static bool take(void *payload, const char *bytes, size_t size) {
  jh_buf *buf = payload;
  jh_buf_add(buf, (jh_str){bytes, size});
  return jh_buf_ok(buf);
}

static jh_code put_all(writer *at, jh_buf *buf) {
  jh_code code = put_guide(at);
  for (size_t i = 0; i < at->t->table_count && !code; i++) code = jh_template_sheet(at, i);
  if (!code) code = put_key(at);
  bool is_whole = jh_buf_ok(&at->buf) && jh_buf_ok(&at->more);
  if (!code && !is_whole) code = jh_fail(at->err, JH_ENOMEM, NULL, NULL);
  if (!code) code = jh_write_hand_on(at->w, take, buf, at->err);
  return code == JH_ENOT_WRITABLE ? jh_fail(at->err, JH_ENOMEM, NULL, NULL) : code;
}

jh_code jh_template_book(jh_buf *buf, const jh_template *t, jh_template_part part, jh_error *err) {
  writer at = {.t = t, .part = part, .err = err};
  at.names = jh_arena_get(t->arena, (t->table_count + 1) * sizeof *at.names);
  if (!at.names) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_code code = jh_write_open(&at.w, NULL, false, err);
  if (code) return code;
  jh_buf_init(&at.buf);
  jh_buf_init(&at.more);
  code = put_all(&at, buf);
  jh_buf_done(&at.buf);
  jh_buf_done(&at.more);
  jh_write_close(at.w);
  return code;
}
