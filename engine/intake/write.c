#include "intake/write.h"

#include <stdio.h>
#include <string.h>

#include "intake/write_parts.h"
#include "sheet/position.h"

enum { FLUSH = 1 << 16 };

jh_code jh_write_may(jh_intake *in, jh_error *err) {
  const char *folder = in->options->output;
  return jh_output_check(in->arena, folder, err);
}

const char *jh_write_place(char out[24], uint32_t line, uint32_t column) {
  char name[JH_POSITION_TEXT];
  (void)snprintf(out, 24, "%s", jh_position_text(name, column, line));
  return out;
}

/* What stands in a column of numbers, days or choices may mean harm, too. "-" and "-5%" are no formulas: the reader
 * of the dataset takes them. */
static bool is_formula(const char *text) {
  if (text[0] && strchr("=@\t\r", text[0])) return true;
  bool is_signed = text[0] == '+' || text[0] == '-';
  return is_signed && strpbrk(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz(|!=@");
}

void jh_write_cell(jh_buf *buf, const char *text) {
  size_t size = strlen(text);
  bool is_quoted =
      strpbrk(text, ",\"\r\n") != NULL || (size && (text[0] == ' ' || text[size - 1] == ' '));
  const char *guard = is_formula(text) ? "'" : "";
  if (!is_quoted) {
    jh_buf_text(buf, guard);
    jh_buf_text(buf, text);
    return;
  }
  jh_buf_char(buf, '"');
  jh_buf_text(buf, guard);
  for (const char *at = text; *at; at++) {
    if (*at == '"') jh_buf_char(buf, '"');
    jh_buf_char(buf, *at);
  }
  jh_buf_char(buf, '"');
}

jh_code jh_write_flush(jh_output *out, jh_buf *buf, size_t above, jh_error *err) {
  if (!jh_buf_ok(buf)) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  if (buf->size <= above) return JH_OK;
  jh_code code = jh_output_write(out, jh_buf_str(buf), err);
  jh_buf_clear(buf);
  return code;
}

jh_code jh_write_whole(jh_output *out, const char *name, jh_buf *buf, jh_error *err) {
  jh_code code = jh_output_open(out, name, err);
  if (!code) code = jh_write_flush(out, buf, 0, err);
  return code ? code : jh_output_close(out, NULL, err);
}

jh_code jh_write_copy(
    jh_output *out, const char *name, jh_str text, char hash[JH_SHA256_TEXT], jh_error *err) {
  jh_code code = jh_output_open(out, name, err);
  if (!code) code = jh_output_write(out, text, err);
  return code ? code : jh_output_close(out, hash, err);
}

/* Tables ------------------------------------------------------------------------------------------------- */

static void put_header(const jh_intake_table *table, jh_buf *buf) {
  bool is_first = true;
  for (size_t i = 0; i < table->def->column_count; i++) {
    if (table->slots[i] == JH_NONE) continue;
    if (!is_first) jh_buf_char(buf, ',');
    jh_buf_text(buf, table->def->columns[i].id);
    is_first = false;
  }
  jh_buf_char(buf, '\n');
}

static void put_record(const jh_intake_table *table, const jh_intake_record *record, jh_buf *buf) {
  bool is_first = true;
  for (size_t i = 0; i < table->def->column_count; i++) {
    uint32_t slot = table->slots[i];
    if (slot == JH_NONE) continue;
    if (!is_first) jh_buf_char(buf, ',');
    is_first = false;
    const char *text = slot < record->cell_count ? record->cells[slot].text : NULL;
    bool is_text = table->def->columns[i].type == JH_COLUMN_TEXT; /* may look like a formula */
    if (text && is_text) jh_buf_csv(buf, jh_str_of(text));
    if (text && !is_text) jh_write_cell(buf, text);
  }
  jh_buf_char(buf, '\n');
}

static uint32_t count_lines(jh_str text) {
  uint32_t count = 0;
  for (size_t i = 0; i < text.size; i++) count += text.at[i] == '\n';
  return count;
}

/* The lines at which records begin go to lines[], for the origins. */
static jh_code write_records(
    jh_output *out, jh_intake_table *table, uint32_t *lines, jh_buf *buf, jh_error *err) {
  uint32_t line = 2;
  jh_code code = JH_OK;
  put_header(table, buf);
  for (size_t i = 0; i < table->count && !code; i++) {
    if (table->records[i]->parent) continue;
    size_t before = buf->size;
    lines[table->written++] = line;
    put_record(table, table->records[i], buf);
    if (jh_buf_ok(buf)) line += count_lines((jh_str){buf->at + before, buf->size - before});
    code = jh_write_flush(out, buf, FLUSH, err);
  }
  return code ? code : jh_write_flush(out, buf, 0, err);
}

static jh_code write_table(
    jh_intake *in, jh_output *out, jh_intake_table *table, jh_buf *buf, jh_error *err) {
  char name[128];
  (void)snprintf(name, sizeof name, "%s.csv", table->def->id);
  uint32_t *lines = jh_arena_get(in->arena, (table->count + 1) * sizeof *lines);
  const char *kept = jh_arena_text(in->arena, jh_str_of(name));
  if (!lines || !kept) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_buf_clear(buf);
  jh_code code = jh_output_open(out, kept, err);
  if (!code) code = write_records(out, table, lines, buf, err);
  if (!code) code = jh_output_close(out, table->hash, err);
  return code ? code : jh_write_origins(in, out, table, lines, buf, err);
}

/* Dictionary --------------------------------------------------------------------------------------------- */

static void put_lua(jh_buf *buf, const char *text) {
  jh_buf_char(buf, '"');
  for (const char *at = text; *at; at++) {
    unsigned char c = (unsigned char)*at;
    if (c == '"' || c == '\\') jh_buf_char(buf, '\\');
    if (c < 0x20) {
      jh_buf_print(buf, "\\%03d", c);
    } else {
      jh_buf_char(buf, *at);
    }
  }
  jh_buf_char(buf, '"');
}

static void put_names(jh_buf *buf, const char *field, jh_text names) {
  const char *zh = jh_text_in(names, JH_ZH), *en = jh_text_in(names, JH_EN);
  if (!zh[0] && !en[0]) return;
  jh_buf_print(buf, "  %s = ", field);
  if (strcmp(zh, en) == 0) {
    put_lua(buf, zh);
  } else {
    jh_buf_text(buf, "{ zh = ");
    put_lua(buf, zh);
    jh_buf_text(buf, ", en = ");
    put_lua(buf, en);
    jh_buf_text(buf, " }");
  }
  jh_buf_text(buf, ",\n");
}

static void put_dictionary(const jh_intake *in, jh_buf *buf) {
  const jh_mapping *mapping = in->mapping;
  char day[11];
  jh_buf_clear(buf);
  jh_buf_text(
      buf, "-- Made by an import. Correct the sources or the mapping, and import again.\n"
           "-- 由导入生成。需要改动时，请改源文件或映射，再重新导入。\nextends ");
  put_lua(buf, in->options->dictionary ? JH_WRITE_BASE : mapping->dictionary);
  jh_buf_text(buf, "\n\ndataset {\n");
  put_names(buf, "name", mapping->name);
  put_names(buf, "notice", mapping->notice);
  if (mapping->as_of) {
    jh_buf_print(buf, "  as_of = \"%s\",\n", jh_date_text(day, mapping->as_of));
  }
  if (mapping->year) {
    jh_buf_text(buf, "  year = ");
    put_lua(buf, mapping->year);
    jh_buf_text(buf, ",\n");
  }
  jh_buf_text(buf, "}\n");
}

/* All of it ---------------------------------------------------------------------------------------------- */

static jh_code write_all(jh_intake *in, jh_output *out, jh_buf *buf, jh_error *err) {
  jh_write_hashes hashes = {.dictionary = ""};
  jh_code code = JH_OK;
  for (size_t i = 0; i < in->plan->table_count && !code; i++) {
    if (in->tables[i].def) code = write_table(in, out, &in->tables[i], buf, err);
  }
  if (!code) code = jh_write_sources(in, out, buf, err);
  if (!code) put_dictionary(in, buf);
  if (!code) code = jh_write_whole(out, "dictionary.lua", buf, err);
  if (!code && in->options->dictionary) {
    code = jh_write_copy(out, JH_WRITE_BASE, in->options->dictionary_text, hashes.dictionary, err);
  }
  if (!code)
    code = jh_write_copy(out, "mapping.lua", in->options->mapping_text, hashes.mapping, err);
  return code ? code : jh_write_report(in, out, &hashes, buf, err);
}

jh_code jh_write_folder(jh_intake *in, jh_error *err) {
  jh_output out;
  jh_buf buf;
  jh_buf_init(&buf);
  jh_code code = jh_output_begin(&out, in->arena, in->options->output, err);
  if (!code) code = write_all(in, &out, &buf, err);
  code = jh_output_end(&out, code, err);
  jh_buf_done(&buf);
  return code;
}
