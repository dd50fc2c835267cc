/* replay.c - runs a target once over each file that is named, or stands in a folder that is named: what
 * libFuzzer does with given files, for every compiler. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

#include "fuzz.h"

static size_t done;

static void run_file(const char *path) {
  FILE *file = fopen(path, "rb");
  fuzz_must(file != NULL, path);
  uint8_t *bytes = NULL;
  size_t size = 0, room = 0, got = 0;
  do {
    size += got;
    if (room - size < 4096) room = 2 * room + 8192;
    bytes = realloc(bytes, room);
    fuzz_must(bytes != NULL, "there is memory");
    got = fread(bytes + size, 1, room - size, file);
  } while (got > 0);
  (void)fclose(file);
  /* A block of its very size, so that reading past the end is noticed. */
  uint8_t *exact = malloc(size > 0 ? size : 1);
  fuzz_must(exact != NULL, "there is memory");
  memcpy(exact, bytes, size);
  free(bytes);
  /* Told before, so that a crash shows which it was. */
  (void)printf("%s\n", path);
  (void)fflush(stdout);
  (void)LLVMFuzzerTestOneInput(exact, size);
  free(exact);
  done++;
}

int main(int argc, char **argv) {
  for (int i = 1; i < argc; i++) {
    struct dirent **list = NULL;
    int count = scandir(argv[i], &list, NULL, alphasort);
    if (count < 0) run_file(argv[i]);
    for (int k = 0; k < count; k++) {
      char path[4096];
      (void)snprintf(path, sizeof path, "%s/%s", argv[i], list[k]->d_name);
      if (list[k]->d_name[0] != '.') run_file(path);
      free(list[k]);
    }
    free(list);
  }
  (void)printf("%zu inputs\n", done);
  return done == 0;
}
