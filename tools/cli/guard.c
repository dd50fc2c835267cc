/* guard.c - see guard.h. Files are the same if the system says so, by whatever names and links. */
#include "cli/guard.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/str.h"

/* Is it a file or folder that is there, and this one? */
static bool is_same(const char *path, const struct stat *what) {
  struct stat other;
  return path && stat(path, &other) == 0 && other.st_dev == what->st_dev &&
         other.st_ino == what->st_ino;
}

static bool is_named(const cli_args *args, const struct stat *file) {
  for (int id = 0; id < CLI_OPTIONS; id++) {
    bool is_output = id == CLI_OUTPUT || id == CLI_XLSX || id == CLI_MANIFEST;
    cli_kind kind = cli_options_get((cli_option_id)id)->kind;
    if (is_output || (kind != CLI_TEXT && kind != CLI_LIST)) continue;
    if (is_same(args->value[id], file)) return true;
    for (size_t i = 0; i < args->list_count[id]; i++)
      if (is_same(args->list[id][i], file)) return true;
  }
  for (size_t i = 0; i < args->operand_count; i++)
    if (is_same(args->operands[i], file)) return true;
  return false;
}

static bool is_of_data(const cli_args *args, const struct stat *folder) {
  static const cli_option_id folders[] = {CLI_DATA, CLI_BEFORE};
  for (size_t k = 0; k < sizeof folders / sizeof *folders; k++) {
    if (is_same(args->value[folders[k]], folder)) return true;
    for (size_t i = 0; i < args->list_count[folders[k]]; i++)
      if (is_same(args->list[folders[k]][i], folder)) return true;
  }
  return false;
}

static bool is_table(jh_str name) {
  static const char *const endings[] = {".csv", ".tsv", ".txt", ".xlsx", ".lua"};
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
    if (jh_str_ends(name, endings[i])) return true;
  return false;
}

/* The folder of a path; false if its name is too long to be one. */
static bool folder_of(char *out, size_t size, const char *path) {
  const char *slash = strrchr(path, '/');
  size_t length = slash ? (size_t)(slash - path) + 1 : 1;
  if (length >= size) return false;
  memcpy(out, slash ? path : ".", length);
  out[length] = '\0';
  return true;
}

jh_code cli_guard_output(const cli_args *args, const char *path, bool is_lua, jh_error *err) {
  struct stat file, folder;
  char above[4096];
  if (!path || stat(path, &file) != 0 || !S_ISREG(file.st_mode)) return JH_OK;
  char *real =
      realpath(path, NULL); /* of the system's making: a link leads to what would be lost */
  const char *name = real ? real : path;
  bool is_input = is_named(args, &file) || (!is_lua && jh_str_ends(jh_str_of(name), ".lua"));
  if (!is_input && is_table(jh_str_of(name)) && folder_of(above, sizeof above, name))
    is_input = stat(above, &folder) == 0 && is_of_data(args, &folder);
  free(real);
  jh_place at = jh_place_of(path, 0, 0);
  return is_input ? jh_fail(err, JH_EOUTPUT_IS_INPUT, &at, NULL) : JH_OK;
}
