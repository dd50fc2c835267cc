/* expected.h - is a figure what a case expects: a number, or a range with these two ends?
 *
 * Knows cases and exact numbers; who computes the figure is no matter.
 */
#ifndef JH_STUDY_EXPECTED_H
#define JH_STUDY_EXPECTED_H

#include "eval/range.h"
#include "model/case.h"
#include "model/finding.h"

/* Exactly: both ends, in `unit` (NULL: the range is in the rule's unit already). */
bool jh_expected_exactly(
    const jh_range *range, const jh_case_figure *expected, const jh_unit *unit);

/* As printed, digit for digit: for what is irrational or rounded. */
bool jh_expected_printed(const jh_figure *figure, const jh_case_figure *expected);

#endif
