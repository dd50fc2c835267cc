/* rulebook.c - see rulebook.h. Pages that are no more are left alone. */
#include "cli/rulebook.h"

#include <stdio.h>

#include "cli/pages.h"
#include "cli/say.h"
#include "cli/several.h"

static jh_code sum_up(cli_work *work, const cli_pages *s, size_t packs) {
  char line[160];
  const char *form =
      work->args->lang == JH_ZH ? "规则包 %zu 个，写出 %zu 页\n" : "%zu packs, %zu pages\n";
  int size = snprintf(line, sizeof line, form, packs, s->count);
  if (work->is_quiet) return JH_OK;
  jh_code code = cli_output_open(&work->output, NULL, work->args->lang, &work->err);
  if (!code) cli_output_write(&work->output, line, (size_t)size);
  return code;
}

int cli_rulebook_export(const cli_args *args) {
  static const char *const all[] = {"rules"};
  cli_work work;
  cli_several packs;
  (void)cli_work_options(&work, args);
  const char *const *names = args->operands + 2;
  size_t count = args->operand_count - 2;
  if (count == 0) {
    names = args->value[CLI_RULES] ? &args->value[CLI_RULES] : all;
    count = 1;
  }
  jh_code code = cli_several_open(&packs, &work, names, count, true);
  cli_pages s = {.work = &work, .folder = args->operands[1]};
  if (!code) {
    jh_error err; /* that a page was not taken: why stands in the work's already */
    code = jh_session_rulebook(packs.sessions, packs.count, cli_pages_put, &s, &err);
    if (code && !s.code) work.err = err;
    if (s.code) code = s.code;
  }
  if (!code) code = sum_up(&work, &s, packs.count);
  int status = cli_work_end(&work, code);
  cli_several_close(&packs);
  return status;
}
