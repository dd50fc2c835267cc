/* packs.c - see packs.h. Whoever has opened the pack whose turn it is tells it and those behind it that are ready;
 * so what is said does not depend on threads. Few are open at a time. */
#include "cli/packs.h"

#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "base/crew.h"
#include "cli/say.h"

enum { AHEAD = 4 }; /* packs that wait to be told, for each thread */

/* A pack, or what hinders a name from being packs. */
typedef struct entry {
  char *pack;
  jh_error err;
  cli_work work;
  jh_code code;
  bool is_ready;
} entry;

typedef struct round {
  const cli_args *args;
  const cli_packs_steps *steps;
  entry *entries;
  size_t entry_count, entry_room;
  pthread_mutex_t lock;
  pthread_cond_t is_told; /* `told` has moved */
  size_t told, lanes;
  size_t count, bad;
  int worst;
  bool is_out_of_memory;
} round;

static entry *add(round *r) {
  void *items = r->entries;
  if (jh_alloc_grow(&items, &r->entry_room, r->entry_count + 1, sizeof *r->entries) != 0) {
    r->is_out_of_memory = true;
    return NULL;
  }
  r->entries = items;
  return &r->entries[r->entry_count++];
}

static bool add_pack(void *payload, const char *pack) {
  round *r = payload;
  entry *one = add(r);
  size_t size = strlen(pack) + 1;
  if (one) one->pack = jh_alloc_get(size);
  if (one && one->pack) {
    memcpy(one->pack, pack, size);
  } else {
    r->is_out_of_memory = true;
  }
  return !r->is_out_of_memory;
}

static void add_name(round *r, const char *name) {
  jh_error err;
  if (jh_packs_each(name, add_pack, r, &err) == JH_OK) return;
  entry *one = add(r);
  if (one) one->err = err;
}

static void tell(round *r, entry *one) {
  int status;
  if (one->pack) {
    status = r->steps->tell(&one->work, one->pack, one->code);
    r->count++;
    r->bad += status != CLI_DONE;
  } else {
    status = cli_say_error(&one->err, r->args->lang);
  }
  if (status > r->worst) r->worst = status;
}

/* Says nothing: may run on any thread. */
static void open_pack(const round *r, entry *one) {
  jh_session_options how = cli_work_options(&one->work, r->args);
  how.rules = one->pack;
  how.with_cases = true;
  one->code = jh_session_open(&one->work.session, &how, &one->work.err);
}

/* Opens one pack; tells what is due. */
static void take(void *payload, size_t lane, size_t task) {
  (void)lane;
  round *r = payload;
  entry *one = &r->entries[task];
  pthread_mutex_lock(&r->lock);
  while (task >= r->told + r->lanes * AHEAD) pthread_cond_wait(&r->is_told, &r->lock);
  pthread_mutex_unlock(&r->lock);
  if (one->pack) open_pack(r, one);
  pthread_mutex_lock(&r->lock);
  one->is_ready = true;
  while (r->told < r->entry_count && r->entries[r->told].is_ready) {
    tell(r, &r->entries[r->told]);
    r->told++;
  }
  pthread_cond_broadcast(&r->is_told);
  pthread_mutex_unlock(&r->lock);
}

static void sum_up(const round *r) {
  cli_output out;
  jh_error err;
  char line[160];
  const char *form =
      r->args->lang == JH_ZH ? "规则包 %zu 个，有问题 %zu 个\n" : "%zu packs, %zu with problems\n";
  int size = snprintf(line, sizeof line, form, r->count, r->bad);
  jh_code code = cli_output_open(&out, NULL, r->args->lang, &err);
  if (!code) cli_output_write(&out, line, (size_t)size);
  if (cli_output_close(&out, code, &err) != JH_OK) cli_say_error(&err, r->args->lang);
}

static void work_through(round *r) {
  r->lanes = r->steps->is_ahead ? (size_t)cli_work_processors() : 1;
  pthread_mutex_init(&r->lock, NULL);
  pthread_cond_init(&r->is_told, NULL);
  jh_crew_run(r->lanes, r->entry_count, take, r);
  pthread_cond_destroy(&r->is_told);
  pthread_mutex_destroy(&r->lock);
}

int cli_packs_run(const cli_args *args, const char *otherwise, const cli_packs_steps *steps) {
  round r = {.args = args, .steps = steps, .worst = CLI_DONE};
  const char *first = args->value[CLI_RULES];
  if (!first && args->operand_count == 0) first = otherwise;
  if (first) add_name(&r, first);
  for (size_t i = 0; i < args->operand_count; i++) add_name(&r, args->operands[i]);
  if (r.is_out_of_memory) {
    jh_error err;
    (void)jh_fail(&err, JH_ENOMEM, NULL, NULL);
    r.worst = cli_say_error(&err, args->lang);
  } else {
    work_through(&r);
  }
  for (size_t i = 0; i < r.entry_count; i++) jh_alloc_free(r.entries[i].pack);
  jh_alloc_free(r.entries);
  if (r.count > 1 && !args->value[CLI_QUIET]) sum_up(&r);
  return r.worst;
}
