/* plain.h - cells as people write them, made plain by the rules of their column.
 *
 * Private to the layer. The rules stand in value.h. Each sign that is not plain is either allowed by
 * the column, and taken away, or refused; nothing else is touched, so what remains is judged by
 * cell.c as any other text.
 */
#ifndef JH_TABLE_PLAIN_H
#define JH_TABLE_PLAIN_H

#include "model/schema.h"

#define JH_PLAIN_TEXT 96

typedef struct jh_plain {
  char text[JH_PLAIN_TEXT]; /* made plain; also of a refused cell: what it would be read as */
  const char *field;        /* JH_EDECORATED: the field of the dictionary that would allow it */
} jh_plain;

/* The text of a cell for a number, blanks around it trimmed. JH_OK: go on with out->text; it may
 * still be no number. Else JH_EDECORATED, JH_ESUFFIX_UNIT, JH_EMISSING_SIGN, JH_ENUMBER_COMMA,
 * JH_ENUMBER_LARGE, JH_ENOT_NUMBER. */
jh_code jh_plain_number(jh_plain *out, const jh_column_def *def, jh_str text);

/* The same for a code: JH_EDECORATED or JH_ECODE_FORM. */
jh_code jh_plain_code(jh_plain *out, const jh_column_def *def, jh_str text);

/* May a cell of this kind (jh_grid_kind) of a workbook stand in the column? JH_ECELL_ERROR,
 * JH_EUNCOMPUTED, JH_ECELL_DATE, JH_ECODE_DIGITS, JH_ECODE_FORM. */
jh_code jh_plain_kind(const jh_column_def *def, int kind, jh_str text);

/* A sum of rows? See jh_value_is_sum. */
bool jh_plain_is_sum(jh_str text);

#endif
