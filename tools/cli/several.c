/* several.c - see several.h. */
#include "cli/several.h"

#include "base/alloc.h"

static bool make_room(cli_several *s) {
  void *items = s->sessions;
  if (jh_alloc_grow(&items, &s->room, s->count + 1, sizeof(jh_session *)) != 0) return false;
  s->sessions = items;
  return true;
}

static bool open_one(void *payload, const char *pack) {
  cli_several *s = payload;
  cli_work *work = s->work;
  cli_pack_limits limits = cli_options_pack_limits(work->args);
  jh_session_options how = {
      .rules = pack,
      .pack_memory_mib = limits.memory_mib,
      .pack_steps = limits.steps,
      .pack_seconds = limits.seconds,
      .dictionary = s->with_own ? NULL : work->args->value[CLI_DICTIONARY],
      .with_cases = s->with_cases};
  if (!make_room(s)) {
    s->code = jh_fail(&work->err, JH_ENOMEM, NULL, NULL);
    return false;
  }
  work->session = NULL;
  work->told = 0;
  s->code = cli_work_open(work, &how);
  if (!s->code) {
    s->sessions[s->count++] = work->session;
    work->session = NULL;
  }
  return s->code == JH_OK; /* the one that failed is closed with the work */
}

jh_code cli_several_open(
    cli_several *several, cli_work *work, const char *const *names, size_t count, bool with_cases) {
  *several = (cli_several){.work = work, .with_cases = with_cases};
  return cli_several_add(several, names, count);
}

jh_code cli_several_add(cli_several *several, const char *const *names, size_t count) {
  cli_work *work = several->work;
  for (size_t i = 0; i < count; i++) {
    jh_code code = jh_packs_each(names[i], open_one, several, &work->err);
    if (code) return code;
    if (several->code) return several->code;
  }
  return JH_OK;
}

void cli_several_close(cli_several *several) {
  for (size_t i = 0; i < several->count; i++) jh_session_close(several->sessions[i]);
  jh_alloc_free(several->sessions);
  *several = (cli_several){0};
}
