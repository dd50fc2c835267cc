/* head.c - fields of a header by their names; see head.h. Headers are found by head_find.c. */
#include "table/head.h"

#include <string.h>

uint32_t jh_head_field_of(const jh_head *head, jh_str name, uint32_t *also, jh_arena *scratch) {
  const char *wanted = jh_match_fold(scratch, name);
  uint32_t found = JH_NONE;
  *also = JH_NONE;
  for (int round = 0; wanted && round < 2 && found == JH_NONE; round++) {
    for (uint32_t i = 0; i < head->field_count; i++) {
      const jh_head_field *field = &head->fields[i];
      const char *is = jh_match_fold(scratch, jh_str_of(round == 0 ? field->path : field->leaf));
      if (!is || is[0] == '\0' || strcmp(is, wanted) != 0) continue;
      if (found == JH_NONE) {
        found = i;
      } else if (*also == JH_NONE) {
        *also = i;
      }
    }
  }
  return found;
}
