/* write_report.c - what was taken from where, and what was not: import.csv for people, import.json for
 * programs. Both say the same, in both languages; neither knows the time nor where the program runs. */
#include <string.h>

#include "intake/write_parts.h"

static const struct {
  const char *reason, *in[JH_LANGS];
} sentences[] = {
#define JH_INTAKE_WORD(id, reason, en, zh) {reason, {zh, en}},
#include "intake/words.def"
#undef JH_INTAKE_WORD
};

static const char *const kinds[JH_INTAKE_KINDS] = {"left_out", "merged", "note", "unused"};

/* The sentence with its places filled. */
static void put_sentence(jh_buf *buf, const jh_intake_item *item, jh_lang lang) {
  for (const char *at = sentences[item->word].in[lang]; *at;) {
    bool is_place = at[0] == '{' && at[1] >= '1' && at[1] <= '4' && at[2] == '}';
    if (is_place) {
      jh_buf_text(buf, item->args[at[1] - '1']);
      at += 3;
    } else {
      jh_buf_char(buf, *at++);
    }
  }
}

/* "C14" of a cell, "14" of a row, "C" of a column, "" of the whole. */
static void put_place(jh_buf *buf, uint32_t line, uint32_t column) {
  char place[24];
  if (column != JH_NONE) {
    jh_buf_text(buf, jh_write_place(place, line, column));
  } else if (line) {
    jh_buf_int(buf, line);
  }
}

/* "yuan -> wan_yuan"; nothing where nothing was converted. */
static void put_unit(jh_buf *buf, const jh_intake_feed *feed, const jh_column_def *def) {
  const jh_intake_part *part = feed->part_count ? &feed->parts[0] : NULL;
  if (!part || !part->unit) return;
  if (part->is_converted) {
    jh_buf_text(buf, part->unit);
    jh_buf_text(buf, " -> ");
  }
  jh_buf_text(buf, def->unit_text);
}

static void put_headers(jh_buf *buf, const jh_intake_feed *feed) {
  if (!feed->part_count) jh_buf_text(buf, feed->constant);
  for (size_t i = 0; i < feed->part_count; i++) {
    if (i) jh_buf_text(buf, " + ");
    jh_buf_text(buf, feed->parts[i].header);
  }
}

/* A cell of the report; taken out of `part`, which is empty then. */
static void csv(jh_buf *buf, jh_buf *part) {
  jh_buf_csv(buf, jh_buf_str(part));
  if (!jh_buf_ok(part)) buf->failed = true;
  jh_buf_clear(part);
}

static void csv_text(jh_buf *buf, const char *text) {
  jh_buf_csv(buf, jh_str_of(text));
  jh_buf_char(buf, ',');
}

/* CSV ------------------------------------------------------------------------------------------------------ */

static void csv_source(const jh_intake_source *source, jh_buf *buf) {
  csv_text(buf, "source");
  csv_text(buf, source->file);
  csv_text(buf, source->sheet);
  jh_buf_char(buf, ',');
  csv_text(buf, source->table->def->id);
  jh_buf_print(
      buf, ",,,SHA-256 %s；记录 %zu 条,SHA-256 %s; records: %zu\n", source->hash, source->row_count,
      source->hash, source->row_count);
}

static void csv_column(
    const jh_intake_source *source, const jh_intake_feed *feed, jh_buf *buf, jh_buf *part) {
  const jh_column_def *def = &source->table->def->columns[feed->column];
  csv_text(buf, "column");
  csv_text(buf, source->file);
  csv_text(buf, source->sheet);
  if (feed->part_count) jh_write_cells_of(part, feed);
  csv(buf, part);
  jh_buf_char(buf, ',');
  csv_text(buf, source->table->def->id);
  csv_text(buf, def->id);
  put_headers(part, feed);
  csv(buf, part);
  jh_buf_char(buf, ',');
  put_unit(part, feed, def);
  csv(buf, part);
  jh_buf_text(buf, feed->part_count ? ",,\n" : ",映射中写定的值,a value that the mapping states\n");
}

static void csv_item(const jh_intake_item *item, jh_buf *buf, jh_buf *part) {
  csv_text(buf, kinds[item->kind]);
  csv_text(buf, item->file);
  csv_text(buf, item->sheet);
  put_place(part, item->line, item->column);
  csv(buf, part);
  jh_buf_text(buf, ",,,,,");
  put_sentence(part, item, JH_ZH);
  csv(buf, part);
  jh_buf_char(buf, ',');
  put_sentence(part, item, JH_EN);
  csv(buf, part);
  jh_buf_char(buf, '\n');
}

static void put_csv(const jh_intake *in, jh_buf *buf) {
  jh_buf part;
  jh_buf_init(&part);
  jh_buf_clear(buf);
  jh_buf_text(buf, "kind,file,sheet,place,table,column,from,unit,zh,en\n");
  for (size_t i = 0; i < in->source_count; i++) {
    const jh_intake_source *source = &in->sources[i];
    csv_source(source, buf);
    for (size_t k = 0; k < source->feed_count; k++) {
      csv_column(source, &source->feeds[k], buf, &part);
    }
  }
  for (int kind = 0; kind < JH_INTAKE_KINDS; kind++) {
    for (size_t i = 0; i < in->item_count; i++) {
      if ((int)in->items[i].kind == kind) csv_item(&in->items[i], buf, &part);
    }
  }
  jh_buf_done(&part);
}

/* JSON ----------------------------------------------------------------------------------------------------- */

static void pair(jh_buf *buf, const char *before, const char *key, const char *text) {
  if (!text) return;
  jh_buf_print(buf, "%s\"%s\":", before, key);
  jh_buf_json(buf, jh_str_of(text));
}

static void json_part(jh_buf *buf, const char *key, jh_buf *part) {
  if (!jh_buf_ok(part)) buf->failed = true;
  if (part->size) pair(buf, ",", key, part->at);
  jh_buf_clear(part);
}

static void json_source(const jh_intake_source *source, jh_buf *buf, jh_buf *part) {
  pair(buf, "\n  {", "file", source->file);
  pair(buf, ",", "sheet", source->sheet);
  pair(buf, ",", "encoding", source->encoding);
  pair(buf, ",", "form", source->from->form);
  pair(buf, ",", "sha256", source->hash);
  pair(buf, ",", "table", source->table->def->id);
  jh_buf_print(buf, ",\"records\":%zu,\"columns\":[", source->row_count);
  for (size_t i = 0; i < source->feed_count; i++) {
    const jh_intake_feed *feed = &source->feeds[i];
    const jh_column_def *def = &source->table->def->columns[feed->column];
    pair(buf, i ? ",\n    {" : "\n    {", "column", def->id);
    if (feed->part_count) jh_write_cells_of(part, feed);
    json_part(buf, "place", part);
    put_headers(part, feed);
    json_part(buf, feed->part_count ? "from" : "value", part);
    put_unit(part, feed, def);
    json_part(buf, "unit", part);
    jh_buf_char(buf, '}');
  }
  jh_buf_text(buf, "]}");
}

static void json_item(const jh_intake_item *item, jh_buf *buf, jh_buf *part) {
  pair(buf, "\n  {", "reason", sentences[item->word].reason);
  pair(buf, ",", "file", item->file);
  pair(buf, ",", "sheet", item->sheet);
  put_place(part, item->line, item->column);
  json_part(buf, "place", part);
  put_sentence(part, item, JH_ZH);
  json_part(buf, "zh", part);
  put_sentence(part, item, JH_EN);
  json_part(buf, "en", part);
  jh_buf_char(buf, '}');
}

static void json_head(const jh_intake *in, const jh_write_hashes *hashes, jh_buf *buf) {
  jh_buf_clear(buf);
  jh_buf_text(buf, "{\"format\":1,\"kind\":\"import\",\n\"mapping\":{\"file\":\"mapping.lua\"");
  pair(buf, ",", "sha256", hashes->mapping);
  jh_buf_text(buf, "},\n\"dictionary\":{");
  pair(buf, "", "name", in->options->dictionary ? JH_WRITE_BASE : in->mapping->dictionary);
  if (hashes->dictionary[0]) pair(buf, ",", "sha256", hashes->dictionary);
  jh_buf_text(buf, "},\n\"tables\":[");
  bool is_first = true;
  for (size_t i = 0; i < in->plan->table_count; i++) {
    const jh_intake_table *table = &in->tables[i];
    if (!table->def) continue;
    pair(buf, is_first ? "\n  {" : ",\n  {", "table", table->def->id);
    pair(buf, ",", "sha256", table->hash);
    jh_buf_print(buf, ",\"records\":%zu}", table->written);
    is_first = false;
  }
  jh_buf_char(buf, ']');
}

static void put_json(const jh_intake *in, const jh_write_hashes *hashes, jh_buf *buf) {
  jh_buf part;
  jh_buf_init(&part);
  json_head(in, hashes, buf);
  jh_buf_text(buf, ",\n\"sources\":[");
  for (size_t i = 0; i < in->source_count; i++) {
    if (i) jh_buf_char(buf, ',');
    json_source(&in->sources[i], buf, &part);
  }
  jh_buf_char(buf, ']');
  for (int kind = 0; kind < JH_INTAKE_KINDS; kind++) {
    bool is_first = true;
    jh_buf_print(buf, ",\n\"%s\":[", kinds[kind]);
    for (size_t i = 0; i < in->item_count; i++) {
      if ((int)in->items[i].kind != kind) continue;
      if (!is_first) jh_buf_char(buf, ',');
      json_item(&in->items[i], buf, &part);
      is_first = false;
    }
    jh_buf_char(buf, ']');
  }
  jh_buf_text(buf, "}\n");
  jh_buf_done(&part);
}

jh_code jh_write_report(
    jh_intake *in, jh_output *out, const jh_write_hashes *hashes, jh_buf *buf, jh_error *err) {
  put_csv(in, buf);
  jh_code code = jh_write_whole(out, "import.csv", buf, err);
  if (code) return code;
  put_json(in, hashes, buf);
  return jh_write_whole(out, "import.json", buf, err);
}
