/* succession.h - which county of the year before is which county now.
 *
 * What is told by the optional table `succession` of the dictionary (old_code, new_code, day, kind)
 * counts first. Of counties that are gone without a line it is found out what is probable: where
 * most of their schools stand now, else a new county of the same name but for 县, 市, 区, 旗 at its end.
 *
 * Private to the layer.
 */
#ifndef JH_AUDIT_SUCCESSION_H
#define JH_AUDIT_SUCCESSION_H

#include "audit/check.h"

typedef struct jh_succession_line {
  jh_str old_code, new_code, day;
  bool is_split; /* the old county may go on */
  uint32_t row;  /* of the table succession */
} jh_succession_line;

typedef struct jh_succession {
  jh_check_table counties;
  uint32_t table; /* succession, or JH_NONE */
  uint32_t old_column;
  jh_succession_line *lines; /* by old code, then as they stand in the table */
  size_t line_count;
  uint32_t *told;     /* by county of the year before: its row now by the table, or JH_NONE */
  uint32_t *probable; /* the same, as far as it is only probable */
} jh_succession;

/* Reads the table and, with an earlier year, pairs the counties. False where there are no counties.
 * Everything lives in the audit's arena. Errors: JH_ENOMEM. */
JH_CHECKED jh_code
jh_succession_open(jh_succession *out, jh_audit *audit, bool *is_there, jh_error *err);

/* Does the county of the year before become this one, or stay it? Rows of the counties. */
bool jh_succession_leads(const jh_succession *list, uint32_t before, uint32_t now);

/* The line of a code; JH_NONE if there is none. */
size_t jh_succession_find(const jh_succession *list, jh_str old_code);

#endif
