/* pages.h - results of several files, put into a folder. */
#ifndef CLI_PAGES_H
#define CLI_PAGES_H

#include "cli/work.h"

typedef struct cli_pages {
  cli_work *work;
  const char *folder; /* made as it is needed; files that are there already are written anew */
  const char *single; /* where a page without a path goes */
  size_t count;
  jh_code code; /* why a page was not taken; work->err says it */
} cli_pages;

/* A jh_page_writer; the payload is the cli_pages. */
bool cli_pages_put(void *payload, const char *path, const char *bytes, size_t size);

#endif
