/* guess.c - a mapping proposed for a folder of files, by the session's dictionary. */
#include <stdio.h>
#include <string.h>

#include "intake/guess.h"
#include "session/session.h"

/* The dictionary as a mapping names it: a name in data/schema, or the file. */
static const char *dictionary_of(const jh_session *session) {
  const char *path = session->plan->dataset.dictionary;
  char folder[4200];
  int size = snprintf(folder, sizeof folder, "%s/data/schema/", session->share);
  bool is_shared =
      size > 0 && (size_t)size < sizeof folder && path && strncmp(path, folder, (size_t)size) == 0;
  if (!path) return "national";
  if (!is_shared) return path;
  jh_str name = jh_str_of(path + size);
  if (jh_str_ends(name, ".lua")) name.size -= strlen(".lua");
  const char *kept = jh_arena_text(session->arena, name);
  return kept ? kept : "national";
}

jh_code jh_session_guess(
    jh_session *session, const jh_guess_options *options, size_t *open, jh_error *err) {
  jh_guess *guess;
  jh_buf text;
  jh_code code = jh_guess_open(&guess, session->plan, options->folder, err);
  if (code) return code;
  size_t count = jh_guess_check(guess, options->strictly, session->diag);
  if (open) *open = count;
  jh_buf_init(&text);
  jh_guess_write(guess, dictionary_of(session), options->lang, &text);
  jh_guess_close(guess);
  return jh_session_hand_on(&text, options->writer, options->payload, err);
}
