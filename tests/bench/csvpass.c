/* csvpass.c - the yardstick of the benchmark: libcsv over some files, with callbacks that do nothing.
 *
 * csvpass FILE...   prints the number of bytes, cells and records
 *
 * What any program that reads these files with libcsv must spend at least. Knows nothing of the
 * engine.
 */
#include <csv.h>
#include <stdio.h>
#include <stdlib.h>

#define BLOCK_BYTES (64 * 1024)

struct counts {
  size_t bytes, cells, records;
};

static void on_cell(void *cell, size_t size, void *payload) {
  struct counts *counts = payload;
  (void)cell;
  (void)size;
  counts->cells++;
}

static void on_record(int end, void *payload) {
  struct counts *counts = payload;
  (void)end;
  counts->records++;
}

static int pass(const char *path, char *block, struct counts *counts) {
  struct csv_parser parser;
  FILE *file = fopen(path, "rb");
  if (!file || csv_init(&parser, 0) != 0) {
    fprintf(stderr, "csvpass: %s cannot be read\n", path);
    if (file) fclose(file);
    return 1;
  }
  size_t size;
  int failed = 0;
  while (!failed && (size = fread(block, 1, BLOCK_BYTES, file)) > 0) {
    counts->bytes += size;
    failed = csv_parse(&parser, block, size, on_cell, on_record, counts) != size;
  }
  failed = failed || ferror(file) || csv_fini(&parser, on_cell, on_record, counts) != 0;
  csv_free(&parser);
  fclose(file);
  return failed;
}

int main(int count, char **paths) {
  struct counts counts = {0, 0, 0};
  int failed = 0;
  char *block = malloc(BLOCK_BYTES);
  if (!block) return 1;
  for (int i = 1; i < count; i++) failed |= pass(paths[i], block, &counts);
  free(block);
  printf("%zu bytes, %zu cells, %zu records\n", counts.bytes, counts.cells, counts.records);
  return failed;
}
