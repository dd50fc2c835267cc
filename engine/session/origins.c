/* origins.c - of an imported dataset: where in the offices' files a cell came from. Read when asked for. */
#include <string.h>

#include "intake/origins.h"
#include "session/session.h"

/* The origins of the session's dataset; NULL if it was not imported. What stands in the way of reading
 * them is not worth an error of its own: the places in the dataset are right without them. */
static jh_origins *origins_of(jh_session *s) {
  if (!s->data || s->has_no_origins) return NULL;
  if (!s->origins && jh_origins_open(&s->origins, s->data, NULL) != JH_OK) s->origins = NULL;
  s->has_no_origins = s->origins == NULL;
  return s->origins;
}

/* The table whose file this is: "schools" of "data/schools.csv". */
static bool table_of(char *out, size_t size, const char *file) {
  const char *slash = strrchr(file, '/');
  jh_str name = jh_str_of(slash ? slash + 1 : file);
  if (!jh_str_ends(name, ".csv")) return false;
  name.size -= 4;
  if (name.size >= size) return false;
  jh_str_copy(out, size, name);
  return true;
}

bool jh_session_origin(
    jh_session *session, const char *file, uint32_t line, const char *column, jh_buf *out) {
  char table[96];
  const jh_origin *list;
  size_t count = 0;
  bool is_cell = file && file[0] && line && column && column[0];
  if (!is_cell || !table_of(table, sizeof table, file)) return false;
  jh_origins *origins = origins_of(session);
  if (!origins) return false;
  if (jh_origins_find(origins, table, line, column, &list, &count, NULL) != JH_OK) return false;
  jh_origins_text(out, list, count);
  return count > 0 && jh_buf_ok(out);
}

/* What an evidence tree and a list of problems are given on the way. */
typedef struct giving {
  jh_session *session;
  jh_arena *arena;
  jh_buf buf;
} giving;

static void give_cell(giving *g, jh_cell *cell) {
  jh_buf_clear(&g->buf);
  if (!cell->column) return;
  if (!jh_session_origin(g->session, cell->file, cell->line, cell->column->id, &g->buf)) return;
  cell->origin = jh_arena_text(g->arena, jh_buf_str(&g->buf));
}

static void give_tree(giving *g, jh_evidence *at) {
  if (at->kind == JH_EVIDENCE_CELL) give_cell(g, &at->cell);
  for (size_t i = 0; i < at->waiting_listed; i++) give_cell(g, &at->waiting[i]);
  for (jh_evidence *child = at->first_child; child; child = child->next) give_tree(g, child);
}

void jh_session_give_origins(jh_session *session, jh_evidence *evidence, jh_arena *arena) {
  giving g = {.session = session, .arena = arena};
  jh_buf_init(&g.buf);
  give_tree(&g, evidence);
  jh_buf_done(&g.buf);
}

void jh_session_give_cells(jh_session *session, jh_cell *cells, size_t count, jh_arena *arena) {
  giving g = {.session = session, .arena = arena};
  jh_buf_init(&g.buf);
  for (size_t i = 0; i < count; i++) give_cell(&g, &cells[i]);
  jh_buf_done(&g.buf);
}

static void give_problem(void *payload, jh_error *error) {
  giving *g = payload;
  jh_buf_clear(&g->buf);
  const jh_place *at = &error->at;
  if (error->origin[0] || at->field == 0) return;
  if (!jh_session_origin(g->session, at->file, at->line, at->name, &g->buf)) return;
  jh_arg_text(error->origin, sizeof error->origin, jh_buf_str(&g->buf));
}

void jh_session_give_problems(jh_session *session) {
  giving g = {.session = session};
  jh_buf_init(&g.buf);
  jh_diag_each(session->diag, give_problem, &g);
  jh_buf_done(&g.buf);
}
