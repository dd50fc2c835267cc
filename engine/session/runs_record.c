/* runs_record.c - the manifest of a run, and the run into an archive. */
#include "session/runs.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/file.h"

typedef struct recorder {
  jh_session *session;
  const jh_run_record *record;
  jh_ledger *archive; /* NULL = only the manifest is asked for */
  jh_arena *arena;
  jh_buf buf;
  size_t inputs;
} recorder;

static bool add_to_hash(void *payload, const char *bytes, size_t size) {
  jh_sha256_add(payload, (jh_str){bytes, size});
  return true;
}

jh_code jh_runs_result(char out[JH_SHA256_TEXT], jh_session *session, jh_error *err) {
  jh_sha256 hash;
  jh_sha256_init(&hash);
  jh_code code = jh_session_write(session, JH_FORMAT_CSV, JH_EN, add_to_hash, &hash, err);
  bool is_whole = jh_sha256_done(&hash, out);
  return code || is_whole ? code : jh_fail(err, JH_ENOMEM, NULL, NULL);
}

/* The whole file; *out is given back with jh_alloc_free(out->at). */
static jh_code slurp(const char *path, jh_str *out, jh_error *err) {
  struct stat info;
  jh_place at = jh_place_of(path, 0, 0);
  int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file < 0 || fstat(file, &info) != 0) {
    jh_code code = jh_fail(err, JH_ENOT_READABLE, &at, strerror(errno), NULL);
    if (file >= 0) (void)close(file);
    return code;
  }
  size_t size = (size_t)info.st_size;
  char *bytes = jh_alloc_get(size + 1);
  ssize_t got = bytes ? jh_file_read(file, bytes, size + 1) : 0;
  jh_code code = bytes ? JH_OK : jh_fail(err, JH_ENOMEM, NULL, NULL);
  if (got < 0) code = jh_fail(err, JH_ENOT_READABLE, &at, strerror(errno), NULL);
  if (!code && got != info.st_size) code = jh_fail(err, JH_EFILE_CHANGED, &at, NULL);
  (void)close(file);
  *out = (jh_str){bytes, size};
  return code;
}

static jh_code fingerprint(jh_str bytes, char hash[JH_SHA256_TEXT], jh_error *err) {
  jh_sha256 sum;
  jh_sha256_init(&sum);
  jh_sha256_add(&sum, bytes);
  return jh_sha256_done(&sum, hash) ? JH_OK : jh_fail(err, JH_ENOMEM, NULL, NULL);
}

/* The absolute path, in the arena. */
static const char *whole_path(recorder *r, const char *path) {
  char real[PATH_MAX];
  return jh_arena_text(r->arena, jh_str_of(realpath(path, real) ? real : path));
}

/* One file that was read; `known` is what it held when it was read, or NULL where the file tells. */
static jh_code input(
    recorder *r, const char *role, const char *path, const jh_str *known, const char *expected,
    jh_error *err) {
  char hash[JH_SHA256_TEXT];
  jh_str bytes = known ? *known : (jh_str){NULL, 0};
  const char *whole = whole_path(r, path);
  jh_place at = jh_place_of(path, 0, 0);
  if (!whole) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_code code = known ? JH_OK : slurp(path, &bytes, err);
  size_t size = bytes.size;
  if (!code) {
    code = r->archive ? jh_ledger_input(r->archive, role, whole, bytes, hash, err)
                      : fingerprint(bytes, hash, err);
  }
  if (!known) jh_alloc_free((void *)(uintptr_t)bytes.at);
  if (!code && expected && strcmp(expected, hash) != 0)
    code = jh_fail(err, JH_EFILE_CHANGED, &at, NULL);
  if (code) return code;
  jh_buf_text(&r->buf, r->inputs++ ? ",\n {\"role\":" : "\n {\"role\":");
  jh_buf_json(&r->buf, jh_str_of(role));
  jh_buf_text(&r->buf, ",\"path\":");
  jh_buf_json(&r->buf, jh_str_of(whole));
  jh_buf_print(&r->buf, ",\"size\":%zu,\"sha256\":\"%s\"}", size, hash);
  return JH_OK;
}

/* Forms judge nothing, but a run reads them. */
static jh_code inputs(recorder *r, jh_error *err) {
  const jh_plan *plan = r->session->plan;
  const jh_dataset *data = r->session->dataset;
  jh_code code = JH_OK;
  jh_buf_text(&r->buf, "\"inputs\":[");
  for (size_t i = 0; i < plan->text_count && !code; i++)
    code = input(r, "rules", plan->texts[i].path, &plan->texts[i].text, NULL, err);
  for (size_t i = 0; i < data->file_count && !code; i++)
    code = input(r, "data", data->files[i].path, NULL, data->files[i].hash, err);
  jh_buf_text(&r->buf, "],\n");
  return code;
}

/* An option as it was given; files and folders by their whole path. */
static jh_code option(
    recorder *r, const char *name, const char *value, bool is_path, size_t *count, jh_error *err) {
  struct stat info;
  if (!value) return JH_OK;
  if (is_path && stat(value, &info) == 0) value = whole_path(r, value);
  if (!value) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_buf_text(&r->buf, (*count)++ ? ",[" : "[");
  jh_buf_json(&r->buf, jh_str_of(name));
  jh_buf_char(&r->buf, ',');
  jh_buf_json(&r->buf, jh_str_of(value));
  jh_buf_char(&r->buf, ']');
  return r->archive ? jh_ledger_option(r->archive, name, value, err) : JH_OK;
}

static jh_code options(recorder *r, jh_error *err) {
  const jh_session_options *o = r->record->session;
  size_t count = 0;
  jh_buf_text(&r->buf, "\"options\":[");
  jh_code code = option(r, "rules", o->rules, true, &count, err);
  for (size_t i = 0; i < o->reform_count && !code; i++)
    code = option(r, "reform", o->reforms[i], true, &count, err);
  for (size_t i = 0; i < o->switch_count && !code; i++)
    code = option(r, "switch", o->switches[i], false, &count, err);
  if (!code) code = option(r, "data", o->data, true, &count, err);
  if (!code) code = option(r, "dictionary", o->dictionary, true, &count, err);
  if (!code) code = option(r, "share", r->session->share, true, &count, err);
  if (!code) code = option(r, "encoding", o->encoding, false, &count, err);
  if (!code) code = option(r, "year", o->year, false, &count, err);
  if (!code) code = option(r, "region", o->region, false, &count, err);
  if (!code) code = option(r, "on", r->record->on, false, &count, err);
  jh_buf_text(&r->buf, "],\n");
  return code;
}

/* The file that holds the engine: the program, or the library. */
jh_code jh_runs_engine(char out[JH_SHA256_TEXT], jh_error *err) {
  Dl_info info;
  jh_str bytes = {NULL, 0};
  union {
    const char *(*function)(void);
    void *address;
  } own = {jh_version}; /* a function's address as dladdr wants it */
  bool is_found = dladdr(own.address, &info) && info.dli_fname && strchr(info.dli_fname, '/');
  jh_code code = slurp(is_found ? info.dli_fname : "/proc/self/exe", &bytes, err);
  if (!code) code = fingerprint(bytes, out, err);
  jh_alloc_free((void *)(uintptr_t)bytes.at);
  return code;
}

static jh_code engine(recorder *r, jh_error *err) {
  char hash[JH_SHA256_TEXT] = "";
  jh_code code = jh_runs_engine(hash, err);
  jh_buf_print(
      &r->buf, "{\"format\":1,\n\"engine\":{\"version\":\"%s\",\"sha256\":\"%s\"},\n", jh_version(),
      hash);
  return code;
}

static void counties(recorder *r) {
  static const char *const words[] = {
      "met", "unmet", "undetermined", "not_applicable", "not_in_force"};
  jh_buf_text(&r->buf, "\"counties\":{");
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    jh_buf_print(
        &r->buf, "%s\"%s\":%zu", i ? "," : "", words[i], jh_session_count(r->session, words[i]));
  }
  jh_buf_text(&r->buf, "},\n");
}

static jh_code describe(recorder *r, char result[JH_SHA256_TEXT], jh_error *err) {
  char day[11];
  if (!r->session->run) return jh_fail(err, JH_ENO_DATA, NULL, NULL);
  const jh_plan *plan = r->session->plan;
  jh_code code = engine(r, err);
  jh_buf_text(&r->buf, "\"pack\":{\"id\":");
  jh_buf_json(&r->buf, jh_str_of(plan->pack.id));
  jh_buf_text(&r->buf, ",\"version\":");
  jh_buf_json(&r->buf, jh_str_of(plan->pack.version));
  jh_buf_print(&r->buf, ",\"sha256\":\"%s\"},\n", plan->pack.hash);
  (void)jh_date_text(day, r->session->head.on);
  jh_buf_print(&r->buf, "\"on\":\"%s\",\n", day);
  if (!code) code = options(r, err);
  if (!code) code = inputs(r, err);
  counties(r);
  if (!code) code = jh_runs_result(result, r->session, err);
  jh_buf_print(
      &r->buf, "\"result\":{\"of\":\"evaluate --format csv --lang en\",\"sha256\":\"%s\"}}\n",
      result);
  return code || jh_buf_ok(&r->buf) ? code : jh_fail(err, JH_ENOMEM, NULL, NULL);
}

jh_code jh_session_manifest(
    jh_session *session, const jh_run_record *record, jh_writer writer, void *payload,
    jh_error *err) {
  char result[JH_SHA256_TEXT] = "";
  recorder r = {.session = session, .record = record, .arena = jh_arena_open()};
  jh_buf_init(&r.buf);
  jh_code code = r.arena ? describe(&r, result, err) : jh_fail(err, JH_ENOMEM, NULL, NULL);
  jh_arena_close(r.arena);
  if (!code) return jh_session_hand_on(&r.buf, writer, payload, err);
  jh_buf_done(&r.buf);
  return code;
}

jh_code jh_session_archive(
    jh_session *session, const jh_run_record *record, const char *archive, int64_t *id,
    jh_error *err) {
  char result[JH_SHA256_TEXT] = "";
  recorder r = {.session = session, .record = record, .arena = jh_arena_open()};
  jh_buf_init(&r.buf);
  jh_code code = r.arena ? JH_OK : jh_fail(err, JH_ENOMEM, NULL, NULL);
  if (!code) code = jh_ledger_open(&r.archive, archive, true, err);
  if (!code) code = jh_ledger_begin(r.archive, err);
  if (!code) code = describe(&r, result, err);
  if (!code) code = jh_ledger_end(r.archive, jh_buf_str(&r.buf), result, id, err);
  jh_ledger_close(r.archive);
  jh_arena_close(r.arena);
  jh_buf_done(&r.buf);
  return code;
}
