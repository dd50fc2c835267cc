/* guess_write.h - the text of a proposed mapping, line by line; private to guess*.c. */
#ifndef JH_INTAKE_GUESS_WRITE_H
#define JH_INTAKE_GUESS_WRITE_H

#include "intake/guess_parts.h"
#include "intake/guess_say.h"

typedef struct jh_guess_writer {
  const jh_guess *guess;
  jh_lang lang;
  jh_buf *out;
  bool is_comment; /* all that is written now is a comment */
} jh_guess_writer;

/* A text as Lua writes it, in quotation marks. */
void jh_guess_write_quoted(jh_buf *out, const char *text);

/* Begins a line, indented. */
void jh_guess_write_begin(jh_guess_writer *w, size_t indent);

/* A remark: "  -- …". Line ends inside become blanks, so that nothing of a file is ever run. */
void jh_guess_write_remark(jh_guess_writer *w, jh_guess_saying what, const char *a, const char *b);

/* A list in comments, folded into lines: begin with the words, add items, end. */
typedef struct jh_guess_list {
  size_t width, count;
} jh_guess_list;
void jh_guess_write_list(
    jh_guess_writer *w, jh_guess_list *list, size_t indent, jh_guess_saying what, const char *a,
    const char *b);
void jh_guess_write_item(jh_guess_writer *w, jh_guess_list *list, size_t indent, const char *text);

/* One `from`. guess_write_from.c */
void jh_guess_write_from(jh_guess_writer *w, const jh_guess_source *source);

/* Its lines. guess_write_lines.c */
void jh_guess_write_lines(jh_guess_writer *w, const jh_guess_source *source);

#endif
