/* book_parts.h - what a book is made of, for the files of this folder that read its sheets. */
#ifndef JH_SHEET_BOOK_PARTS_H
#define JH_SHEET_BOOK_PARTS_H

#include "base/arena.h"
#include "sheet/archive.h"
#include "sheet/relations.h"
#include "sheet/strings.h"
#include "sheet/styles.h"

typedef struct jh_book_sheet {
  const char *name;
  const char *part;
  bool is_hidden;
} jh_book_sheet;

typedef struct jh_book {
  jh_arena *arena;
  jh_archive *archive;
  jh_relations relations; /* of the part workbook */
  jh_book_sheet *sheets;
  size_t count, room;
  jh_strings strings;
  jh_styles styles;
  bool has_shared;  /* strings and styles were read */
  bool has_strings; /* the workbook has a part for them */
  bool is_1904;     /* days count from 1904 */
  bool
      lacks_computed; /* written by a program that does not compute: values of formulas are stand-ins */
} jh_book;

/* Reads strings and styles, once. */
JH_CHECKED jh_code jh_book_read_shared(jh_book *book, jh_error *err);

#endif
