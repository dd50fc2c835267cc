/* target_succession.h - which county code became which, as far as the data say so.
 *
 * Read from the table `succession` of the dictionary. Nothing is guessed from names or schools.
 * Private to study/.
 */
#ifndef JH_STUDY_TARGET_SUCCESSION_H
#define JH_STUDY_TARGET_SUCCESSION_H

#include "study/target_gathered.h"
#include "table/dataset.h"

/* A county's code as it is compared: of twelve digits that end in six zeros the first six. */
jh_str jh_target_succession_key(jh_str code);

/* Copies the lines of a dataset into the arena; none where there is no such table. JH_ENOMEM. */
JH_CHECKED jh_code jh_target_succession_read(
    jh_roadmap_line **out, size_t *count, const jh_dataset *dataset, jh_arena *arena,
    jh_error *err);

/* The lines of all points. */
typedef struct jh_target_succession {
  const jh_roadmap_line *lines;
  size_t count;
} jh_target_succession;

/* Each line once, whichever points tell it. JH_ENOMEM. */
JH_CHECKED jh_code jh_target_succession_join(
    jh_target_succession *out, const jh_roadmap_gathered *points, size_t count, jh_arena *arena,
    jh_error *err);

/* The row of a county at a point under its own code, JH_NONE if it has none. */
uint32_t jh_target_succession_row(const jh_roadmap_gathered *point, jh_str code);

/* The row of the same county under another code: found along lines that are the only one of both their
 * codes, so that a county that was split or merged is none of its parts. JH_NONE if there is none. */
uint32_t jh_target_succession_same(
    const jh_target_succession *list, const jh_roadmap_gathered *point, jh_str code);

/* Do lines, also of splits and mergers, lead from the code to a county that the point has? Then it is
 * accounted for. */
bool jh_target_succession_leads(
    const jh_target_succession *list, const jh_roadmap_gathered *point, jh_str code);

#endif
