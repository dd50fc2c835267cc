/* describe.c - what was read: files, encodings, records, columns found, unknown and absent. */
#include "session/session.h"

static bool is_found(const jh_file *file, const jh_plan *plan, uint32_t column) {
  for (size_t i = 0; i < file->header_count; i++) {
    if (file->header_columns[i] == column) return true;
  }
  const jh_source *source = file->source == JH_NONE ? NULL : &plan->sources[file->source];
  for (size_t i = 0; source && i < source->set_count; i++) {
    if (source->sets[i].column == column) return true;
  }
  return false;
}

static void list_absent(jh_buf *buf, const jh_plan *plan, const jh_file *file, jh_lang lang) {
  const jh_table_def *table = &plan->tables[file->table];
  bool is_first = true;
  for (uint32_t i = 0; i < table->column_count; i++) {
    if (table->columns[i].is_optional || is_found(file, plan, i)) continue;
    jh_buf_text(buf, is_first ? (lang == JH_ZH ? "  缺少的列：" : "  absent columns: ") : ", ");
    jh_buf_text(buf, table->columns[i].id);
    is_first = false;
  }
  if (!is_first) jh_buf_char(buf, '\n');
}

static void list_unknown(jh_buf *buf, const jh_file *file, jh_lang lang) {
  bool is_first = true;
  for (size_t i = 0; i < file->header_count; i++) {
    if (file->header_columns[i] != JH_NONE || file->headers[i].size == 0) continue;
    jh_buf_text(buf, is_first ? (lang == JH_ZH ? "  未识别的列：" : "  unknown columns: ") : ", ");
    jh_buf_add(buf, file->headers[i]);
    is_first = false;
  }
  if (!is_first) jh_buf_char(buf, '\n');
}

static void put_text(jh_buf *buf, const jh_plan *plan, const jh_file *file, jh_lang lang) {
  jh_buf_text(buf, file->path);
  jh_buf_text(buf, lang == JH_ZH ? "：" : ": ");
  jh_buf_text(buf, jh_text_in(plan->tables[file->table].name, lang));
  jh_buf_print(
      buf, lang == JH_ZH ? "，%s，%llu 条记录\n" : ", %s, %llu records\n", file->encoding,
      (unsigned long long)file->record_count);
  list_unknown(buf, file, lang);
  list_absent(buf, plan, file, lang);
}

static void put_list(jh_buf *buf, const jh_plan *plan, const jh_file *file, bool unknown) {
  bool is_first = true;
  size_t count = unknown ? file->header_count : plan->tables[file->table].column_count;
  jh_buf_text(buf, unknown ? ",\"unknown\":[" : ",\"absent\":[");
  for (uint32_t i = 0; i < count; i++) {
    bool is_in = unknown ? file->header_columns[i] == JH_NONE && file->headers[i].size > 0
                         : !is_found(file, plan, i);
    if (!is_in) continue;
    if (!is_first) jh_buf_char(buf, ',');
    jh_buf_json(
        buf, unknown ? file->headers[i] : jh_str_of(plan->tables[file->table].columns[i].id));
    is_first = false;
  }
  jh_buf_char(buf, ']');
}

static void put_json(jh_buf *buf, const jh_plan *plan, const jh_file *file, bool is_first) {
  jh_buf_text(buf, is_first ? "\n{\"file\":" : ",\n{\"file\":");
  jh_buf_json(buf, jh_str_of(file->path));
  jh_buf_text(buf, ",\"table\":");
  jh_buf_json(buf, jh_str_of(plan->tables[file->table].id));
  jh_buf_text(buf, ",\"encoding\":");
  jh_buf_json(buf, jh_str_of(file->encoding));
  jh_buf_text(buf, ",\"records\":");
  jh_buf_int(buf, (int64_t)file->record_count);
  jh_buf_text(buf, ",\"sha256\":");
  jh_buf_json(buf, jh_str_of(file->hash));
  put_list(buf, plan, file, true);
  put_list(buf, plan, file, false);
  jh_buf_char(buf, '}');
}

void jh_session_put_files(jh_buf *buf, const jh_session *session, jh_format format, jh_lang lang) {
  const jh_dataset *data = session->dataset;
  bool is_json = format == JH_FORMAT_JSON;
  if (is_json) jh_buf_text(buf, "{\"format\":1,\"files\":[");
  for (size_t i = 0; data && i < data->file_count; i++) {
    if (is_json)
      put_json(buf, session->plan, &data->files[i], i == 0);
    else
      put_text(buf, session->plan, &data->files[i], lang);
  }
  if (is_json) jh_buf_text(buf, "\n]");
}

jh_code jh_session_describe(
    jh_session *session, jh_format format, jh_lang lang, jh_writer writer, void *payload,
    jh_error *err) {
  if (!session->dataset) return jh_fail(err, JH_ENO_DATA, NULL, NULL);
  jh_buf buf;
  jh_buf_init(&buf);
  jh_session_put_files(&buf, session, format, lang);
  if (format == JH_FORMAT_JSON) jh_buf_text(&buf, "}\n");
  return jh_session_hand_on(&buf, writer, payload, err);
}
