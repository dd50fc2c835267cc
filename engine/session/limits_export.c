/* limits_export.c - the numbers of a pack on their way out, to be filled: a workbook, or text. */
#include "session/limits.h"

static void end_line(jh_buf *buf) { jh_buf_text(buf, "\r\n"); }

/* What the hidden sheet and the guide of a workbook hold, above the heading: a line for each. */
static void put_facts(jh_buf *buf, const jh_limits_table *table) {
  const jh_layer *top = jh_limits_top(table->plan);
  char day[11];
  jh_buf_print(buf, "kind,%s,%s\r\n", JH_LIMITS_KIND, JH_LIMITS_FORMAT);
  if (top) {
    jh_buf_text(buf, "pack,");
    jh_buf_csv(buf, jh_str_of(top->id));
    jh_buf_char(buf, ',');
    jh_buf_csv(buf, jh_str_of(top->version));
    jh_buf_print(buf, ",%s\r\n", table->plan->pack.hash);
  }
  if (table->on) jh_buf_print(buf, "day,%s\r\n", jh_date_text(day, table->on));
  for (int i = 0; i < JH_LIMITS_FACTS; i++) {
    jh_buf_csv(buf, jh_str_of(jh_limits_label((jh_limits_fact)i, table->lang)));
    jh_buf_char(buf, ',');
    if (i == JH_LIMITS_F_SINCE && table->on) jh_buf_text(buf, jh_date_text(day, table->on));
    end_line(buf);
  }
}

static void put_text(jh_buf *buf, const jh_limits_table *table) {
  jh_buf cell;
  jh_buf_init(&cell);
  jh_buf_text(buf, "\xEF\xBB\xBF");
  put_facts(buf, table);
  for (int i = 0; i < JH_LIMITS_COLUMNS; i++) {
    if (i) jh_buf_char(buf, ',');
    jh_buf_csv(buf, jh_str_of(jh_limits_title((jh_limits_column)i, table->lang)));
  }
  end_line(buf);
  for (size_t i = 0; i < table->count; i++) {
    for (int k = 0; k < JH_LIMITS_COLUMNS; k++) {
      jh_buf_clear(&cell);
      jh_limits_given(&cell, table, &table->rows[i], (jh_limits_column)k, table->lang);
      if (k) jh_buf_char(buf, ',');
      jh_buf_csv(buf, jh_buf_str(&cell));
    }
    end_line(buf);
  }
  if (!jh_buf_ok(&cell)) buf->failed = true;
  jh_buf_done(&cell);
}

jh_code jh_session_limits(
    jh_session *session, const jh_limits_options *options, jh_limits_count *count, jh_error *err) {
  jh_limits_table table;
  jh_date day = 0;
  jh_buf buf;
  if (options->on && !jh_date_read(&day, jh_str_of(options->on)))
    return jh_fail(err, JH_EBAD_DATE, NULL, options->on, NULL);
  jh_code code = jh_limits_list(&table, session->plan, day, options->lang, session->arena, err);
  if (code) return code;
  jh_buf_init(&buf);
  if (options->format == JH_FORMAT_CSV)
    put_text(&buf, &table);
  else
    code = jh_limits_book(&buf, &table, err);
  if (code) {
    jh_buf_done(&buf);
    return code;
  }
  if (count) *count = (jh_limits_count){table.count, table.computed_count, table.ended};
  return jh_session_hand_on(&buf, options->writer, options->payload, err);
}
