/* help.c - see help.h. */
#include "cli/help.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "cli/output.h"
#include "cli/say.h"
#include "junheng.h"

static const char *pick(jh_lang lang, const char *zh, const char *en) {
  return lang == JH_ZH ? zh : en;
}

static int print(jh_buf *buf, jh_lang lang) {
  cli_output out;
  jh_error err;
  jh_code code = cli_output_open(&out, NULL, lang, &err);
  if (!code && !jh_buf_ok(buf)) code = jh_fail(&err, JH_ENOMEM, NULL, NULL);
  if (!code) cli_output_write(&out, buf->at, buf->size);
  code = cli_output_close(&out, code, &err);
  jh_buf_done(buf);
  return code ? cli_say_error(&err, lang) : CLI_DONE;
}

static void column(jh_buf *buf, jh_str text, size_t width) {
  size_t used = jh_utf8_width(text);
  jh_buf_add(buf, text);
  jh_buf_spaces(buf, used < width ? width - used : 0);
  jh_buf_spaces(buf, 2);
}

int cli_help_all(jh_lang lang) {
  jh_buf buf;
  jh_buf_init(&buf);
  jh_buf_text(
      &buf,
      pick(
          lang,
          "均衡：按国家和地方标准判定县域义务教育均衡发展\n\n用法：junheng 命令 [选项]\n\n命令：\n",
          "Junheng judges counties and schools by the standards of balanced compulsory "
          "education\n\n"
          "Usage: junheng COMMAND [options]\n\nCommands:\n"));
  for (const cli_command *const *at = cli_commands(); *at; at++) {
    jh_buf_spaces(&buf, 2);
    column(&buf, jh_str_of((*at)->grammar.name), 10);
    jh_buf_text(&buf, (*at)->summary[lang]);
    jh_buf_char(&buf, '\n');
  }
  jh_buf_text(
      &buf, pick(
                lang, "\n各命令的选项：junheng help 命令\n\n例：\n  ",
                "\nOptions of a command: junheng help COMMAND\n\nExample:\n  "));
  jh_buf_text(&buf, "junheng evaluate --data data/sample\n");
  jh_buf_text(
      &buf, pick(
                lang,
                "\n退出状态：0 完成；1 检查发现问题；2 用法有误；3 数据或规则包无法读取；4 "
                "达到限度；5 内部错误\n",
                "\nExit status: 0 done; 1 a check found something; 2 wrong usage; 3 data or pack "
                "could not be\n"
                "read; 4 a limit was hit; 5 internal error\n"));
  return print(&buf, lang);
}

int cli_help_version(jh_lang lang) {
  jh_buf buf;
  jh_buf_init(&buf);
  jh_buf_text(&buf, "junheng ");
  jh_buf_text(&buf, jh_version());
  jh_buf_char(&buf, '\n');
  return print(&buf, lang);
}

/* "-o, --output FILE", "--format text|json" */
static void spell(jh_buf *buf, const cli_grammar *grammar, cli_option_id id, jh_lang lang) {
  const cli_option *option = cli_options_get(id);
  jh_buf_clear(buf);
  if (option->letter) {
    jh_buf_char(buf, '-');
    jh_buf_char(buf, option->letter);
    jh_buf_text(buf, ", ");
  } else {
    jh_buf_spaces(buf, 4);
  }
  jh_buf_text(buf, option->name);
  if (option->kind == CLI_FLAG) return;
  jh_buf_char(buf, ' ');
  const char *value = option->value[lang];
  if (id == CLI_FORMAT && grammar->formats) value = grammar->formats;
  if (id == CLI_LANG) value = "zh|en";
  jh_buf_text(buf, value);
}

static void option_list(jh_buf *buf, const cli_grammar *grammar, jh_lang lang) {
  jh_buf spelled;
  size_t width = 0;
  jh_buf_init(&spelled);
  for (const cli_option_id *id = grammar->options; *id != CLI_OPTIONS; id++) {
    spell(&spelled, grammar, *id, lang);
    size_t used = jh_utf8_width(jh_buf_str(&spelled));
    if (used > width) width = used;
  }
  for (const cli_option_id *id = grammar->options; *id != CLI_OPTIONS; id++) {
    spell(&spelled, grammar, *id, lang);
    jh_buf_spaces(buf, 2);
    column(buf, jh_buf_str(&spelled), width);
    jh_buf_text(buf, cli_options_get(*id)->help[lang]);
    jh_buf_char(buf, '\n');
  }
  jh_buf_done(&spelled);
}

int cli_help_one(const cli_command *command, jh_lang lang) {
  jh_buf buf;
  jh_buf_init(&buf);
  jh_buf_text(&buf, "junheng ");
  jh_buf_text(&buf, command->grammar.name);
  jh_buf_text(&buf, pick(lang, "：", ": "));
  jh_buf_text(&buf, command->summary[lang]);
  jh_buf_text(&buf, "\n\n");
  if (command->detail[lang]) {
    jh_buf_text(&buf, command->detail[lang]);
    jh_buf_text(&buf, "\n\n");
  }
  jh_buf_text(&buf, pick(lang, "用法：junheng ", "Usage: junheng "));
  jh_buf_text(&buf, command->grammar.name);
  jh_buf_char(&buf, ' ');
  jh_buf_text(&buf, command->usage[lang]);
  jh_buf_text(&buf, pick(lang, "\n\n选项：\n", "\n\nOptions:\n"));
  option_list(&buf, &command->grammar, lang);
  jh_buf_text(&buf, pick(lang, "\n例：\n  ", "\nExample:\n  "));
  jh_buf_text(&buf, command->example);
  jh_buf_char(&buf, '\n');
  return print(&buf, lang);
}
