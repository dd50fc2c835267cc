/* cmd_merge.c - junheng merge: the parts of an evaluation joined to the result of the whole. */
#include "cli/say.h"
#include "cli/work.h"

static const cli_option_id options[] = {CLI_RULES,       CLI_DATA,      CLI_FORMAT, CLI_OUTPUT,
                                        CLI_PACK_LIMITS, CLI_EXIT_CODE, CLI_QUIET,  CLI_LANG,
                                        CLI_HELP,        CLI_OPTIONS};

enum { MOST_PARTS = 10000 };

static void tell(const cli_work *work, const jh_shards *shards) {
  const jh_diag *diag = shards ? jh_shards_diag(shards) : NULL;
  if (!diag) return;
  (void)cli_say_diag(diag, 0, work->is_quiet, work->args->lang);
  cli_say_dropped(diag, work->is_quiet, work->args->lang);
}

/* Every county met, and nothing else? */
static bool is_all_met(jh_shards *shards) {
  static const char *const others[] = {"unmet", "undetermined", "not_applicable", "not_in_force"};
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    if (jh_shards_count(shards, others[i]) > 0) return false;
  return true;
}

static jh_code open_parts(cli_work *work, jh_shards **shards) {
  const cli_args *args = work->args;
  cli_pack_limits limits = cli_options_pack_limits(args);
  jh_shards_options how = {
      .files = args->operands,
      .file_count = args->operand_count,
      .rules = args->value[CLI_RULES],
      .data = args->value[CLI_DATA],
      .pack_memory_mib = limits.memory_mib,
      .pack_steps = limits.steps,
      .pack_seconds = limits.seconds};
  jh_code code = jh_shards_open(shards, &how, &work->err);
  tell(work, *shards);
  return code;
}

static int run(const cli_args *args) {
  cli_work work;
  jh_shards *shards = NULL;
  bool is_found = false;
  (void)cli_work_options(&work, args);
  jh_code code = open_parts(&work, &shards);
  if (!code) code = cli_work_begin(&work);
  if (!code)
    code = jh_shards_write(
        shards, cli_work_format(args), args->lang, cli_output_write, &work.output, &work.err);
  if (!code) is_found = !is_all_met(shards);
  jh_shards_close(shards);
  int status = cli_work_end(&work, code);
  return status == CLI_DONE && is_found && args->value[CLI_EXIT_CODE] ? CLI_FOUND : status;
}

const cli_command cli_merge = {
    .grammar =
        {.name = "merge",
         .options = options,
         .formats = "text|csv|json",
         .operand = {"各份的文件", "the file of a part"},
         .least = 1,
         .most = MOST_PARTS},
    .summary = {"把分份评判的结果合并为一", "joins the parts of an evaluation to one result"},
    .detail =
        {"各份由 evaluate --shard i/n 写出，可在不同的机器上。合并的结果与不分份的 evaluate "
         "逐字节\n"
         "相同。缺份、重份、损坏或属于另一次运行的份都会被拒绝：不完整时不作任何判定。\n"
         "规则包仍从各份所记的位置读取并核对内容；已移走的用 --rules 和 --data 指明。",
         "The parts are written by evaluate --shard i/n, on whatever machines. The result is, "
         "byte\n"
         "for byte, that of evaluate without parts. Parts that are missing, doubled, damaged or "
         "of\n"
         "another run are refused: nothing is told of a part of the counties. The pack is read\n"
         "where it stood, and held against what it was; --rules and --data tell where it is now."},
    .usage = {"份 … [选项]", "PART… [options]"},
    .example = "junheng merge part-*.shard --format csv --output verdicts.csv",
    .run = run};
