/* preview.c - a file's reading for people; see preview.h. */
#include "report/preview.h"

#include <stdio.h>
#include <string.h>

#include "report/listing.h"
#include "sheet/position.h"

#define SHOWN ((size_t)28) /* bytes of a cell */
#define HEADER_SHOWN ((size_t)60)

typedef struct page {
  jh_buf *buf;
  const jh_preview_file *file;
  jh_lang lang;
} page;

static const char *say(const page *p, const char *zh, const char *en) {
  return p->lang == JH_ZH ? zh : en;
}

static void put(const page *p, const char *zh, const char *en) {
  jh_buf_text(p->buf, say(p, zh, en));
}

static void put_encoding(const page *p) {
  static const char *const how[][JH_LANGS] = {
      [JH_PREVIEW_TOLD] = {"（指定的）", " (as told)"},
      [JH_PREVIEW_MARKED] = {"（文件开头有标记）", " (marked at its beginning)"},
      [JH_PREVIEW_VALID] = {"（全文有效）", " (all of it is valid)"},
      [JH_PREVIEW_GUESSED] = {"（不是 UTF-8，全文可按此读取）", " (not UTF-8, and all of it fits)"},
      [JH_PREVIEW_ACCIDENT] =
          {"（也可当作 UTF-8，但只有这样才是汉字；如不对，请用 --encoding 指明）",
           " (UTF-8, too, by accident: only so is it Chinese; give --encoding if that is wrong)"},
  };
  const jh_preview_file *file = p->file;
  if (file->is_workbook) {
    put(p, "  工作簿\n", "  workbook\n");
    return;
  }
  if (!file->encoding) return;
  put(p, "  文本，编码 ", "  text, encoding ");
  jh_buf_text(p->buf, file->encoding);
  jh_buf_text(p->buf, how[file->encoding_how][p->lang]);
  put(p, "，分隔符 ", ", delimiter ");
  jh_buf_text(p->buf, file->delimiter);
  jh_buf_char(p->buf, '\n');
}

static void put_table(const page *p) {
  const jh_preview_file *file = p->file;
  if (!file->table) {
    put(p, "  与数据字典中的表都不相符\n", "  fits no table of the dictionary\n");
    return;
  }
  put(p, "  数据表：", "  table: ");
  const char *name = jh_text_in(file->table->name, p->lang);
  jh_buf_print(p->buf, "%s (%s)", name, file->table->id);
  if (!file->is_read) {
    put(p, "，表头相符；但文件名不是该表的，也没有 source，不会读取",
        ", by its header; but it will not be read: neither its name nor a source says so");
    if (file->is_template) {
      put(p, "；这是本程序的填报模板：直接用 import 导入",
          "; it is a template of this program: import it as it is");
    } else {
      put(p, "；可用 import --guess 读取", "; import --guess reads it");
    }
  }
  jh_buf_char(p->buf, '\n');
}

static void put_header(const page *p) {
  const jh_preview_file *file = p->file;
  if (file->header_lines == 0) {
    put(p, "  没有内容\n", "  holds nothing\n");
    return;
  }
  jh_buf_print(
      p->buf, say(p, "  表头：第 %u 行起 %u 行", "  header: from line %u, lines: %u"),
      file->header_line, file->header_lines);
  if (file->title_lines > 0) {
    jh_buf_print(p->buf, say(p, "；上方 %u 行标题", "; title lines above: %u"), file->title_lines);
  }
  if (file->title && file->title[0]) {
    char title[100];
    jh_buf_print(
        p->buf, say(p, "：%s", ": %s"), jh_arg_text(title, sizeof title, jh_str_of(file->title)));
  }
  jh_buf_print(p->buf, say(p, "；数据 %zu 行", "; rows: %zu"), file->row_count);
  if (file->unit) jh_buf_print(p->buf, say(p, "；单位行：%s", "; unit line: %s"), file->unit);
  jh_buf_char(p->buf, '\n');
}

/* The beginning and the end of a header: those of one group differ at the end. */
static const char *shorten(char *out, size_t size, const char *header) {
  size_t bytes = strlen(header), half = (HEADER_SHOWN - 3) / 2;
  if (bytes < HEADER_SHOWN) return jh_arg_text(out, size, jh_str_of(header));
  size_t from = bytes - half;
  jh_str_copy(out, half + 1, jh_str_of(header));
  while (((unsigned char)header[from] & 0xC0) == 0x80) from++;
  size_t used = strlen(out);
  jh_str_copy(out + used, size - used, jh_str_of("…"));
  used = strlen(out);
  jh_str_copy(out + used, size - used, jh_str_of(header + from));
  return out;
}

/* What a field means, or what it may have meant. */
static void add_meaning(const page *p, jh_listing *list, const jh_preview_field *field) {
  jh_buf *text = &list->text;
  if (field->column) {
    jh_buf_text(text, field->column->id);
    if (p->lang == JH_ZH) jh_buf_print(text, " %s", jh_text_in(field->column->name, JH_ZH));
    if (field->is_silent) {
      jh_buf_text(text, say(p, "？没有写明单位，不读取", "? no unit is said: not read"));
    }
  } else if (field->is_twice) {
    jh_buf_text(text, say(p, "（重复）", "(stands twice)"));
  } else if (field->near) {
    jh_buf_print(text, say(p, "—（是否 %s？）", "- (%s?)"), field->near);
  } else {
    jh_buf_text(text, field->header[0] ? "—" : "");
  }
  jh_listing_next(list);
}

static void add_field(const page *p, jh_listing *list, size_t at) {
  const jh_preview_file *file = p->file;
  const jh_preview_field *field = &file->fields[at];
  char position[JH_POSITION_TEXT], number[24], shown[SHOWN + 4], header[HEADER_SHOWN + 4];
  jh_arg_int(number, (int64_t)at + 1);
  jh_listing_add(list, file->is_workbook ? jh_position_text(position, (uint32_t)at, 0) : number);
  jh_listing_add(list, shorten(header, sizeof header, field->header));
  add_meaning(p, list, field);
  jh_listing_add(list, field->unit);
  for (size_t i = 0; i < file->record_count; i++) {
    const jh_preview_record *record = &file->records[i];
    jh_str cell = at < record->count ? record->cells[at] : (jh_str){0};
    jh_listing_add(list, jh_arg_text(shown, sizeof shown, cell));
  }
}

static void put_fields(const page *p) {
  const jh_preview_file *file = p->file;
  char titles[JH_PREVIEW_RECORDS][32];
  jh_listing_column columns[4 + JH_PREVIEW_RECORDS] = {
      {.title = say(p, "位置", "place")},
      {.title = say(p, "表头", "header")},
      {.title = say(p, "列", "column")},
      {.title = say(p, "单位", "unit")}};
  for (size_t i = 0; i < file->record_count; i++) {
    const char *form = say(p, "第 %u 行", "line %u");
    (void)snprintf(titles[i], sizeof titles[i], form, file->records[i].line);
    columns[4 + i].title = titles[i];
  }
  jh_listing list;
  jh_listing_init(&list, columns, 4 + file->record_count);
  for (size_t i = 0; i < file->field_count; i++) add_field(p, &list, i);
  jh_listing_text(p->buf, &list, p->lang);
  jh_listing_done(&list);
}

static void put_problem(const page *p) {
  char text[1024];
  jh_error_print(p->file->problem, p->lang, text, sizeof text);
  jh_buf_text(p->buf, "  ");
  jh_buf_text(p->buf, text);
  jh_buf_char(p->buf, '\n');
}

void jh_preview_text(jh_buf *buf, const jh_preview_file *file, jh_lang lang) {
  page p = {buf, file, lang};
  jh_buf_text(buf, file->path);
  if (file->sheet) jh_buf_print(buf, " %s", file->sheet);
  if (file->is_sheet_hidden) put(&p, "（隐藏的工作表）", " (a hidden sheet)");
  jh_buf_char(buf, '\n');
  put_encoding(&p);
  if (file->problem) put_problem(&p);
  if (file->problem && file->field_count == 0) return;
  put_header(&p);
  if (file->header_lines == 0) return;
  put_table(&p);
  put_fields(&p);
}
