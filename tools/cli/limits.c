/* limits.c - see limits.h. */
#include "cli/limits.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "cli/guard.h"
#include "cli/say.h"
#include "cli/work.h"

enum { LINE_BYTES = 512 };

bool cli_limits_is_asked(const cli_args *args) {
  bool is_csv = cli_work_format(args) == JH_FORMAT_CSV && args->operand_count == 1;
  return args->value[CLI_XLSX] != NULL || is_csv;
}

/* What was done, on standard output unless the result itself goes there. */
static jh_code say_line(const cli_work *work, const char *line, jh_error *err) {
  cli_output out;
  if (work->is_quiet) return JH_OK;
  jh_code code = cli_output_open(&out, NULL, work->args->lang, err);
  if (!code) cli_output_write(&out, line, strlen(line));
  return cli_output_close(&out, code, err);
}

/* "values: 52; not in the sheet: …" */
static void sum_up(char line[LINE_BYTES], const jh_limits_count *count, jh_lang lang) {
  int used =
      snprintf(line, LINE_BYTES, lang == JH_ZH ? "写出 %zu 个数值" : "values: %zu", count->values);
  if (count->computed)
    used += snprintf(
        line + used, LINE_BYTES - (size_t)used,
        lang == JH_ZH ? "；标准值由算式得出、不在表中的 %zu 项"
                      : "; not in the sheet, for the bound is a formula: %zu",
        count->computed);
  if (count->ended)
    used += snprintf(
        line + used, LINE_BYTES - (size_t)used,
        lang == JH_ZH ? "；已取消、不在表中的 %zu 个"
                      : "; not in the sheet, for they are withdrawn: %zu",
        count->ended);
  (void)snprintf(line + used, LINE_BYTES - (size_t)used, "\n");
}

int cli_limits_export(const cli_args *args) {
  cli_work work;
  jh_session_options how = cli_work_options(&work, args);
  const char *path = args->value[CLI_XLSX] ? args->value[CLI_XLSX] : args->value[CLI_OUTPUT];
  jh_limits_count count = {0, 0, 0};
  char line[LINE_BYTES];
  if (args->operand_count > 1 && !args->value[CLI_RULES]) how.rules = args->operands[1];
  jh_code code = cli_work_open(&work, &how);
  if (!code) code = cli_guard_output(args, path, false, &work.err);
  if (!code) code = cli_output_open(&work.output, path, args->lang, &work.err);
  if (!code) {
    const jh_limits_options options = {
        .on = args->value[CLI_ON],
        .format = args->value[CLI_XLSX] ? JH_FORMAT_XLSX : JH_FORMAT_CSV,
        .lang = args->lang,
        .writer = cli_output_write,
        .payload = &work.output};
    code = jh_session_limits(work.session, &options, &count, &work.err);
  }
  code = cli_output_close(&work.output, code, &work.err);
  if (!code && path) {
    sum_up(line, &count, args->lang);
    code = say_line(&work, line, &work.err);
  }
  return cli_work_end(&work, code);
}

/* Whether the pack can be read with what was written, which for that bears a name that packs have. */
typedef struct trial {
  cli_work *work;
  const jh_limits *limits;
  char path[4096]; /* of the part, ending in .lua */
} trial;

/* Messages name the cell, not the line; false where it is about another file. */
static bool find_cell(const trial *t, jh_error *found) {
  jh_place cell;
  if (strcmp(found->at.file, jh_place_of(t->path, 0, 0).file) != 0) return false;
  if (jh_limits_cell_of(t->limits, found->at.line, &cell))
    found->at = cell;
  else /* the head: under the name that the file would have */
    found->at = jh_place_of(t->work->output.shown, found->at.line, found->at.column);
  return true;
}

static void tell_checked(const trial *t, const jh_session *checked) {
  const jh_diag *diag = jh_session_diag(checked);
  for (size_t i = 0; i < jh_diag_kept(diag); i++) {
    jh_error found = *jh_diag_get(diag, i);
    bool is_wanted = found.severity == JH_ERROR || !t->work->is_quiet;
    if (find_cell(t, &found) && is_wanted) (void)cli_say_error(&found, t->work->args->lang);
  }
}

static jh_code try_out(const trial *t, const jh_session_options *how) {
  cli_work *work = t->work;
  jh_session *checked = NULL;
  jh_code code = jh_session_open(&checked, how, &work->err);
  if (!code) code = jh_session_check_rules(checked, &work->err);
  bool is_elsewhere = code && !find_cell(t, &work->err); /* what a number of the sheet broke */
  if (is_elsewhere && !work->err.also.file[0])
    work->err.also = jh_place_of(work->args->operands[1], 0, 0);
  if (!code) tell_checked(t, checked);
  jh_session_close(checked);
  return code;
}

static bool as_overlay(const cli_args *args) {
  return args->value[CLI_AS] && strcmp(args->value[CLI_AS], "overlay") == 0;
}

/* An overlay in place of the pack, a reform on top of all. */
static jh_code open_trial(const trial *t, const jh_session_options *base) {
  jh_session_options how = *base;
  if (as_overlay(t->work->args)) {
    how.rules = t->path;
    return try_out(t, &how);
  }
  const char **reforms = jh_alloc_get((base->reform_count + 1) * sizeof *reforms);
  if (!reforms) return jh_fail(&t->work->err, JH_ENOMEM, NULL, NULL);
  for (size_t i = 0; i < base->reform_count; i++) reforms[i] = base->reforms[i];
  reforms[base->reform_count] = t->path;
  how.reforms = reforms;
  how.reform_count = base->reform_count + 1;
  jh_code code = try_out(t, &how);
  jh_alloc_free(reforms);
  return code;
}

static jh_code check(cli_work *work, const jh_session_options *base, const jh_limits *limits) {
  trial t = {.work = work, .limits = limits};
  const char *part = work->output.part;
  jh_code named = cli_output_name(&work->output, &work->err);
  if (named) return named;
  int size = snprintf(t.path, sizeof t.path, "%s.lua", part);
  bool is_named = size > 0 && (size_t)size < sizeof t.path && rename(part, t.path) == 0;
  jh_place at = jh_place_of(work->output.shown, 0, 0);
  if (!is_named)
    return jh_fail(
        &work->err, JH_ENOT_WRITABLE, &at, cli_say_system(errno, work->args->lang), NULL);
  jh_code code = open_trial(&t, base);
  if (rename(t.path, part) != 0 && !code)
    code =
        jh_fail(&work->err, JH_ENOT_WRITABLE, &at, cli_say_system(errno, work->args->lang), NULL);
  return code;
}

/* The name of a file without folders and ending. */
static void stem_of(char *out, size_t size, const char *path) {
  const char *slash = strrchr(path, '/');
  jh_str name = jh_str_of(slash ? slash + 1 : path);
  if (jh_str_ends(name, ".lua")) name.size -= 4;
  jh_str_copy(out, size, name);
}

/* Imports into the output; nothing is left of it where nothing was edited. */
static jh_code import(
    cli_work *work, jh_limits *limits, const jh_session_options *base, size_t *edited) {
  const cli_args *args = work->args;
  char stem[64];
  stem_of(stem, sizeof stem, args->value[CLI_OUTPUT]);
  const jh_limits_import how = {
      .as_overlay = as_overlay(args),
      .id = args->value[CLI_ID],
      .otherwise = stem,
      .on = args->value[CLI_ON],
      .lang = args->lang,
      .writer = cli_output_write,
      .payload = &work->output};
  const char *path = args->value[CLI_OUTPUT];
  jh_code code = cli_guard_output(args, path, true, &work->err);
  if (!code) code = cli_output_open(&work->output, path, args->lang, &work->err);
  if (!code) code = jh_session_limits_import(work->session, limits, &how, edited, &work->err);
  cli_work_tell(work);
  if (!code && *edited && work->output.part) code = check(work, base, limits);
  return code;
}

static jh_code end_import(cli_work *work, jh_code code, size_t edited) {
  char line[LINE_BYTES];
  jh_lang lang = work->args->lang;
  bool is_same = !code && edited == 0;
  /* A code closes the output without putting it in its place. */
  jh_code closed = cli_output_close(&work->output, is_same ? JH_ENO_DATA : code, &work->err);
  if (is_same) {
    (void)snprintf(
        line, sizeof line, "%s",
        lang == JH_ZH ? "限值表没有改动，没有写出文件\n"
                      : "nothing was changed in the sheet; no file was written\n");
  } else {
    (void)snprintf(
        line, sizeof line,
        lang == JH_ZH ? "改动 %zu 个数值，写入 %s\n" : "values changed: %zu, in %s\n", edited,
        work->args->value[CLI_OUTPUT]);
  }
  if (!is_same && closed) return closed;
  return say_line(work, line, &work->err);
}

int cli_limits_import(const cli_args *args) {
  cli_work work;
  jh_limits *limits = NULL;
  size_t edited = 0;
  jh_session_options how = cli_work_options(&work, args);
  jh_code code = cli_work_require(args, CLI_OUTPUT, &work.err);
  if (!code) code = jh_limits_open(&limits, args->operands[1], &work.err);
  if (!code && !args->value[CLI_RULES]) {
    how.rules = jh_limits_pack(limits);
    jh_place at = jh_place_of(args->operands[1], 0, 0);
    if (!how.rules || !jh_packs_has(how.rules))
      code = jh_fail(&work.err, JH_ELIMITS_NO_PACK, &at, NULL);
  }
  if (!code) code = cli_work_open(&work, &how);
  if (!code) {
    code = import(&work, limits, &how, &edited);
    code = end_import(&work, code, edited);
  }
  int status = cli_work_end(&work, code);
  jh_limits_close(limits);
  return status;
}
