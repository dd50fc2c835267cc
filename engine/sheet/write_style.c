/* write_style.c - how cells look; see write.h. Knows no contents. */
#include "sheet/write_parts.h"

enum { INK = 0x000000, GREY = 0x595959, RED = 0xC00000, LINE = 0xBFBFBF };
enum { HEAD_FILL = 0xDDEBF7, GIVEN_FILL = 0xEDEDED, INPUT_FILL = 0xFFFBE6 };

typedef struct look {
  double size;
  uint32_t ink, fill; /* fill 0 = none */
  bool is_bold, is_wrapped, is_centred, is_right, has_border, is_open;
  const char *form; /* number format; NULL = as typed */
} look;

static const look looks[JH_WRITE_STYLES] = {
    [JH_WRITE_PLAIN] = {.size = 11, .is_wrapped = true},
    [JH_WRITE_TITLE] = {.size = 14, .is_bold = true},
    [JH_WRITE_NOTE] = {.size = 9, .ink = GREY, .is_wrapped = true, .is_centred = true},
    [JH_WRITE_HEADER] =
        {.size = 11,
         .fill = HEAD_FILL,
         .is_bold = true,
         .is_wrapped = true,
         .is_centred = true,
         .has_border = true},
    [JH_WRITE_NEEDED] =
        {.size = 11,
         .ink = RED,
         .fill = HEAD_FILL,
         .is_bold = true,
         .is_wrapped = true,
         .is_centred = true,
         .has_border = true},
    [JH_WRITE_CODE] = {.size = 11, .fill = GIVEN_FILL, .has_border = true, .form = "@"},
    [JH_WRITE_NUMBER] = {.size = 11, .is_right = true},
    [JH_WRITE_INPUT] = {.size = 11, .fill = INPUT_FILL, .has_border = true, .is_open = true},
    [JH_WRITE_INPUT_TEXT] =
        {.size = 11, .fill = INPUT_FILL, .has_border = true, .is_open = true, .form = "@"},
    [JH_WRITE_WARN] = {.size = 11, .ink = RED, .is_bold = true, .is_wrapped = true},
};

static void dress(lxw_format *format, const look *as) {
  format_set_font_size(format, as->size);
  if (as->ink != INK) format_set_font_color(format, as->ink);
  if (as->is_bold) format_set_bold(format);
  if (as->is_wrapped) format_set_text_wrap(format);
  if (as->is_centred) format_set_align(format, LXW_ALIGN_CENTER);
  if (as->is_right) format_set_align(format, LXW_ALIGN_RIGHT);
  format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
  if (as->fill) {
    format_set_pattern(format, LXW_PATTERN_SOLID);
    format_set_fg_color(format, as->fill);
  }
  if (as->has_border) {
    format_set_border(format, LXW_BORDER_THIN);
    format_set_border_color(format, LINE);
  }
  if (as->is_open) format_set_unlocked(format);
  if (as->form) format_set_num_format(format, as->form);
}

void jh_write_make_styles(jh_write *w) {
  for (int i = 0; i < JH_WRITE_STYLES && jh_write_is_fine(w); i++) {
    w->styles[i] = workbook_add_format(w->book);
    if (!w->styles[i]) {
      jh_write_no_memory(w);
      return;
    }
    dress(w->styles[i], &looks[i]);
  }
}
