/* options.c - parsing by options.def; see options.h. */
#include "cli/options.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/date.h"
#include "base/suggest.h"

#define MOST_JOBS 64

static const cli_option options[CLI_OPTIONS] = {
#define CLI_OPTION(id, name, letter, kind, value_en, value_zh, en, zh)                             \
  {name, letter, kind, {[JH_ZH] = value_zh, [JH_EN] = value_en}, {[JH_ZH] = zh, [JH_EN] = en}},
#include "cli/options.def"
#undef CLI_OPTION
};

const cli_option *cli_options_get(cli_option_id id) { return &options[id]; }

/* One walk over the words. */
typedef struct parser {
  cli_args *out;
  const cli_grammar *grammar;
  int argc, at;
  char **argv;
  jh_error *err;
} parser;

static jh_code unknown(const parser *p, jh_str name) {
  char shown[96], best[64];
  jh_suggest near = jh_suggest_begin(name);
  for (const cli_option_id *id = p->grammar->options; *id != CLI_OPTIONS; id++) {
    jh_suggest_offer(&near, jh_str_of(options[*id].name));
  }
  jh_arg_text(shown, sizeof shown, name);
  jh_arg_text(best, sizeof best, near.best);
  return jh_fail(p->err, JH_EUNKNOWN_OPTION, NULL, shown, best, NULL);
}

bool cli_options_is_choice(const char *choices, jh_str word) {
  while (choices && *choices) {
    size_t size = strcspn(choices, "|");
    if (jh_str_equal(word, (jh_str){choices, size})) return true;
    choices += size + (choices[size] == '|');
  }
  return false;
}

/* Digits only, 1 to MOST_JOBS; 0 otherwise. */
static int small_number(const char *text) {
  int value = 0;
  for (const char *at = text; *at; at++) {
    if (*at < '0' || *at > '9') return 0;
    value = value * 10 + (*at - '0');
    if (value > MOST_JOBS) return 0;
  }
  return value;
}

/* "memory=256,steps=1000000": each once, in any order; false if it is not that. */
static bool read_pack_limits(const char *text, cli_pack_limits *out) {
  static const struct {
    const char *name;
    uint64_t most;
  } known[] = {{"memory=", 65536}, {"steps=", 1000000000000}, {"seconds=", 86400}};
  uint64_t values[3] = {0};
  for (;;) {
    size_t k = 0;
    while (k < 3 && strncmp(text, known[k].name, strlen(known[k].name)) != 0) k++;
    if (k == 3 || values[k]) return false;
    text += strlen(known[k].name);
    for (; *text >= '0' && *text <= '9'; text++) {
      values[k] = values[k] * 10 + (uint64_t)(*text - '0');
      if (values[k] > known[k].most) return false;
    }
    if (!values[k]) return false;
    if (*text != ',') break;
    text++;
  }
  *out = (cli_pack_limits){(uint32_t)values[0], values[1], (int)values[2]};
  return *text == '\0';
}

cli_pack_limits cli_options_pack_limits(const cli_args *args) {
  cli_pack_limits limits = {0};
  const char *text = args->value[CLI_PACK_LIMITS];
  if (text && !read_pack_limits(text, &limits)) return (cli_pack_limits){0};
  return limits;
}

static jh_code check(const parser *p, cli_option_id id, const char *value) {
  const cli_option *option = &options[id];
  const char *wanted = NULL;
  jh_date date;
  if (option->kind == CLI_DATE && !jh_date_read(&date, jh_str_of(value))) wanted = "YYYY-MM-DD";
  if (option->kind == CLI_NUMBER && !small_number(value)) wanted = "1–64";
  cli_pack_limits limits;
  if (option->kind == CLI_LIMITS && !read_pack_limits(value, &limits)) {
    wanted = "memory=MIB,steps=N,seconds=N";
  }
  if (option->kind == CLI_CHOICE) {
    const char *choices = id == CLI_LANG    ? "zh|en"
                          : id == CLI_AS    ? "reform|overlay"
                          : id == CLI_DEPTH ? "sentence|lines|full"
                                            : p->grammar->formats;
    if (!cli_options_is_choice(choices, jh_str_of(value))) wanted = choices;
  }
  bool is_text = option->kind == CLI_TEXT || option->kind == CLI_LIST;
  if (is_text && !value[0]) wanted = option->value[p->out->lang];
  if (!wanted) return JH_OK;
  char shown[96];
  jh_arg_text(shown, sizeof shown, jh_str_of(value));
  return jh_fail(p->err, JH_EBAD_VALUE, NULL, shown, option->name, wanted, NULL);
}

/* Keeps a value behind those that were given before. */
static jh_code keep(parser *p, cli_option_id id, const char *value) {
  cli_args *out = p->out;
  if (!out->list[id]) out->list[id] = jh_alloc_get((size_t)p->argc * sizeof *out->list[id]);
  if (!out->list[id]) return jh_fail(p->err, JH_ENOMEM, NULL, NULL);
  out->list[id][out->list_count[id]++] = value;
  out->value[id] = value;
  return check(p, id, value);
}

/* May it be given several times? */
static bool is_repeated(const parser *p, cli_option_id id) {
  if (options[id].kind == CLI_LIST) return true;
  const cli_option_id *at = p->grammar->repeated;
  while (at && *at != CLI_OPTIONS && *at != id) at++;
  return at && *at == id;
}

/* Takes an option whose value may follow it directly (`joined`, NULL if not). */
static jh_code take(parser *p, cli_option_id id, const char *joined) {
  const cli_option *option = &options[id];
  const char *value = joined;
  if (option->kind == CLI_FLAG) {
    if (joined) return jh_fail(p->err, JH_ETAKES_NO_VALUE, NULL, option->name, NULL);
    p->out->value[id] = "";
    return JH_OK;
  }
  if (!value) {
    if (p->at == p->argc) {
      return jh_fail(p->err, JH_ENO_VALUE, NULL, option->name, option->value[p->out->lang], NULL);
    }
    value = p->argv[p->at++];
  }
  if (is_repeated(p, id)) return keep(p, id, value);
  if (p->out->value[id]) return jh_fail(p->err, JH_EOPTION_TWICE, NULL, option->name, NULL);
  p->out->value[id] = value;
  return check(p, id, value);
}

/* The command's option with this name, or with this letter; CLI_OPTIONS if it has none. */
static cli_option_id find(const parser *p, jh_str name, char letter) {
  for (const cli_option_id *id = p->grammar->options; *id != CLI_OPTIONS; id++) {
    const cli_option *option = &options[*id];
    if (letter ? option->letter == letter : jh_str_equal(name, jh_str_of(option->name))) return *id;
  }
  return CLI_OPTIONS;
}

static jh_code option_word(parser *p, const char *word) {
  if (word[1] != '-') {
    cli_option_id id = find(p, (jh_str){NULL, 0}, word[1]);
    if (id == CLI_OPTIONS) return unknown(p, jh_str_of(word));
    return take(p, id, word[2] ? word + 2 : NULL);
  }
  size_t size = strcspn(word, "=");
  cli_option_id id = find(p, (jh_str){word, size}, 0);
  if (id == CLI_OPTIONS) return unknown(p, (jh_str){word, size});
  return take(p, id, word[size] == '=' ? word + size + 1 : NULL);
}

static void see(const parser *p, char out[64]) {
  (void)snprintf(out, 64, "junheng %s --help", p->grammar->name);
}

static jh_code operand(parser *p, const char *word) {
  char where[64], shown[96];
  see(p, where);
  if (p->out->operand_count >= p->grammar->most) {
    jh_arg_text(shown, sizeof shown, jh_str_of(word));
    return jh_fail(p->err, JH_EEXTRA_OPERAND, NULL, shown, where, NULL);
  }
  p->out->operands[p->out->operand_count++] = word;
  return JH_OK;
}

jh_code cli_options_parse(
    cli_args *out, const cli_grammar *grammar, int argc, char **argv, jh_lang lang, jh_error *err) {
  parser p = {out, grammar, argc, 0, argv, err};
  *out = (cli_args){.lang = lang};
  out->operands = jh_alloc_get(((size_t)argc + 1) * sizeof *out->operands);
  if (!out->operands) return jh_fail(err, JH_ENOMEM, NULL, NULL);
  bool has_ended = false;
  while (p.at < argc) {
    const char *word = argv[p.at++];
    bool is_option = !has_ended && word[0] == '-' && word[1];
    if (is_option && strcmp(word, "--") == 0) {
      has_ended = true;
      continue;
    }
    jh_code code = is_option ? option_word(&p, word) : operand(&p, word);
    if (code) return code;
  }
  if (out->operand_count < grammar->least && !out->value[CLI_HELP]) {
    char where[64];
    see(&p, where);
    return jh_fail(err, JH_ENO_OPERAND, NULL, grammar->operand[lang], where, NULL);
  }
  return JH_OK;
}

void cli_options_done(cli_args *args) {
  for (int id = 0; id < CLI_OPTIONS; id++) jh_alloc_free(args->list[id]);
  jh_alloc_free(args->operands);
  *args = (cli_args){.lang = args->lang};
}

int cli_options_number(const cli_args *args, cli_option_id id) {
  return args->value[id] ? small_number(args->value[id]) : 0;
}

static bool read_lang(const char *word, jh_lang *out) {
  if (strcmp(word, "zh") != 0 && strcmp(word, "en") != 0) return false;
  *out = word[0] == 'z' ? JH_ZH : JH_EN;
  return true;
}

static jh_lang lang_of_locale(void) {
  static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    const char *value = getenv(names[i]);
    if (value && value[0]) return strncmp(value, "zh", 2) == 0 ? JH_ZH : JH_EN;
  }
  return JH_EN;
}

jh_lang cli_options_lang(int argc, char **argv) {
  jh_lang lang;
  for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
    if (strncmp(argv[i], "--lang=", 7) == 0 && read_lang(argv[i] + 7, &lang)) return lang;
    if (strcmp(argv[i], "--lang") == 0 && i + 1 < argc && read_lang(argv[i + 1], &lang)) {
      return lang;
    }
  }
  return lang_of_locale();
}
