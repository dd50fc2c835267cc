/* shard_marks.c - by what parts of one run are known: engine, pack, data, options. */
#include <stdio.h>
#include <string.h>

#include "session/runs.h"
#include "session/shard.h"

jh_code jh_shard_marks_set(jh_shard_marks *out, jh_shard_mark mark, jh_str text, jh_error *err) {
  jh_sha256 hash;
  if (text.size < sizeof out->of[mark]) {
    jh_str_copy(out->of[mark], sizeof out->of[mark], text);
    return JH_OK;
  }
  jh_sha256_init(&hash);
  jh_sha256_add(&hash, text);
  return jh_sha256_done(&hash, out->of[mark]) ? JH_OK : jh_fail(err, JH_ENOMEM, NULL, NULL);
}

static void add(jh_sha256 *hash, jh_str text) {
  uint64_t size = text.size;
  unsigned char bytes[8];
  for (int i = 0; i < 8; i++) bytes[i] = (unsigned char)(size >> 8 * i);
  jh_sha256_add(hash, (jh_str){(const char *)bytes, sizeof bytes});
  jh_sha256_add(hash, text);
}

jh_code jh_shard_marks_engine(jh_shard_marks *out, jh_error *err) {
  jh_code code = jh_shard_marks_set(out, JH_SHARD_ENGINE, jh_str_of(jh_version()), err);
  return code ? code : jh_runs_engine(out->of[JH_SHARD_PROGRAM], err);
}

jh_code jh_shard_marks_rules(jh_shard_marks *out, const jh_session *session, jh_error *err) {
  const jh_plan *plan = session->plan;
  char name[256];
  jh_sha256 hash;
  (void)snprintf(name, sizeof name, "%s %s", plan->pack.id, plan->pack.version);
  jh_code code = jh_shard_marks_set(out, JH_SHARD_PACK, jh_str_of(name), err);
  if (code) return code;
  jh_sha256_init(&hash);
  add(&hash, jh_str_of(plan->pack.hash));
  for (size_t i = 0; i < plan->text_count; i++) add(&hash, plan->texts[i].text);
  return jh_sha256_done(&hash, out->of[JH_SHARD_RULES]) ? JH_OK
                                                        : jh_fail(err, JH_ENOMEM, NULL, NULL);
}

static jh_code switches(jh_shard_marks *out, const jh_session_options *options, jh_error *err) {
  jh_buf list;
  jh_buf_init(&list);
  for (size_t i = 0; i < options->switch_count; i++) {
    if (i) jh_buf_char(&list, ',');
    jh_buf_text(&list, options->switches[i]);
  }
  jh_code code = jh_buf_ok(&list) ? JH_OK : jh_fail(err, JH_ENOMEM, NULL, NULL);
  if (!code) code = jh_shard_marks_set(out, JH_SHARD_SWITCHES, jh_buf_str(&list), err);
  jh_buf_done(&list);
  return code;
}

static jh_str told(const char *text) { return jh_str_of(text ? text : ""); }

jh_code jh_shard_marks_data(
    jh_shard_marks *out, const jh_session *session, const jh_session_options *options,
    jh_error *err) {
  const jh_report_head *head = &session->head;
  jh_sha256 hash;
  jh_sha256_init(&hash);
  for (size_t i = 0; i < head->file_count; i++) {
    add(&hash, jh_str_of(head->files[i].name));
    add(&hash, jh_str_of(head->files[i].hash));
  }
  bool is_whole = jh_sha256_done(&hash, out->of[JH_SHARD_DATA]);
  jh_code code = is_whole ? switches(out, options, err) : jh_fail(err, JH_ENOMEM, NULL, NULL);
  if (!code) code = jh_shard_marks_set(out, JH_SHARD_FOLDER, told(session->data), err);
  if (!code) code = jh_shard_marks_set(out, JH_SHARD_ENCODING, told(session->encoding), err);
  if (!code) code = jh_shard_marks_set(out, JH_SHARD_YEAR, told(head->year), err);
  if (!code) code = jh_shard_marks_set(out, JH_SHARD_REGION, told(head->region), err);
  return code;
}

const char *jh_shard_marks_name(char out[160], jh_shard_mark mark) {
  static const char *const names[JH_SHARD_MARKS][JH_LANGS] = {
      [JH_SHARD_ENGINE] = {"引擎的版本", "the engine's version"},
      [JH_SHARD_PROGRAM] = {"程序文件", "the program's file"},
      [JH_SHARD_PACK] = {"规则包", "the pack"},
      [JH_SHARD_RULES] = {"规则包和数据字典的内容", "what the pack and its dictionary say"},
      [JH_SHARD_SWITCHES] = {"--switch", "--switch"},
      [JH_SHARD_FOLDER] = {"--data", "--data"},
      [JH_SHARD_DATA] = {"数据文件的内容", "what the files of data hold"},
      [JH_SHARD_ENCODING] = {"--encoding", "--encoding"},
      [JH_SHARD_DAY] = {"法规日期", "the day of the law"},
      [JH_SHARD_YEAR] = {"数据年份", "the year of the data"},
      [JH_SHARD_REGION] = {"--region", "--region"},
      [JH_SHARD_COUNTIES] = {"县的数目", "the number of counties"},
      [JH_SHARD_PARTS] = {"分成的份数", "the number of parts"}};
  return jh_arg_both(out, 160, names[mark][JH_ZH], names[mark][JH_EN]);
}
