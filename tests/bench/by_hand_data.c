/* by_hand_data.c - reads the four tables into plain arrays, for by_hand.c.
 *
 * Numbers become whole ones of their column's last digit; texts of a choice become the small number that
 * the rules ask for. As plain as can be: it is not what is measured.
 */
#include <csv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "by_hand.h"

#define TEACHERS(s, d) s "_" d "_teachers"
/* Columns of schools: name, digits after the point. Six texts become numbers by the list below. */
#define STAGE_COLUMNS(s)                                                                           \
  {s "_students", 0}, {s "_classes", 0}, {s "_largest_class", 0}, {s "_catchment_students", 0},    \
      {TEACHERS(s, "diploma"), 0}, {TEACHERS(s, "bachelor"), 0}, {TEACHERS(s, "master"), 0},       \
      {TEACHERS(s, "doctor"), 0}, {TEACHERS(s, "backbone"), 0}, {TEACHERS(s, "pe"), 0},            \
      {TEACHERS(s, "music"), 0}, {TEACHERS(s, "fine_arts"), 0}, {                                  \
    TEACHERS(s, "arts"), 0                                                                         \
  }

static const column schools_columns[SCHOOL_COLUMNS] = {
    STAGE_COLUMNS("primary"),
    STAGE_COLUMNS("junior"),
    {"senior_students", 0},
    {"school_code", 0},
    {"county_code", 0},
    {"school_type", 0},
    {"organiser", 0},
    {"area_type", 0},
    {"is_boarding", 0},
    {"funded_students", 0},
    {"full_time_teachers", 0},
    {"certified_teachers", 0},
    {"trained_360h_teachers", 0},
    {"teaching_area_m2", 2},
    {"indoor_sports_area_m2", 2},
    {"sports_ground_area_m2", 2},
    {"equipment_value_wan_yuan", 6},
    {"multimedia_rooms", 0},
    {"public_funds_budget_wan_yuan", 6},
    {"training_funds_wan_yuan", 6},
    {"has_charter", 0},
    {"is_ict_managed", 0},
    {"is_ict_used_well", 0},
    {"is_moral_culture_good", 0},
    {"is_curriculum_complete", 0},
    {"is_workload_light", 0}};

static const column counties_columns[COUNTY_COLUMNS] = {
    {"county_code", 0},
    {"years_since_basic_balance", 0},
    {"is_monitoring_high", 0},
    {"is_layout_planned", 0},
    {"has_unified_building_standard", 0},
    {"has_unified_staffing_standard", 0},
    {"has_unified_funding_standard", 0},
    {"has_unified_equipment_standard", 0},
    {"special_education_funds_wan_yuan", 6},
    {"special_education_students", 0},
    {"teacher_mean_pay_yuan", 2},
    {"civil_servant_mean_pay_yuan", 2},
    {"has_full_performance_pay", 0},
    {"has_county_allocated_posts", 0},
    {"rotation_eligible_teachers", 0},
    {"rotated_teachers", 0},
    {"rotated_backbone_teachers", 0},
    {"quality_senior_places", 0},
    {"quota_places", 0},
    {"has_rural_quota_tilt", 0},
    {"has_left_behind_care", 0},
    {"migrant_children", 0},
    {"migrant_children_in_public_schools", 0},
    {"migrant_children_in_purchased_places", 0},
    {"junior_entrants", 0},
    {"junior_deaths", 0},
    {"junior_graduates", 0},
    {"junior_transferred_in", 0},
    {"junior_transferred_out", 0},
    {"disabled_children", 0},
    {"disabled_in_special_schools", 0},
    {"disabled_in_ordinary_schools", 0},
    {"disabled_taught_at_home", 0},
    {"monitored_subjects", 0},
    {"social_recognition_percent", 4},
    {"has_exam_admission", 0},
    {"has_illegal_school_choice", 0},
    {"has_key_schools_or_classes", 0},
    {"has_unfilled_posts", 0},
    {"has_major_incident", 0},
    {"has_falsification", 0}};

static const column rooms_columns[ROOM_COLUMNS] = {{"school_code", 0}, {"kind", 0}, {"area_m2", 2}};
static const column subjects_columns[SUBJECT_COLUMNS] = {
    {"county_code", 0}, {"attained_level", 0}, {"difference_rate", 4}};

static const struct {
  const char *text;
  int number;
} choices[] = {
    {"小学", PRIMARY},
    {"小学教学点", POINT},
    {"初级中学", JUNIOR},
    {"九年一贯制学校", NINE},
    {"完全中学", COMPLETE},
    {"十二年一贯制学校", TWELVE},
    {"高级中学", SENIOR_ONLY},
    {"特殊教育学校", 0},
    {"职业初中", 0},
    {"是", 1},
    {"否", 0},
    {"城区", 1},
    {"镇区", 1},
    {"乡村", 0},
    {"民办", 0},
    {"中外合作办", 0},
    {"教育部门", 1},
    {"其他部门", 1},
    {"音乐教室", 0},
    {"美术教室", 1}};

static void die(const char *what) {
  fprintf(stderr, "by_hand: %s\n", what);
  exit(1);
}

static number number_of(const char *text, size_t size, int digits) {
  if (!size) return BLANK;
  if ((unsigned char)text[0] > 127) {
    for (size_t i = 0; i < sizeof choices / sizeof *choices; i++)
      if (strlen(choices[i].text) == size && !memcmp(choices[i].text, text, size))
        return choices[i].number;
    die("a text that is not known");
  }
  number value = 0;
  int after = -1;
  for (size_t i = 0; i < size; i++) {
    if (text[i] == '.') {
      after = 0;
    } else {
      value = value * 10 + (text[i] - '0');
      if (after >= 0) after++;
    }
  }
  for (int i = after < 0 ? 0 : after; i < digits; i++) value *= 10;
  return value;
}

static void on_head(table *t, const char *text, size_t size) {
  if (t->field >= 256) die("too many columns");
  if (t->field == 0 && size > 2 && !memcmp(text, "\xEF\xBB\xBF", 3)) text += 3, size -= 3;
  t->field_of[t->field] = -1;
  for (int i = 0; i < t->width; i++)
    if (strlen(t->columns[i].name) == size && !memcmp(t->columns[i].name, text, size))
      t->field_of[t->field] = i;
}

static void on_cell(void *cell, size_t size, void *payload) {
  table *t = payload;
  if (t->is_head) {
    on_head(t, cell, size);
  } else if (t->field_of[t->field] >= 0) {
    int at = t->field_of[t->field];
    t->cells[at][t->rows] = number_of(cell, size, t->columns[at].digits);
  }
  t->field++;
}

static void on_record(int end, void *payload) {
  table *t = payload;
  (void)end;
  if (!t->is_head) t->rows++;
  t->is_head = false;
  t->field = 0;
  if (t->rows < t->room) return;
  t->room = t->room ? t->room * 2 : 4096;
  for (int i = 0; i < t->width; i++) {
    t->cells[i] = realloc(t->cells[i], t->room * sizeof(number));
    if (!t->cells[i]) die("out of memory");
  }
}

static void read_table(
    table *t, const char *folder, const char *name, const column *columns, int width) {
  static char block[64 * 1024];
  char path[4096];
  snprintf(path, sizeof path, "%s/%s.csv", folder, name);
  *t = (table){.columns = columns, .width = width, .is_head = true};
  struct csv_parser parser;
  FILE *file = fopen(path, "rb");
  if (!file || csv_init(&parser, 0)) die("a table cannot be read");
  for (size_t size; (size = fread(block, 1, sizeof block, file)) > 0;)
    if (csv_parse(&parser, block, size, on_cell, on_record, t) != size) die("a table is not CSV");
  csv_fini(&parser, on_cell, on_record, t);
  csv_free(&parser);
  fclose(file);
}

typedef struct key {
  number code;
  uint32_t row;
} key;

static int by_code(const void *a, const void *b) {
  const key *x = a, *y = b;
  return x->code != y->code ? (x->code > y->code) - (x->code < y->code)
                            : (x->row > y->row) - (x->row < y->row);
}

static void *room_for(size_t count, size_t size) {
  void *room = calloc(count ? count : 1, size);
  if (!room) die("out of memory");
  return room;
}

static void group(
    const number *owners, size_t n, const number *of, size_t rows, uint32_t **starts,
    uint32_t **order) {
  key *keys = room_for(n, sizeof *keys);
  uint32_t *owner = room_for(rows, sizeof *owner);
  for (size_t i = 0; i < n; i++) keys[i] = (key){owners[i], (uint32_t)i};
  qsort(keys, n, sizeof *keys, by_code);
  *starts = room_for(n + 2, sizeof **starts);
  *order = room_for(rows, sizeof **order);
  for (size_t r = 0; r < rows; r++) {
    size_t low = 0, high = n;
    while (low + 1 < high) {
      size_t middle = (low + high) / 2;
      if (keys[middle].code <= of[r])
        low = middle;
      else
        high = middle;
    }
    if (!n || keys[low].code != of[r]) die("a row without its owner");
    owner[r] = keys[low].row;
    (*starts)[owner[r] + 2]++;
  }
  for (size_t i = 2; i < n + 2; i++) (*starts)[i] += (*starts)[i - 1];
  for (size_t r = 0; r < rows; r++) (*order)[(*starts)[owner[r] + 1]++] = (uint32_t)r;
  free(keys);
  free(owner);
}

void by_hand_read(data *d, const char *folder) {
  read_table(&d->schools, folder, "schools", schools_columns, SCHOOL_COLUMNS);
  read_table(&d->counties, folder, "counties", counties_columns, COUNTY_COLUMNS);
  read_table(&d->rooms, folder, "rooms", rooms_columns, ROOM_COLUMNS);
  read_table(&d->subjects, folder, "monitoring", subjects_columns, SUBJECT_COLUMNS);
  const number *counties = d->counties.cells[C_CODE];
  group(
      counties, d->counties.rows, d->schools.cells[COUNTY], d->schools.rows, &d->school_starts,
      &d->school_order);
  group(
      counties, d->counties.rows, d->subjects.cells[M_COUNTY], d->subjects.rows, &d->subject_starts,
      &d->subject_order);
  group(
      d->schools.cells[CODE], d->schools.rows, d->rooms.cells[R_SCHOOL], d->rooms.rows,
      &d->room_starts, &d->room_order);
  d->unit_words = room_for(d->schools.rows, 18);
  d->school_words = room_for(d->schools.rows, 11);
  d->county_words = room_for(d->counties.rows, 1);
}
