/* format.c - reading number formats; see format.h. */
#include "sheet/format.h"

typedef struct scan {
  bool percent, day, time, elapsed;
  char last;   /* the letter of the date part before this one: y m d h s; 0 = none yet */
  bool open_m; /* an m stands that is a month unless s follows */
} scan;

static char lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c; }

/* Does the code go on with this word at `at`, whatever its letter case? */
static bool goes_on(jh_str code, size_t at, const char *word) {
  for (; *word; word++, at++)
    if (at >= code.size || lower(code.at[at]) != *word) return false;
  return true;
}

/* Words whose letters are no date parts. Returns the size of the one that stands here, or 0. */
static size_t word_at(jh_str code, size_t at) {
  static const char *const words[] = {"general", "g/通用格式", "am/pm", "a/p", "e+", "e-"};
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
    if (goes_on(code, at, words[i])) return jh_str_of(words[i]).size;
  return 0;
}

/* [h], [mm], [ss] count on; [Red], [$-804], [>=100], [DBNum1] are none of that. */
static bool is_elapsed(jh_str inside) {
  char c = inside.size ? lower(inside.at[0]) : 0;
  for (size_t i = 0; i < inside.size; i++)
    if (lower(inside.at[i]) != c) return false;
  return c == 'h' || c == 'm' || c == 's';
}

static void take_letter(scan *s, char c) {
  if (c == 'h' || c == 's') {
    s->time = true;
    if (c == 's') s->open_m = false; /* mm:ss */
  } else if (c == 'm') {
    if (s->last == 'm') return; /* the same run, or as good as one */
    if (s->last == 'h') return; /* h:mm */
    s->open_m = true;
  } else {
    s->day = true;
  }
  s->last = c;
}

static size_t find(jh_str code, size_t at, char c) {
  while (at < code.size && code.at[at] != c) at++;
  return at;
}

/* One step: returns where the next thing stands. */
static size_t step(scan *s, jh_str code, size_t at) {
  char c = lower(code.at[at]);
  if (c == '"') return find(code, at + 1, '"') + 1;
  if (c == '\\' || c == '_' || c == '*') return at + 2;
  if (c == '[') {
    size_t end = find(code, at, ']');
    if (is_elapsed((jh_str){code.at + at + 1, end - at - 1})) {
      s->elapsed = true;
      take_letter(s, lower(code.at[at + 1]) == 's' ? 's' : 'h');
    }
    return end + 1;
  }
  size_t word = word_at(code, at);
  if (word) return at + word;
  if (c == '%') s->percent = true;
  if (c == 'y' || c == 'm' || c == 'd' || c == 'h' || c == 's' || c == 'e' || c == 'b' || c == 'a')
    take_letter(s, c);
  return at + 1;
}

jh_format jh_format_of(jh_str code) {
  scan s = {.last = 0};
  for (size_t at = 0; at < code.size && code.at[at] != ';';) at = step(&s, code, at);
  if (s.day || s.open_m) return JH_FORMAT_DATE;
  if (s.elapsed) return JH_FORMAT_ELAPSED;
  if (s.time) return JH_FORMAT_TIME;
  return s.percent ? JH_FORMAT_PERCENT : JH_FORMAT_PLAIN;
}

jh_format jh_format_builtin(uint32_t id) {
  if (id == 9 || id == 10) return JH_FORMAT_PERCENT;
  if (id == 46) return JH_FORMAT_ELAPSED;
  if ((id >= 18 && id <= 21) || id == 45 || id == 47) return JH_FORMAT_TIME;
  /* Of East Asia: 31 is yyyy"年"m"月"d"日", 32 is h"时"mm"分". */
  if ((id >= 32 && id <= 35) || id == 55 || id == 56) return JH_FORMAT_TIME;
  if ((id >= 14 && id <= 17) || id == 22) return JH_FORMAT_DATE;
  if ((id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return JH_FORMAT_DATE;
  return JH_FORMAT_PLAIN;
}
