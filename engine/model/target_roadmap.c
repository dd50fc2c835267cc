#include "model/target_roadmap.h"

const char *jh_roadmap_standing_id(jh_roadmap_standing standing) {
  static const char *const ids[JH_ROADMAP_STANDINGS] = {
      [JH_ROADMAP_EARLY] = "early",
      [JH_ROADMAP_IN_TIME] = "in_time",
      [JH_ROADMAP_LATE] = "late",
      [JH_ROADMAP_NOT_DUE] = "not_due",
      [JH_ROADMAP_OPEN] = "undetermined"};
  return ids[standing];
}
