/* branch.h - one run of a task, and at each of its allocations a child process in which that one fails.
 *
 * What lies before the allocation is done once for all of them, and a child that is refused memory soon ends with an
 * error: every single one takes seconds, not hours. Each is tried twice: it alone fails, or it and all after it. No
 * thread is started meanwhile (their work is done by the one that asks: base/crew.h), for a child has only one.
 *
 * Files that are read are the same ones in parent and child, so that their positions are set back. A task that writes
 * files can be run so up to where it writes (is_shut), from there on starve.h runs it anew for each.
 */
#ifndef JH_TEST_FAULT_BRANCH_H
#define JH_TEST_FAULT_BRANCH_H

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/test.h"

#include "support/scarce.h"

enum { FIRST_FILE = 3, MOST_FILES = 40, MOST_SECONDS = 100, TOLD = 20, LEAKS_EACH = 50 };

/* Present where the program is linked with the leak sanitizer. It is asked by each 50th only, for it costs ten times the
 * rest; what the engine itself takes is counted by all. */
int __lsan_do_recoverable_leak_check(void) __attribute__((weak));

/* How many allocations fail from the n-th on. */
typedef enum span { ALONE = 1, ALL_AFTER = 2 } span;

typedef struct branching {
  long at;          /* the allocation that is asked for */
  long first, last; /* those that are tried; last < 0: to the end */
  long next, growth;
  int spans;     /* ALONE | ALL_AFTER */
  bool is_child; /* this process is one, in which allocation `since` failed */
  bool is_over;  /* the child's memory is there again */
  bool is_shut;  /* no child is begun: what follows they could not do beside each other */
  long since;
  span how;
  long runs, faults;
} branching;

static branching tree;
static bool without_threads;

int __real_pthread_create(
    pthread_t *thread, const pthread_attr_t *how, void *(*begin)(void *), void *payload);
int __wrap_pthread_create(
    pthread_t *thread, const pthread_attr_t *how, void *(*begin)(void *), void *payload);

int __wrap_pthread_create(
    pthread_t *thread, const pthread_attr_t *how, void *(*begin)(void *), void *payload) {
  return without_threads ? EAGAIN : __real_pthread_create(thread, how, begin, payload);
}

/* How many files are open. */
static int open_files(void) {
  int count = 0;
  for (int fd = FIRST_FILE; fd < MOST_FILES; fd++) count += fcntl(fd, F_GETFD) >= 0;
  return count;
}

static void keep_positions(off_t *at) {
  for (int fd = FIRST_FILE; fd < MOST_FILES; fd++) at[fd] = lseek(fd, 0, SEEK_CUR);
}

static void set_positions(const off_t *at) {
  for (int fd = FIRST_FILE; fd < MOST_FILES; fd++) {
    if (at[fd] >= 0) (void)lseek(fd, at[fd], SEEK_SET);
  }
}

static void count_child(long n, span how, int status) {
  tree.runs++;
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return;
  if (++tree.faults > TOLD) return;
  const char *what = how == ALONE ? "alone" : "and all after it";
  if (WIFSIGNALED(status)) {
    fprintf(stderr, "allocation %ld %s: signal %d\n", n, what, WTERMSIG(status));
  } else {
    fprintf(stderr, "allocation %ld %s: exit %d\n", n, what, WEXITSTATUS(status));
  }
}

/* True in the child. */
static bool fork_at(long n, span how) {
  off_t positions[MOST_FILES];
  int status = 0;
  keep_positions(positions);
  pid_t child = fork();
  assert_true(child >= 0);
  if (child == 0) {
    tree.is_child = true, tree.since = n, tree.how = how;
    (void)alarm(MOST_SECONDS);
    return true;
  }
  while (waitpid(child, &status, 0) < 0) assert_int_equal(errno, EINTR);
  set_positions(positions);
  count_child(n, how, status);
  return false;
}

/* Is this allocation to fail? */
static bool branch_here(void) {
  long n = tree.at++;
  if (tree.is_child) return tree.how == ALL_AFTER && !tree.is_over;
  if (tree.is_shut || n < tree.next || n < tree.first || (tree.last >= 0 && n > tree.last))
    return false;
  tree.next = n + 1 + tree.growth * n / 10;
  if ((tree.spans & ALONE) && fork_at(n, ALONE)) return true;
  return (tree.spans & ALL_AFTER) && fork_at(n, ALL_AFTER);
}

/* Ends a child: with what is wrong, or NULL. */
_Noreturn static void end_child(const char *wrong, int code) {
  if (wrong) fprintf(stderr, "allocation %ld: %s (code %d)\n", tree.since, wrong, code);
  bool is_asked = tree.since % LEAKS_EACH == 0 && __lsan_do_recoverable_leak_check;
  bool leaks = !wrong && is_asked && __lsan_do_recoverable_leak_check();
  if (leaks) fprintf(stderr, "allocation %ld: something is lost in a library\n", tree.since);
  _exit(wrong || leaks);
}

#endif
