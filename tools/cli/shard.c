/* shard.c - see shard.h. */
#include "cli/shard.h"

#include "cli/work.h"

/* Options that are about a whole result. */
static jh_code check(const cli_args *args, jh_error *err) {
  static const cli_option_id whole[] = {
      CLI_READINGS, CLI_FORMAT, CLI_MANIFEST, CLI_ARCHIVE, CLI_EXIT_CODE};
  for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
    if (args->value[whole[i]])
      return jh_fail(err, JH_ESHARD_OPTION, NULL, cli_options_get(whole[i])->name, NULL);
  uint32_t part, parts;
  return jh_shard_part(args->value[CLI_SHARD], &part, &parts, err);
}

int cli_shard_run(const cli_args *args) {
  cli_work work;
  jh_session_options how = cli_work_options(&work, args);
  jh_code code = check(args, &work.err);
  if (!code) code = cli_work_require(args, CLI_DATA, &work.err);
  if (!code) code = cli_work_open(&work, &how);
  if (!code) code = cli_work_begin(&work);
  if (!code) {
    jh_run_record record = {.session = &how, .on = work.on};
    jh_shard_options options = {
        .record = &record,
        .part = args->value[CLI_SHARD],
        .jobs = how.jobs,
        .writer = cli_output_write,
        .payload = &work.output};
    code = jh_session_shard(work.session, &options, &work.err);
    cli_work_tell(&work);
  }
  return cli_work_end(&work, code);
}
