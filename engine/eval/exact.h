/* exact.h - one node at one row, without rounding.
 *
 * A number is a closed range of rationals (low = high when it is known), with
 * either end possibly infinite, or undefined (division by zero, an average over
 * nothing). The slow twin of the kernels: same graph, same meaning, any size of number.
 *
 * What model/node.h leaves open is settled so:
 *   - A divisor known to be 0 gives undefined; one that is missing and could be 0 is taken to be
 *     something else: 5 / [0, 10] is [1/2, +inf).
 *   - A comparison with an undefined number is unknown.
 *   - An IF whose condition is unknown may give either arm: the hull of both.
 *   - COUNT and SUM take a row whose filter is unknown as perhaps there; LEAST and GREATEST too.
 *   - A SPREAD skips rows whose weight is known to be 0, whatever their x, and is unknown as
 *     soon as a filter, a weight or an x of a row that may count is.
 *   - A COMPOSITE is unknown as soon as one of its spreads is, or its limit.
 *   - A BETWEEN is the hull of its two arguments, whichever is the larger.
 *   - KNOWN of a column asks for the cell, of anything else whether its value is settled.
 *   - A parameter without a value on the day is undefined (rules that read it are not in force).
 */
#ifndef JH_EVAL_EXACT_H
#define JH_EVAL_EXACT_H

#include "eval/exact_base.h"
#include "eval/range.h"

/* A number node at a row of its level (of any level for constants). */
void jh_exact_number(const jh_exact *exact, uint32_t node, uint32_t row, jh_range *out);

/* A condition node at a row of its level. */
jh_tri jh_exact_condition(const jh_exact *exact, uint32_t node, uint32_t row);

/* The choice of a CHOICE node, or JH_NONE when missing. */
uint32_t jh_exact_choice(const jh_exact *exact, uint32_t node, uint32_t row);

/* SPREAD: the squared coefficient of variation, W*sum(w*x^2)/(sum(w*x))^2 - 1; undefined if
 * anything is missing or the mean is 0. */
void jh_exact_spread_squared(const jh_exact *exact, uint32_t node, uint32_t row, jh_range *out);

/* COMPOSITE: the mean of the coefficients of variation (if it is no rational, at 40 decimals and
 * more; undefined if anything is missing or there is nothing to take the mean of), and the sign of
 * mean - limit, exactly. */
void jh_exact_composite_mean(
    const jh_exact *exact, uint32_t node, uint32_t row, jh_range *out, int *sign);

#endif
