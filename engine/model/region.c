#include "model/region.h"

#include <string.h>

jh_str jh_region_of(jh_str written) {
  jh_str region = jh_str_trim(written);
  while (region.size > 2 && region.size % 2 == 0 && jh_str_ends(region, "00")) region.size -= 2;
  return region;
}

bool jh_region_covers(const char *region, jh_str code) {
  jh_str beginning = jh_region_of(jh_str_of(region));
  if (beginning.size == 0) return true;
  return code.size >= beginning.size && memcmp(code.at, beginning.at, beginning.size) == 0;
}
