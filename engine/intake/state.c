#include "intake/state.h"

static jh_code no_memory(jh_error *err) { return jh_fail(err, JH_ENOMEM, NULL, NULL); }

jh_code jh_intake_refuse(jh_intake *in, const jh_error *problem, jh_error *err) {
  if (problem->code == JH_ENOMEM) return no_memory(err);
  jh_diag_add(in->diag, problem);
  return JH_OK;
}

jh_code jh_intake_tell(
    jh_intake *in, const jh_intake_item *item, const char *const *args, jh_error *err) {
  void *items = in->items;
  if (jh_arena_grow(in->arena, &items, &in->item_room, in->item_count + 1, sizeof *in->items)) {
    return no_memory(err);
  }
  in->items = items;
  jh_intake_item *to = &in->items[in->item_count++];
  *to = *item;
  for (int i = 0; i < JH_ERROR_ARGS && args && args[i]; i++) {
    to->args[i] = jh_arena_text(in->arena, jh_str_of(args[i]));
    if (!to->args[i]) return no_memory(err);
  }
  return JH_OK;
}
