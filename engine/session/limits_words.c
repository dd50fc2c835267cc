/* limits_words.c - headings and labels of a sheet of limits, and which of them a text means. */
#include "base/suggest.h"
#include "base/utf8.h"
#include "session/limits.h"

static const char *const titles[JH_LIMITS_COLUMNS][JH_LANGS] = {
    [JH_LIMITS_PATH] = {"参数", "Parameter"},
    [JH_LIMITS_NAME] = {"名称", "Name"},
    [JH_LIMITS_STAGE] = {"学段", "Stage"},
    [JH_LIMITS_VALUE] = {"现值", "Value"},
    [JH_LIMITS_UNIT] = {"单位", "Unit"},
    [JH_LIMITS_SINCE] = {"施行之日", "In force from"},
    [JH_LIMITS_UNTIL] = {"失效之日", "Until"},
    [JH_LIMITS_CLAUSE] = {"条款", "Clause"},
    [JH_LIMITS_DOCUMENT] = {"文号", "Document"},
    [JH_LIMITS_NOW] = {"新值", "New value"},
    [JH_LIMITS_NOW_CLAUSE] = {"新条款", "New clause"},
    [JH_LIMITS_NOW_SINCE] = {"新值起始日", "New from"},
    [JH_LIMITS_REASON] = {"修改理由", "Reason"},
};

static const char *const labels[JH_LIMITS_FACTS][JH_LANGS] = {
    [JH_LIMITS_F_ID] = {"修改编号", "Id of the change"},
    [JH_LIMITS_F_SINCE] = {"起始日", "First day"},
    [JH_LIMITS_F_REASON] = {"总的理由", "Reason for all"},
    [JH_LIMITS_F_NAME] = {"修改名称", "Name of the change"},
    [JH_LIMITS_F_NUMBER] = {"新文件文号", "Document number"},
    [JH_LIMITS_F_TITLE] = {"新文件标题", "Document title"},
    [JH_LIMITS_F_MAY_RELAX] = {"可以放宽", "May relax"},
};

static const char *const helps[JH_LIMITS_FACTS][JH_LANGS] = {
    [JH_LIMITS_F_ID] =
        {"小写英文，如 classes_of_forty；空白则取文件名",
         "lower case, as classes_of_forty; blank: the name of the file"},
    [JH_LIMITS_F_SINCE] =
        {"从哪一天起算，如 2026-09-01", "from which day it counts, as 2026-09-01"},
    [JH_LIMITS_F_REASON] = {"试算方案（reform）用", "of a reform"},
    [JH_LIMITS_F_NAME] =
        {"叠加包（overlay）用；试算方案可空白", "of an overlay; may be blank for a reform"},
    [JH_LIMITS_F_NUMBER] = {"叠加包必填，如 样教〔2025〕8号", "needed for an overlay"},
    [JH_LIMITS_F_TITLE] = {"叠加包必填", "needed for an overlay"},
    [JH_LIMITS_F_MAY_RELAX] =
        {"叠加包：是 或 否；空白为否，只可收紧",
         "of an overlay: yes or no; blank is no, it may only tighten"},
};

const char *jh_limits_title(jh_limits_column column, jh_lang lang) { return titles[column][lang]; }

const char *jh_limits_label(jh_limits_fact fact, jh_lang lang) { return labels[fact][lang]; }

const char *jh_limits_fact_help(jh_limits_fact fact, jh_lang lang) { return helps[fact][lang]; }

/* The next character that counts: not a blank, plain where it is full-width, in lower case; 0 at the end. */
static uint32_t next(jh_str *text) {
  while (text->size) {
    uint32_t one = 0;
    size_t bytes = jh_utf8_next(*text, &one);
    if (bytes == 0) one = (unsigned char)*text->at, bytes = 1;
    text->at += bytes, text->size -= bytes;
    if (one >= 0xFF01 && one <= 0xFF5E) one -= 0xFEE0;
    if (one >= 'A' && one <= 'Z') one += 'a' - 'A';
    if (one > ' ' && one != 0xA0 && one != 0x3000) return one;
  }
  return 0;
}

bool jh_limits_alike(jh_str a, jh_str b) {
  for (;;) {
    uint32_t one = next(&a), other = next(&b);
    if (one != other) return false;
    if (one == 0) return true;
  }
}

/* The first of the words that is alike; `count` if none is. */
static size_t find(jh_str text, const char *const (*words)[JH_LANGS], size_t count, jh_str *near) {
  jh_suggest best = jh_suggest_begin(text);
  for (size_t i = 0; i < count; i++) {
    for (int lang = 0; lang < JH_LANGS; lang++) {
      jh_str word = jh_str_of(words[i][lang]);
      if (jh_limits_alike(text, word)) return i;
      jh_suggest_offer(&best, word);
    }
  }
  if (near) *near = best.best;
  return count;
}

jh_limits_column jh_limits_find_column(jh_str text, jh_str *near) {
  return (jh_limits_column)find(text, titles, JH_LIMITS_COLUMNS, near);
}

jh_limits_fact jh_limits_find_fact(jh_str text) {
  return (jh_limits_fact)find(text, labels, JH_LIMITS_FACTS, NULL);
}
