/* archive.c - see archive.h. */
#include "cli/archive.h"

#include <stdio.h>
#include <string.h>

#include "cli/guard.h"

bool cli_archive_is_asked(const cli_args *args) {
  return args->value[CLI_MANIFEST] || args->value[CLI_ARCHIVE];
}

/* Two things that are written need two files. */
static jh_code check_apart(const cli_args *args, jh_error *err) {
  static const cli_option_id written[] = {CLI_OUTPUT, CLI_MANIFEST, CLI_ARCHIVE, CLI_SNAPSHOT};
  enum { COUNT = sizeof written / sizeof *written };
  for (int i = 0; i < COUNT; i++) {
    for (int k = i + 1; k < COUNT; k++) {
      const char *a = args->value[written[i]], *b = args->value[written[k]];
      if (!a || !b || strcmp(a, b) != 0) continue;
      const char *name = cli_options_get(written[k])->name;
      const char *wanted = args->lang == JH_ZH ? "另一个文件" : "another file";
      return jh_fail(err, JH_EBAD_VALUE, NULL, b, name, wanted, NULL);
    }
  }
  return JH_OK;
}

jh_code cli_archive_check(const cli_args *args, jh_error *err) {
  jh_code code = check_apart(args, err);
  if (!code) code = cli_guard_output(args, args->value[CLI_MANIFEST], false, err);
  if (code || !args->value[CLI_READINGS] || !cli_archive_is_asked(args)) return code;
  const char *name = args->value[CLI_ARCHIVE] ? "--archive" : "--manifest";
  return jh_fail(err, JH_EBAD_VALUE, NULL, "--readings", name, "evaluate", NULL);
}

static jh_code write_manifest(cli_work *work, const jh_run_record *record) {
  cli_output output;
  const cli_args *args = work->args;
  jh_code code = cli_output_open(&output, args->value[CLI_MANIFEST], args->lang, &work->err);
  if (code) return code;
  code = jh_session_manifest(work->session, record, cli_output_write, &output, &work->err);
  return cli_output_close(&output, code, &work->err);
}

jh_code cli_archive_keep(cli_work *work, const jh_session_options *how) {
  const cli_args *args = work->args;
  jh_run_record record = {.session = how, .on = work->on};
  int64_t id = 0;
  jh_code code = args->value[CLI_MANIFEST] ? write_manifest(work, &record) : JH_OK;
  if (code || !args->value[CLI_ARCHIVE]) return code;
  code = jh_session_archive(work->session, &record, args->value[CLI_ARCHIVE], &id, &work->err);
  if (!code && !work->is_quiet) {
    const char *form = args->lang == JH_ZH ? "%s：存为第 %lld 次运行\n" : "%s: kept as run %lld\n";
    (void)fprintf(stderr, form, args->value[CLI_ARCHIVE], (long long)id);
  }
  return code;
}
