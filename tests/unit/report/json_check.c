/* json_check.c - see json_check.h. */
#include "json_check.h"

#include <stddef.h>
#include <string.h>

static const char *value(const char *at);

static const char *blanks(const char *at) { return at + strspn(at, " \n"); }

static const char *text(const char *at) {
  if (*at++ != '"') return NULL;
  while (*at != '"') {
    if ((unsigned char)*at < 0x20) return NULL;
    if (*at == '\\' && !strchr("\"\\/bfnrtu", *++at)) return NULL;
    at++;
  }
  return at + 1;
}

static const char *number(const char *at) {
  at += *at == '-';
  size_t whole = strspn(at, "0123456789");
  if (whole == 0 || (*at == '0' && whole > 1)) return NULL;
  at += whole;
  if (*at != '.') return at;
  size_t fraction = strspn(++at, "0123456789");
  return fraction ? at + fraction : NULL;
}

static const char *pair(const char *at) {
  at = text(at);
  return at && *at == ':' ? value(at + 1) : NULL;
}

static const char *list(const char *at, char end, const char *(*item)(const char *)) {
  at = blanks(at + 1);
  if (*at == end) return at + 1;
  while ((at = item(at)) != NULL) {
    at = blanks(at);
    if (*at == end) return at + 1;
    if (*at != ',') return NULL;
    at = blanks(at + 1);
  }
  return NULL;
}

static const char *value(const char *at) {
  static const char *const words[] = {"null", "true", "false"};
  at = blanks(at);
  if (*at == '{') return list(at, '}', pair);
  if (*at == '[') return list(at, ']', value);
  if (*at == '"') return text(at);
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    if (strncmp(at, words[i], strlen(words[i])) == 0) return at + strlen(words[i]);
  }
  return number(at);
}

bool json_check(const char *all) {
  const char *end = value(all);
  return end && *blanks(end) == '\0';
}
