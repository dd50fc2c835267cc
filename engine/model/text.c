#include "model/text.h"

#include <stddef.h>

const char *jh_text_in(jh_text text, jh_lang lang) {
  if (text.in[lang]) return text.in[lang];
  const char *other = text.in[lang == JH_ZH ? JH_EN : JH_ZH];
  return other ? other : "";
}
