/* share.c - where the packs and dictionaries that came with the program stand. */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "junheng.h"

static bool has_schema(const char *folder) {
  char path[4200];
  struct stat info;
  int size = snprintf(path, sizeof path, "%s/data/schema", folder);
  return size > 0 && (size_t)size < sizeof path && stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

/* Beside the running program: <its folder>/JH_SHARE_INSTALL. */
static bool beside_program(char *out, size_t size) {
  char program[4096];
  ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
  if (length <= 0) return false;
  program[length] = '\0';
  char *slash = strrchr(program, '/');
  if (!slash) return false;
  *slash = '\0';
  int written = snprintf(out, size, "%s/%s", program, JH_SHARE_INSTALL);
  return written > 0 && (size_t)written < size && has_schema(out);
}

const char *jh_share_folder(char *out, size_t size) {
  if (beside_program(out, size)) return out;
  if (has_schema(".")) {
    (void)snprintf(out, size, ".");
  } else {
    (void)snprintf(out, size, "%s", JH_SHARE_BUILD);
  }
  return out;
}

const char *jh_version(void) { return JH_VERSION; }
