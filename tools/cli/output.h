/* output.h - where a result goes: standard output, or a file that appears only when it is whole. */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include "base/error.h"

typedef struct cli_output {
  int file;          /* descriptor; -1 when closed */
  char *final;       /* path of the file; NULL = written directly */
  char *part;        /* beside it, the name before it is whole */
  bool is_nameless;  /* it does not stand under that name yet */
  const char *shown; /* as the user named it */
  int failure;       /* errno of the first failed write; 0 = none */
  jh_lang lang;
} cli_output;

/* path NULL = standard output. A device or pipe is written directly. A folder is refused.
 * Errors: JH_EIS_FOLDER, JH_ENOT_WRITABLE, JH_ENOMEM. */
JH_CHECKED jh_code cli_output_open(cli_output *out, const char *path, jh_lang lang, jh_error *err);

/* Gives what is written so far the name `part`, for those who must read it. Errors: JH_ENOT_WRITABLE. */
JH_CHECKED jh_code cli_output_name(cli_output *out, jh_error *err);

/* A jh_writer; the payload is the cli_output. */
bool cli_output_write(void *payload, const char *bytes, size_t size);

/* Puts the whole file in its place if `code` is JH_OK, else removes the part. Returns `code`, or
 * the failure to write, which then fills *err. */
JH_CHECKED jh_code cli_output_close(cli_output *out, jh_code code, jh_error *err);

#endif
