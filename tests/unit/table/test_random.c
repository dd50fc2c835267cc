/* Properties: the same table gives the same dataset however it is written, and damaged bytes never
 * do worse than an error with a place. The seed is printed; JH_SEED sets another. */
#include "support/test.h"

#include "base/buf.h"
#include "world.h"

static uint64_t dice;

static uint32_t below(uint32_t limit) {
  dice = dice * 6364136223846793005u + 1442695040888963407u;
  return (uint32_t)((dice >> 33) % limit);
}

static void seed(uint64_t base) {
  const char *given = getenv("JH_SEED");
  dice = given ? strtoull(given, NULL, 10) : base;
  print_message("seed %llu\n", (unsigned long long)dice);
}

#define SCHOOL_COUNT 40
#define CELLS 7

static const char *const headers[CELLS][3] = {
    {"school_code", "学校代码", "SCHOOL_CODE"},
    {"school_name", "学校名称", " 学校 名称 "},
    {"county_code", "县级行政区划代码", "county_code"},
    {"students", "在校生数", "在校学生数(人)"},
    {"area", "面积", "Area"},
    {"is_boarding", "寄宿制", "is_boarding"},
    {"school_type", "学校类型", "school_type"}};

typedef struct table {
  char cells[SCHOOL_COUNT][CELLS][64];
  size_t count;
} table;

static void make_table(table *t) {
  static const char *const names[] = {
      "第一小学", "重庆路, 初中", "\"实验\"学校", "两行\n校名", "a b", "", "阿卜杜·学校"};
  static const char *const types[] = {"小学", "初级中学", "nine_year_school", ""};
  static const char *const flags[] = {"是", "否", "TRUE", "0", ""};
  t->count = below(SCHOOL_COUNT) + 1;
  for (size_t i = 0; i < t->count; i++) {
    char(*c)[64] = t->cells[i];
    (void)snprintf(c[0], 64, "S%u-%zu", below(90), i);
    strcpy(c[1], names[below(COUNT(names))]);
    (void)snprintf(c[2], 64, "1101%02u", 1 + below(2));
    c[3][0] = c[4][0] = '\0';
    if (below(5)) (void)snprintf(c[3], 64, "%u", below(20001));
    if (below(5)) (void)snprintf(c[4], 64, "%u.%02u", below(100000), below(100));
    strcpy(c[5], flags[below(COUNT(flags))]);
    strcpy(c[6], types[below(COUNT(types))]);
  }
}

static void shuffle(uint32_t *order, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) order[i] = i;
  for (uint32_t i = count; i > 1; i--) {
    uint32_t k = below(i), kept = order[i - 1];
    order[i - 1] = order[k];
    order[k] = kept;
  }
}

static void write_cell(jh_buf *out, const char *text, char delimiter) {
  bool quoted = strpbrk(text, "\"\n\r") || strchr(text, delimiter) || below(4) == 0;
  if (!quoted) {
    jh_buf_text(out, text);
    return;
  }
  jh_buf_char(out, '"');
  for (; *text; text++) {
    if (*text == '"') jh_buf_char(out, '"');
    jh_buf_char(out, *text);
  }
  jh_buf_char(out, '"');
}

static uint32_t break_count = 3; /* how many kinds of line ends are used */

/* The table as text, rows and columns in a random order. */
static void write_table(jh_buf *out, const table *t, char delimiter) {
  static const char *const breaks[] = {"\n", "\r\n", "\r"};
  uint32_t rows[SCHOOL_COUNT], columns[CELLS];
  shuffle(rows, (uint32_t)t->count);
  shuffle(columns, CELLS);
  for (uint32_t k = 0; k < CELLS; k++) {
    if (k > 0) jh_buf_char(out, delimiter);
    write_cell(out, headers[columns[k]][below(3)], delimiter);
  }
  for (size_t i = 0; i < t->count; i++) {
    const char *line_end = breaks[below(break_count)];
    jh_buf_text(out, line_end);
    if (below(8) == 0) jh_buf_text(out, "\n");
    for (uint32_t k = 0; k < CELLS; k++) {
      if (k > 0) jh_buf_char(out, delimiter);
      write_cell(out, t->cells[rows[i]][columns[k]], delimiter);
    }
  }
  if (below(2)) jh_buf_text(out, "\n");
}

/* All values of the dataset, as text. */
static void show(jh_buf *out, const jh_dataset *data) {
  const jh_rows *rows = &data->levels[SCHOOLS];
  for (size_t i = 0; i < rows->count; i++) {
    jh_buf_print(out, "%u ", rows->parent[i]);
    for (size_t k = 0; k < CELLS; k++) {
      const jh_column *c = rows->columns[k];
      if (!jh_column_known(c, i)) {
        jh_buf_text(out, "?");
      } else if (c->texts) {
        jh_buf_add(out, c->texts[i]);
      } else if (jh_column_is_number(c)) {
        jh_buf_int(out, jh_column_number(c, i));
      } else {
        jh_buf_int(out, c->marks[i]);
      }
      jh_buf_char(out, '|');
    }
    jh_buf_char(out, '\n');
  }
  for (size_t i = 0; i <= data->levels[COUNTIES].count; i++) {
    jh_buf_print(out, "%u ", data->firsts[SCHOOLS * data->plan->level_count + COUNTIES][i]);
  }
}

static const struct {
  const char *name, *mark;
  size_t mark_size;
} encodings[] = {
    {"UTF-8", "", 0},
    {"UTF-8", "\xEF\xBB\xBF", 3},
    {"GB18030", "", 0},
    {"UTF-16LE", "\xFF\xFE", 2},
    {"UTF-16BE", "\xFE\xFF", 2}};

TEST(a_table_gives_the_same_dataset_however_it_is_written) {
  world w;
  world_open(&w);
  seed(20240901);
  for (int round = 0; round < 80; round++) {
    table t;
    make_table(&t);
    jh_buf first, again, text;
    jh_buf_init(&first);
    for (int k = 0; k < 4; k++) {
      bool is_tab = below(2);
      size_t e = below(COUNT(encodings));
      jh_buf_init(&text);
      jh_buf_init(&again);
      write_table(&text, &t, is_tab ? '\t' : ',');
      w.plan->source_count = 0;
      jh_source *source = plan_add_source(w.plan, SCHOOLS, "s.csv");
      source->delimiter = is_tab ? '\t' : ',';
      source->encoding = e == 2 ? "GB18030" : NULL;
      world_write_as(
          &w, "s.csv", encodings[e].name, encodings[e].mark, encodings[e].mark_size, text.at);
      if (world_load(&w) != JH_OK) {
        char why[1024];
        jh_error_print(jh_diag_get(w.diag, 0), JH_EN, why, sizeof why);
        fail_msg("%s\n%s", why, text.at);
      }
      show(&again, w.data);
      if (k == 0) {
        jh_buf_add(&first, jh_buf_str(&again));
      } else {
        assert_string_equal(first.at, again.at);
      }
      jh_buf_done(&text);
      jh_buf_done(&again);
    }
    jh_buf_done(&first);
  }
  world_close(&w);
}

TEST(damaged_bytes_give_an_error_or_a_dataset_never_a_crash) {
  static const char nasty[] = "\"\",\n\r\0\xFF\x80\xE5 \t-9E+.\xD1\xA7";
  world w;
  world_open(&w);
  seed(7);
  w.plan->source_count = 0;
  (void)plan_add_source(w.plan, SCHOOLS, "s.csv");
  size_t refused = 0;
  for (int round = 0; round < 600; round++) {
    table t;
    jh_buf text;
    make_table(&t);
    jh_buf_init(&text);
    write_table(&text, &t, ',');
    for (uint32_t k = 1 + below(6); k > 0; k--) {
      uint32_t at = below((uint32_t)text.size);
      switch (below(3)) {
      case 0: text.at[at] = nasty[below(sizeof nasty - 1)]; break;
      case 1: text.at[at] = (char)below(256); break;
      default:
        text.size = at + 1 < text.size ? at + 1 + below((uint32_t)text.size - at - 1) : text.size;
      }
    }
    world_write_bytes(&w, "s.csv", text.at, text.size);
    jh_code code = world_load(&w);
    assert_true(code == JH_OK || code == JH_EDATA_REJECTED);
    refused += code != JH_OK;
    for (size_t i = 0; i < jh_diag_kept(w.diag); i++) {
      const jh_error *found = jh_diag_get(w.diag, i);
      if (found->severity == JH_ERROR) assert_true(found->at.file[0] != '\0');
    }
    jh_buf_done(&text);
  }
  assert_true(refused > 50);
  world_close(&w);
}

/* Everything that a load has given: rows with their places, and findings. */
static void show_all(jh_buf *out, const world *w) {
  jh_buf_print(out, "%d\n", (int)w->err.code);
  for (size_t i = 0; i < jh_diag_kept(w->diag); i++) {
    char text[1024];
    jh_error_print(jh_diag_get(w->diag, i), JH_EN, text, sizeof text);
    jh_buf_print(out, "%s\n", text);
  }
  if (!w->data) return;
  const jh_rows *rows = &w->data->levels[SCHOOLS];
  show(out, w->data);
  for (size_t i = 0; i < rows->count; i++) jh_buf_print(out, " %u", rows->lines[i]);
  for (size_t i = 0; i < w->data->file_count; i++) {
    const jh_file *file = &w->data->files[i];
    jh_buf_print(out, "\n%s %u %s", file->hash, (unsigned)file->record_count, file->encoding);
  }
}

static void damage(jh_buf *text) {
  static const char nasty[] = "\"\",\n\r\xFF x-9";
  for (uint32_t k = 1 + below(2); k > 0; k--) {
    text->at[below((uint32_t)text->size)] = nasty[below(sizeof nasty - 1)];
  }
}

TEST(any_number_of_threads_gives_the_same_rows_and_the_same_findings) {
  world w;
  world_open(&w);
  seed(20241122);
  break_count = 2;
  w.plan->source_count = 0;
  (void)plan_add_source(w.plan, SCHOOLS, "s.csv");
  (void)plan_add_source(w.plan, SCHOOLS, "t.csv");
  size_t in_parts = 0, refused = 0;
  for (int round = 0; round < 300; round++) {
    static const char *const names[] = {"s.csv", "t.csv"};
    for (size_t k = 0; k < COUNT(names); k++) {
      table t;
      jh_buf text;
      make_table(&t);
      jh_buf_init(&text);
      write_table(&text, &t, ',');
      for (size_t i = 0; k == 1 && i < text.size; i++) { /* other codes in the other file */
        if (text.at[i] == 'S' && text.at[i + 1] >= '0' && text.at[i + 1] <= '9') text.at[i] = 'T';
      }
      if (round % 3 == 0) damage(&text);
      world_write_bytes(&w, names[k], text.at, text.size);
      jh_buf_done(&text);
    }
    static const int jobs[] = {1, 2, 4};
    jh_buf first, again;
    jh_buf_init(&first);
    for (size_t k = 0; k < COUNT(jobs); k++) {
      jh_buf_init(&again);
      w.options.jobs = jobs[k];
      w.options.part_bytes = 16 + below(300);
      refused += world_load(&w) != JH_OK;
      if (w.data) in_parts += w.data->other_count > 0;
      show_all(&again, &w);
      if (k == 0) {
        jh_buf_add(&first, jh_buf_str(&again));
      } else {
        assert_string_equal(first.at, again.at);
      }
      jh_buf_done(&again);
    }
    jh_buf_done(&first);
  }
  print_message("%zu loads in parts, %zu refused\n", in_parts, refused);
  assert_true(in_parts > 100 && refused > 100);
  break_count = 3;
  world_close(&w);
}

TESTS(
    RUN(any_number_of_threads_gives_the_same_rows_and_the_same_findings),
    RUN(a_table_gives_the_same_dataset_however_it_is_written),
    RUN(damaged_bytes_give_an_error_or_a_dataset_never_a_crash))
