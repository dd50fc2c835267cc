/* node.h - the expression graph that a pack builds once and the engine evaluates over columns.
 *
 * A node has a type, a level (it has one value for each row of that level; JH_NONE
 * for constants, which have one value at all) and, if it is a number, a unit.
 * Arguments always come before the node that uses them, so that evaluating in
 * order of index is right. A node's arguments have its own level or none, save
 * for RAISE (argument at an ancestor level) and the TALLY family (arguments at
 * a descendant level).
 *
 * Three-valued throughout: a number is known exactly or only as a range (a
 * missing cell ranges over what its column may hold), a condition is true,
 * false or unknown.
 *
 * Invariant: a number node's value is in *base* units; the column and constant
 * nodes carry the factor that brings them there.
 */
#ifndef JH_MODEL_NODE_H
#define JH_MODEL_NODE_H

#include <stdint.h>

#include "base/dec.h"
#include "base/error.h"
#include "model/schema.h"

typedef enum jh_op {
  /* numbers */
  JH_OP_CONST,  /* value */
  JH_OP_PARAM,  /* index = parameter; level is the stage level if it differs by stage and the node's
                     `stage` is JH_NONE; else none */
  JH_OP_COLUMN, /* table, index = column: number, bool, or choice */
  JH_OP_QUANTITY, /* index = quantity; one argument, its definition */
  JH_OP_ADD,
  JH_OP_SUB,
  JH_OP_MUL,
  JH_OP_DIV,
  JH_OP_NEG,
  JH_OP_MIN,
  JH_OP_MAX,
  JH_OP_CEIL,
  JH_OP_FLOOR,
  JH_OP_BY_STAGE, /* one argument for each stage (node JH_NONE where the pack gives none): the row's own is taken */
  JH_OP_IF,    /* condition, then, else: numbers or conditions */
  JH_OP_RAISE, /* the ancestor's value, for each row of this level */
  JH_OP_SUM,   /* over descendants: value, filter (filter may be JH_NONE) */
  JH_OP_COUNT, /* over descendants: filter (may be JH_NONE: all rows) */
  JH_OP_LEAST,
  JH_OP_GREATEST, /* over descendants: value, filter; no rows = undefined */
  JH_OP_YEAR,     /* the calendar year of the day of law; level JH_NONE */
  JH_OP_BETWEEN,  /* two arguments, low and high: a number of which no more is known */
  JH_OP_COMPUTE,  /* index = compute; arguments: what its function reads, in order */
  /* conditions */
  JH_OP_GE,
  JH_OP_GT,
  JH_OP_LE,
  JH_OP_LT,
  JH_OP_EQ, /* of two numbers */
  JH_OP_IS, /* one choice argument; set = bit mask of accepted choices */
  JH_OP_AND,
  JH_OP_OR, /* any number of arguments */
  JH_OP_NOT,
  JH_OP_AT_LEAST_N, /* first argument: the number n; the others: conditions of which n must hold */
  JH_OP_KNOWN,      /* is the argument known: never unknown itself */
  JH_OP_EVERY,  /* over descendants: condition, filter: every filtered row holds (true for none) */
  JH_OP_SOME,   /* over descendants: condition, filter */
  JH_OP_SPREAD, /* over descendants: x, weight, filter, limit (a number at this level or none):
                     W*sum(w*x^2) <= (1+limit^2)*(sum(w*x))^2 over filtered rows; with no row: true;
                     with sum(w*x) = 0: unknown (the law is silent) */
  JH_OP_COMPOSITE, /* first argument: the limit (a number at this level or none); the others: SPREAD
                     nodes at this level, whose own limits do not count. The mean of their coefficients
                     of variation is at most the limit; a SPREAD over no rows is left out of the mean,
                     none left: true */
  JH_OP_SINCE,     /* is the day of law `num` (a jh_date) or later; level JH_NONE */
  JH_OP_CODE_IN, /* table; index = code set: is the row's key one of these codes, or, for entries of the
                     set that end in "*", does it begin so; never unknown */
  JH_OP_RULE, /* index = rule: does it hinder nothing (jh_verdict_ok); arguments: the rule's `holds`
                     and `applies` (or JH_NONE) */
  JH_OP_LATE  /* index = what the script will say it stands for: only until finish.h has run */
} jh_op;

/* Much in the engine follows arguments by recursion; this bounds the stack that it takes. */
enum { JH_NODE_DEEPEST = 1000 };

typedef enum jh_type { JH_TYPE_NUMBER, JH_TYPE_CONDITION, JH_TYPE_CHOICE } jh_type;

typedef struct jh_node {
  jh_op op;
  jh_type type;
  uint32_t level; /* index in jh_plan.levels, or JH_NONE */
  uint32_t first; /* arguments: jh_plan.args[first .. first + count) */
  uint32_t count;
  uint32_t depth; /* arguments below arguments, and itself: at most JH_NODE_DEEPEST (build.c) */
  uint32_t index; /* column, parameter, quantity or rule */
  uint32_t table; /* COLUMN: table */
  uint32_t over;  /* SUM … SPREAD: the descendant level walked over */
  uint32_t stage; /* SPREAD, EVERY, SOME, COUNT, SUM: only units of this stage; PARAM: its value for
                          this stage; JH_NONE = all, or the row's own */
  uint64_t set;   /* IS */
  jh_dec value;   /* CONST, in its written unit (num/den brings it to base units) */
  int64_t num, den; /* CONST, COLUMN, PARAM: factor to base units */
  jh_unit unit;     /* numbers: kind of quantity; its num/den are always 1 */
  jh_place place;   /* the line of the pack that made it */
} jh_node;

#endif
