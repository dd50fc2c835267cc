/* fuzz.c - see fuzz.h. */
#include "fuzz.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "junheng.h"

static char folder[256];
static pid_t owner;

void fuzz_must(bool is_so, const char *sentence) {
  if (is_so) return;
  (void)fprintf(stderr, "fuzz: not so: %s\n", sentence);
  abort();
}

const char *fuzz_share(void) { return JH_TEST_ROOT; }

void fuzz_drop(const char *path) {
  if (remove(path) == 0 || errno == ENOENT) return;
  DIR *list = opendir(path);
  if (!list) return;
  for (struct dirent *item; (item = readdir(list)) != NULL;) {
    char name[768];
    if (strcmp(item->d_name, ".") == 0 || strcmp(item->d_name, "..") == 0) continue;
    (void)snprintf(name, sizeof name, "%s/%s", path, item->d_name);
    fuzz_drop(name);
  }
  closedir(list);
  (void)rmdir(path);
}

static void end(void) {
  if (getpid() != owner || chdir("/") != 0) return;
  fuzz_drop(folder);
}

void fuzz_put(const char *path, jh_str text) {
  FILE *file = fopen(path, "wb");
  fuzz_must(file != NULL, "a file of the folder can be written");
  fuzz_must(fwrite(text.at ? text.at : "", 1, text.size, file) == text.size, "it takes all bytes");
  fuzz_must(fclose(file) == 0, "it can be closed");
}

static void copy_good(const char *name) {
  char path[512];
  static char bytes[65536];
  (void)snprintf(path, sizeof path, "%s/tests/hostile/good/%s", JH_TEST_ROOT, name);
  FILE *file = fopen(path, "rb");
  fuzz_must(file != NULL, "the good files are there");
  size_t size = fread(bytes, 1, sizeof bytes, file);
  (void)fclose(file);
  fuzz_put(name, (jh_str){bytes, size});
}

void fuzz_restore(void) {
  static const char *const names[] = {"data/counties.csv",   "data/schools.csv", "data/rooms.csv",
                                      "pack/dictionary.lua", "pack/pack.lua",    "pack/rules.lua"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) copy_good(names[i]);
}

void fuzz_begin(void) {
  if (folder[0]) return;
  const char *memory = getenv("JUNHENG_FUZZ_FOLDER"); /* in which it is made */
  if (!memory) memory = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
  (void)snprintf(folder, sizeof folder, "%s/junheng-fuzz-XXXXXX", memory);
  fuzz_must(mkdtemp(folder) != NULL, "a folder can be made");
  owner = getpid();
  (void)atexit(end);
  fuzz_must(chdir(folder) == 0, "the folder can be entered");
  fuzz_must(mkdir("data", 0700) == 0 && mkdir("pack", 0700) == 0, "folders can be made in it");
  fuzz_restore();
}

jh_str fuzz_cut(jh_str text, jh_str *rest) {
  static const char mark[] = "--8<--\n";
  const size_t length = sizeof mark - 1;
  for (size_t i = 0; i + length <= text.size; i++) {
    if (memcmp(text.at + i, mark, length) != 0) continue;
    *rest = (jh_str){text.at + i + length, text.size - i - length};
    return (jh_str){text.at, i};
  }
  *rest = (jh_str){NULL, 0};
  return text;
}

static void must_print(const jh_error *err) {
  char text[4096];
  for (int lang = 0; lang < JH_LANGS; lang++) {
    fuzz_must(jh_error_text(err, (jh_lang)lang, text, sizeof text) > 0, "an error has words");
    fuzz_must(jh_error_print(err, (jh_lang)lang, text, sizeof text) > 0, "an error can be printed");
  }
}

void fuzz_must_tell(const jh_error *err, jh_code code, bool with_file) {
  fuzz_must(
      code != JH_OK && err->code == code, "the error that is returned is the one that is told");
  if (code == JH_EINTERNAL) must_print(err);
  fuzz_must(code != JH_EINTERNAL, "no input leads to a contradiction inside");
  must_print(err);
  if (with_file && code != JH_ENOMEM && !err->at.file[0]) {
    char text[4096];
    (void)jh_error_print(err, JH_EN, text, sizeof text);
    (void)fprintf(stderr, "%s\n", text);
    fuzz_must(false, "the error names a file");
  }
}

void fuzz_must_tell_all(const jh_diag *diag, bool is_refused) {
  for (size_t i = 0; i < jh_diag_kept(diag); i++) {
    const jh_error *one = jh_diag_get(diag, i);
    must_print(one);
    fuzz_must(one->code != JH_EINTERNAL, "no input leads to a contradiction inside");
    fuzz_must(one->at.file[0] != 0, "what is noticed names a file");
  }
  if (is_refused) fuzz_must(jh_diag_count(diag, JH_ERROR) > 0, "what is refused has a reason");
}

jh_session *fuzz_session(void) {
  static jh_session *session;
  if (session) return session;
  fuzz_begin();
  jh_error err = {0};
  const jh_session_options options = {
      .rules = "pack", .data = "data", .share = fuzz_share(), .all_columns = true};
  const jh_evaluate_options how = {.on = "2024-09-01", .jobs = 1, .with_figures = true};
  fuzz_must(jh_session_open(&session, &options, &err) == JH_OK, "the good pack and data are read");
  fuzz_must(jh_session_evaluate(session, &how, &err) == JH_OK, "they are judged");
  return session;
}

size_t fuzz_verdicts(void) {
  jh_session *session = fuzz_session();
  return jh_session_count(session, "met") * 100 + jh_session_count(session, "unmet");
}

bool fuzz_take(void *payload, const char *bytes, size_t size) {
  jh_buf_add(payload, (jh_str){bytes, size});
  return true;
}
