/* flip.h - what differs between two evaluations of the same data: by study/, for report/.
 *
 * Plain records of indices; [0] is the evaluation before, [1] the one after.
 * Rules of the two plans that are the same one have one number (a pair);
 * figures and names are asked of the two runs when they are printed.
 */
#ifndef JH_MODEL_FLIP_H
#define JH_MODEL_FLIP_H

#include "model/finding.h"

enum { JH_BEFORE = 0, JH_AFTER = 1 };

/* A rule as the two plans have it. Pair 0 is the last word on a county. */
typedef struct jh_flip_rule {
  uint32_t of[2]; /* index in each plan; JH_NONE where there is none */
  bool is_read;   /* the last word stands on it */
} jh_flip_rule;

/* A rule at an entity of which the two evaluations say different things. */
typedef struct jh_flip_point {
  uint32_t rule;     /* pair */
  uint32_t floor_of; /* the "at least n" rule (pair) whose floor for the others it passes or misses,
                        its own verdict being the same; else JH_NONE */
  uint32_t row[2];   /* of the rule's level in each dataset; JH_NONE where it is not */
  jh_verdict verdict[2];
} jh_flip_point;

/* How a flip by all changes together stands to the flips by each change alone. */
typedef enum jh_flip_part {
  JH_PART_ONE,      /* one change alone does the same */
  JH_PART_SEVERAL,  /* several changes do the same, each alone */
  JH_PART_TOGETHER, /* none does anything alone: only the combination */
  JH_PART_OTHERWISE /* alone there is another verdict than together */
} jh_flip_part;

/* A verdict that changes, with what decided: points [first, first + count) of the comparison, in
 * order of rule and row. */
typedef struct jh_flip {
  uint32_t rule;
  uint32_t row[2];
  jh_verdict verdict[2];
  size_t first, count;
  const char *margin; /* how far what decided stands from its bound, in percent of the bound, at
                           most 4 decimals; NULL = not known, or not asked for */
  size_t decisive;    /* the point whose margin that is */
  jh_flip_part part;  /* with `alone` */
  const uint8_t
      *alone; /* by change (jh_flip_alone.items): the verdict with it alone, JH_VERDICTS where
                           it cannot stand alone; NULL = not asked for */
} jh_flip;

/* How often each verdict became each other, for one rule over all entities that both have. */
typedef struct jh_flip_total {
  uint32_t rule;
  size_t moves[JH_VERDICTS][JH_VERDICTS]; /* [before][after] */
} jh_flip_total;

/* Entities at which a changed rule says otherwise, and one that stands on it does not. */
typedef struct jh_flip_absorbed {
  uint32_t rule;       /* pair: the one that stands on it */
  jh_verdict verdict;  /* which it keeps */
  size_t first, count; /* points of the changed rule */
} jh_flip_absorbed;

/* One line of the revision table, and what became of it. */
typedef struct jh_flip_change {
  jh_change change;      /* rule and param are indices of the plan `side`; layer JH_NONE where it is
                            not a link of the chain that makes it: two packs are compared */
  int side;              /* JH_BEFORE for what is gone, else JH_AFTER */
  const uint32_t *rules; /* pairs whose numbers or formulas it changes */
  size_t rule_count;
  bool is_in_force;  /* on the day of its side */
  bool is_read;      /* the last word stands on one of them */
  jh_tally tally[2]; /* of these rules over all entities, before and after */
  size_t changed;    /* entities at which one of them says otherwise */
  size_t waiting;    /* entities at which one of them is undetermined, before and after */
  size_t reached;    /* of those, at which the last word on the county changes with it */
  size_t floors;     /* members of "at least n" that now pass or miss the floor, by its bound */
  jh_flip_absorbed *absorbed;
  size_t absorbed_count, absorbed_room;
} jh_flip_change;

/* Entities that only one of the two has (stages that differ): they are not compared. */
typedef struct jh_flip_unmatched {
  uint32_t level[2];
  size_t only[2];
} jh_flip_unmatched;

typedef struct jh_comparison {
  jh_flip_rule *rules; /* pairs: the last word, then as in the plan after, then those only before */
  size_t rule_count;
  jh_flip_change *changes; /* in order of the chain, or of parameters and rules */
  size_t change_count, change_room;
  jh_flip_total
      *totals; /* the last word, then every other rule on which no other of its level stands */
  size_t total_count;
  jh_flip *counties; /* the last word, by code */
  size_t county_count, county_room;
  jh_flip *findings; /* of the other rules in `totals`: by county, level, rule, entity */
  size_t finding_count, finding_room;
  jh_flip_point *points;
  size_t point_count, point_room;
  jh_flip_unmatched *unmatched;
  size_t unmatched_count;
} jh_comparison;

#endif
