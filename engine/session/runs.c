/* runs.c - the runs of an archive listed, shown, and run again. */
#include "session/runs.h"

#include <string.h>

/* What every one of these begins with. */
typedef struct opened {
  jh_ledger *ledger;
  jh_arena *arena;
} opened;

static jh_code begin(opened *out, const jh_runs_options *options, jh_error *err) {
  *out = (opened){.arena = jh_arena_open()};
  if (!out->arena) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  return jh_ledger_open(&out->ledger, options->archive, false, err);
}

static void end(opened *of) {
  jh_ledger_close(of->ledger);
  jh_arena_close(of->arena);
}

/* Manifests end in a line end; within a list they stand without it. */
static void put_json(jh_buf *buf, const jh_ledger_run *run) {
  jh_str manifest = jh_str_trim(jh_str_of(run->manifest));
  if (manifest.size && manifest.at[manifest.size - 1] == '\n') manifest.size--;
  jh_buf_print(buf, "{\"run\":%lld,\"made\":", (long long)run->id);
  jh_buf_json(buf, jh_str_of(run->made));
  jh_buf_text(buf, ",\"manifest\":");
  jh_buf_add(buf, manifest);
  jh_buf_char(buf, '}');
}

static jh_code put_text(
    jh_buf *buf, jh_ledger *ledger, const jh_ledger_run *run, jh_arena *arena, jh_error *err) {
  jh_ledger_pair *options;
  size_t count;
  jh_code code = jh_ledger_options(ledger, run->id, arena, &options, &count, err);
  jh_buf_print(buf, "%4lld  %s  %.12s ", (long long)run->id, run->made, run->result);
  for (size_t i = 0; i < count && !code; i++) {
    if (strcmp(options[i].name, "share") == 0) continue;
    jh_buf_print(buf, " %s=", options[i].name);
    jh_buf_text(buf, options[i].value);
  }
  jh_buf_char(buf, '\n');
  return code;
}

jh_code jh_runs_list(const jh_runs_options *options, jh_error *err) {
  opened of;
  jh_buf buf;
  jh_ledger_run *runs = NULL;
  size_t count = 0;
  bool is_json = options->format == JH_FORMAT_JSON;
  jh_buf_init(&buf);
  jh_code code = begin(&of, options, err);
  if (!code) code = jh_ledger_runs(of.ledger, of.arena, &runs, &count, err);
  if (is_json) jh_buf_text(&buf, "{\"format\":1,\"runs\":[");
  for (size_t i = 0; i < count && !code; i++) {
    if (is_json) {
      jh_buf_text(&buf, i ? ",\n" : "\n");
      put_json(&buf, &runs[i]);
    } else {
      code = put_text(&buf, of.ledger, &runs[i], of.arena, err);
    }
  }
  if (is_json) jh_buf_text(&buf, "]}\n");
  end(&of);
  if (!code) return jh_session_hand_on(&buf, options->writer, options->payload, err);
  jh_buf_done(&buf);
  return code;
}

jh_code jh_runs_show(const jh_runs_options *options, int64_t id, jh_error *err) {
  opened of;
  jh_buf buf;
  jh_ledger_run run;
  jh_buf_init(&buf);
  jh_code code = begin(&of, options, err);
  if (!code) code = jh_ledger_find(of.ledger, id, of.arena, &run, err);
  if (!code) jh_buf_text(&buf, run.manifest);
  end(&of);
  if (!code) return jh_session_hand_on(&buf, options->writer, options->payload, err);
  jh_buf_done(&buf);
  return code;
}

static void tell_replay(
    jh_buf *buf, const jh_ledger_run *run, const char *result, bool is_same, jh_lang lang) {
  static const char *const words[2][JH_LANGS] = {
      {"结果不同", "another result"}, {"结果相同", "the same result"}};
  jh_buf_print(buf, "%lld  %s\n", (long long)run->id, words[is_same][lang]);
  jh_buf_print(buf, "  %s\n", run->result);
  if (!is_same) jh_buf_print(buf, "  %s\n", result);
}

jh_code jh_runs_replay(const jh_runs_options *options, int64_t id, bool *is_same, jh_error *err) {
  opened of;
  jh_buf buf;
  jh_runs_again again = {0};
  jh_session *session = NULL;
  char result[JH_SHA256_TEXT] = "";
  *is_same = false;
  jh_buf_init(&buf);
  jh_code code = begin(&of, options, err);
  if (!code) code = jh_runs_again_begin(&again, of.ledger, id, of.arena, err);
  jh_runs_parts parts = {&again, &again, &again};
  if (!code) code = jh_runs_again_open(&session, &parts, options->jobs, of.arena, err);
  if (!code) code = jh_runs_result(result, session, err);
  if (!code) {
    *is_same = strcmp(result, again.run.result) == 0;
    tell_replay(&buf, &again.run, result, *is_same, options->lang);
  }
  jh_session_close(session);
  jh_runs_again_end(&again);
  end(&of);
  if (!code) return jh_session_hand_on(&buf, options->writer, options->payload, err);
  jh_buf_done(&buf);
  return code;
}
