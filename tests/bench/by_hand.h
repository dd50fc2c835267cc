/* by_hand.h - the four tables of the national form as plain arrays, for by_hand.c.
 *
 * Knows names of columns; knows no rule.
 */
#ifndef BY_HAND_H
#define BY_HAND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define BLANK INT64_MIN

typedef int64_t number;
typedef uint8_t word;

/* clang-format off */
enum {
  STUDENTS,
  CLASSES,
  LARGEST,
  CATCHMENT,
  DIPLOMA,
  BACHELOR,
  MASTER,
  DOCTOR,
  BACKBONE,
  PE,
  MUSIC,
  FINE_ARTS,
  ARTS,
  OF_STAGE
};

enum {
  SENIOR = 2 * OF_STAGE,
  CODE,
  COUNTY,
  TYPE,
  ORGANISER,
  AREA_TYPE,
  BOARDING,
  FUNDED,
  FULL,
  CERTIFIED,
  TRAINED,
  AREA,
  GYM,
  GROUND,
  EQUIPMENT,
  MULTIMEDIA,
  BUDGET,
  TRAINING,
  CHARTER,
  MANAGED,
  USED,
  MORAL,
  CURRICULUM,
  WORKLOAD,
  SCHOOL_COLUMNS
};

enum {
  C_CODE,
  YEARS,
  HIGH,
  LAYOUT,
  BUILDING,
  STAFFING,
  FUNDING,
  EQUIPPING,
  FUNDS,
  SPECIAL,
  PAY,
  CIVIL,
  PERFORMANCE,
  POSTS,
  ELIGIBLE,
  ROTATED,
  ROTATED_BACKBONE,
  PLACES,
  QUOTA,
  TILT,
  CARE,
  MIGRANT,
  MIGRANT_PUBLIC,
  MIGRANT_BOUGHT,
  ENTRANTS,
  DEATHS,
  GRADUATES,
  CAME,
  LEFT,
  DISABLED,
  IN_SPECIAL,
  IN_ORDINARY,
  AT_HOME,
  SUBJECTS,
  RECOGNITION,
  EXAM,
  CHOICE,
  KEY,
  UNFILLED,
  INCIDENT,
  FALSE_DATA,
  COUNTY_COLUMNS
};

enum { R_SCHOOL, R_KIND, R_AREA, ROOM_COLUMNS };

enum { M_COUNTY, M_LEVEL, M_DIFFERENCE, SUBJECT_COLUMNS };
/* clang-format on */

/* Kinds of school: 0 none of the ordinary ones. */
enum { PRIMARY = 1, POINT, JUNIOR, NINE, COMPLETE, TWELVE, SENIOR_ONLY };

typedef struct column {
  const char *name;
  int digits;
} column;

typedef struct table {
  const column *columns;
  int width;
  size_t rows, room;
  number *cells[SCHOOL_COLUMNS + COUNTY_COLUMNS];
  int field_of[256], field;
  bool is_head;
} table;

/* Rows joined to their owners before the clock starts, as the engine's reader does. */
typedef struct data {
  table schools, counties, rooms, subjects;
  uint32_t *school_starts, *school_order;   /* schools of a county */
  uint32_t *room_starts, *room_order;       /* rooms of a school */
  uint32_t *subject_starts, *subject_order; /* subjects of a county */
  word *unit_words, *school_words, *county_words;
} data;

/* Reads the folder's tables; ends the process with a message if it cannot. */
void by_hand_read(data *d, const char *folder);

#endif
