/* json_check.h - is a text JSON? A reader of its own, strict and small. */
#ifndef TESTS_UNIT_REPORT_JSON_CHECK_H
#define TESTS_UNIT_REPORT_JSON_CHECK_H

#include <stdbool.h>

bool json_check(const char *text);

#endif
