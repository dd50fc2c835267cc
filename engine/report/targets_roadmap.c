/* targets_roadmap.c - what the forms of a roadmap ask alike; see targets_roadmap.h. */
#include "report/targets_roadmap.h"

#include "report/words.h"

int jh_targets_roadmap_sides(const jh_roadmap_record *record) { return record->has_reform ? 2 : 1; }

static bool is_day_shared(const jh_roadmap_record *record, size_t point) {
  for (size_t i = 0; i < record->point_count; i++) {
    if (i != point && record->points[i].day == record->points[point].day) return true;
  }
  return false;
}

void jh_targets_roadmap_label(
    jh_buf *buf, const jh_roadmap_record *record, size_t point, jh_lang lang) {
  char day[11];
  const jh_roadmap_point *at = &record->points[point];
  jh_buf_text(buf, jh_date_text(day, at->day));
  if (!is_day_shared(record, point)) return;
  jh_words_fill(buf, lang, JH_W_BRACKETS, at->folder, NULL);
}
