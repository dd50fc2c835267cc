/* solve_simplex.h - the cheapest point of a part when amounts may be divided, in doubles: the bounded dual
 * simplex method on a dictionary.
 *
 * What it says is a proposal: solve_exact.h takes the multipliers, or the rows and columns that decide, and
 * proves from them in rationals. The same steps on every machine: no fused arithmetic, ties go to the
 * lowest index.
 */
#ifndef JH_REMEDY_SOLVE_SIMPLEX_H
#define JH_REMEDY_SOLVE_SIMPLEX_H

#include "remedy/solve_part.h"

typedef enum jh_simplex_end { JH_SIMPLEX_BEST, JH_SIMPLEX_NONE, JH_SIMPLEX_STUCK } jh_simplex_end;

/* Names 0 to n - 1 are columns, n + i is what row i has to spare (its sum, divided by its scale).
 * Each basic one = sum(table * what is not basic); those stand at one of their ends. */
typedef struct jh_simplex {
  size_t m, n;
  double *table; /* m x n */
  double *value; /* of the m basic ones */
  double *price; /* by place: what one more of what stands there costs */
  double cost;   /* of this point */
  uint32_t *basic, *rest;
  bool *at_up;      /* by place of rest */
  double *low, *up; /* by name */
  double *scale;    /* by row */
  size_t lost;      /* NONE: the basic place that cannot come to its limits */
  bool lost_low;    /* ... it is below its lower one */
  double *block;
  size_t block_size;
  bool *flags;
  uint32_t *names;
} jh_simplex;

/* Room for the part, and its first dictionary: nothing bought. False when memory is out. */
bool jh_simplex_open(jh_simplex *out, const jh_part *part);
void jh_simplex_close(jh_simplex *simplex);

/* The same dictionary; both were opened for the same part. */
void jh_simplex_copy(jh_simplex *out, const jh_simplex *from);

/* Narrows the limits of a name. */
void jh_simplex_limit(jh_simplex *simplex, uint32_t name, double low, double up);

/* Steps until no basic one is outside its limits; *steps counts thousands of operations. */
jh_simplex_end jh_simplex_run(jh_simplex *simplex, uint64_t *steps);

/* The value of a column or of what a row has to spare. `values` has room for n + m. */
void jh_simplex_values(const jh_simplex *simplex, double *values);

#endif
