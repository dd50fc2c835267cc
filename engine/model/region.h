/* region.h - which administrative codes a region takes in: the beginning of the code.
 *
 * Codes of GB/T 2260 are filled up with zeros: 530000 is the province 53, 533300 the prefecture
 * 5333. Knows no data and no names.
 */
#ifndef JH_MODEL_REGION_H
#define JH_MODEL_REGION_H

#include "base/str.h"

/* The beginning that all codes of the region share: without blanks around it and without the pairs
 * of zeros that only fill it up. A slice of `written`. */
jh_str jh_region_of(jh_str written);

/* Does the code lie in the region? NULL or "" takes in everything. */
bool jh_region_covers(const char *region, jh_str code);

#endif
