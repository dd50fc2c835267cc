/* code.c - the table of codes, made from codes.def; see code.h. */
#include "base/code.h"

#include <stddef.h>

typedef struct entry {
  jh_code code;
  const char *name;
  const char *text[JH_LANGS];
} entry;

static const entry entries[] = {
#define JH_CODE(number, name, en, zh) {JH_E##name, #name, {[JH_ZH] = (zh), [JH_EN] = (en)}},
#include "base/codes.def"
#undef JH_CODE
};

#define ENTRIES (sizeof entries / sizeof entries[0])

/* The index of a code; ENTRIES if it is none. */
static size_t index_of(jh_code code) {
  size_t i = 0;
  while (i < ENTRIES && entries[i].code != code) {
    i++;
  }
  return i;
}

const char *jh_code_template(jh_code code, jh_lang lang) {
  size_t i = index_of(code);
  return i < ENTRIES ? entries[i].text[lang] : "";
}

const char *jh_code_name(jh_code code) {
  if (code == JH_OK) {
    return "OK";
  }
  size_t i = index_of(code);
  return i < ENTRIES ? entries[i].name : "";
}

jh_code jh_code_next(jh_code code) {
  size_t i = code == JH_OK ? 0 : index_of(code) + 1;
  return i < ENTRIES ? entries[i].code : JH_OK;
}
