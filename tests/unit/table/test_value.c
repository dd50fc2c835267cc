/* Values: what offices write, read by the rules of a column or refused with its cure. */
#include "support/test.h"

#include "base/alloc.h"
#include "table/value.h"

typedef struct bench {
  jh_arena *arena;
  jh_units units;
  jh_column_def def;
  jh_error err;
  char out[256];
} bench;

static void bench_open(bench *b, jh_column_type type, const char *unit) {
  *b = (bench){.arena = jh_arena_open()};
  assert_int_equal(jh_units_init(&b->units, b->arena), JH_OK);
  b->def = (jh_column_def){.id = "x", .type = type, .unit_text = unit, .scale = 4};
  assert_int_equal(jh_unit_read(&b->def.unit, &b->units, jh_str_of(unit), NULL), JH_OK);
}

static void bench_close(bench *b) { jh_arena_close(b->arena); }

/* Reads one cell under a unit of the source (NULL = the column's). */
static jh_code reads(bench *b, const char *unit, const char *text, jh_grid_kind kind) {
  jh_value *value = NULL;
  jh_buf out;
  jh_buf_init(&out);
  b->err = (jh_error){0};
  jh_code code = jh_value_open(&value, &b->def, &b->units, unit, b->arena, &b->err);
  if (!code) code = jh_value_read(value, jh_str_of(text), kind, &out, &b->err);
  jh_str_copy(b->out, sizeof b->out, jh_buf_str(&out));
  if (code) assert_int_equal(out.size, 0);
  jh_value_close(value);
  jh_buf_done(&out);
  return code;
}

static void gives(bench *b, const char *text, const char *expected) {
  jh_code code = reads(b, NULL, text, JH_GRID_TEXT);
  if (code) fail_msg("%s: refused with %d", text, (int)code);
  assert_string_equal(b->out, expected);
}

static void refuses(bench *b, const char *text, jh_code why) {
  jh_code code = reads(b, NULL, text, JH_GRID_TEXT);
  if (code != why) fail_msg("%s: %d, not %d (%s)", text, (int)code, (int)why, b->out);
  assert_int_equal(b->err.code, why);
  assert_string_equal(b->err.at.name, "x");
}

TEST(plain_numbers_are_read_in_their_shortest_form) {
  bench b;
  bench_open(&b, JH_COLUMN_DECIMAL, "m2");
  gives(&b, "12.50", "12.5");
  gives(&b, " 007 ", "7");
  gives(&b, "-0.0", "0");
  gives(&b, "", "");
  gives(&b, " 　 ", "");
  refuses(&b, "1.23456", JH_ENUMBER_FINE);
  refuses(&b, "12 5", JH_ENOT_NUMBER);
  refuses(&b, "1.3E+11", JH_ENUMBER_EXPONENT);
  bench_close(&b);
}

TEST(each_decoration_is_read_by_its_rule_or_refused_with_its_field) {
  static const struct {
    const char *text, *expected, *field;
    size_t flag;
  } cases[] = {
      {"85%", "85", "percent", offsetof(jh_column_def, has_percent)},
      {"85.5％", "85.5", "percent", offsetof(jh_column_def, has_percent)},
      {"1.2万", "12000", "suffixes", offsetof(jh_column_def, has_suffixes)},
      {"3亿", "300000000", "suffixes", offsetof(jh_column_def, has_suffixes)},
      {"-0.5 万", "-5000", "suffixes", offsetof(jh_column_def, has_suffixes)},
      {"(827)", "827", "brackets", offsetof(jh_column_def, has_brackets)},
      {"（827.5）", "827.5", "brackets", offsetof(jh_column_def, has_brackets)},
      {"１２３４　", "1234", "wide", offsetof(jh_column_def, has_wide)},
      {"－１２．５", "-12.5", "wide", offsetof(jh_column_def, has_wide)},
      {"−12.5", "-12.5", "wide", offsetof(jh_column_def, has_wide)},
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    bench b;
    bench_open(&b, JH_COLUMN_DECIMAL, "");
    refuses(&b, cases[i].text, JH_EDECORATED);
    assert_string_equal(b.err.args[0], cases[i].text[0] == '-' ? cases[i].text : b.err.args[0]);
    assert_string_equal(b.err.args[1], cases[i].expected);
    assert_string_equal(b.err.args[2], cases[i].field);
    *(bool *)((char *)&b.def + cases[i].flag) = true;
    gives(&b, cases[i].text, cases[i].expected);
    bench_close(&b);
  }
}

TEST(rules_that_meet_in_one_cell_are_all_needed) {
  bench b;
  bench_open(&b, JH_COLUMN_DECIMAL, "");
  b.def.has_wide = true;
  refuses(&b, "１，２３４", JH_ENUMBER_COMMA);
  refuses(&b, "（１２）", JH_EDECORATED);
  assert_string_equal(b.err.args[2], "brackets");
  b.def.has_grouping = b.def.has_brackets = b.def.has_suffixes = true;
  gives(&b, "１，２３４", "1234");
  gives(&b, "（１２）", "12");
  gives(&b, "1,234.5万", "12345000");
  refuses(&b, "12,5万", JH_ENUMBER_COMMA);
  refuses(&b, "(-5)", JH_ENOT_NUMBER);
  refuses(&b, "1.2万元", JH_ENOT_NUMBER);
  refuses(&b, "①", JH_ENOT_NUMBER);
  refuses(&b, "9亿亿", JH_ENOT_NUMBER);
  refuses(&b, "9999999999999999亿", JH_ENUMBER_LARGE);
  bench_close(&b);
  bench_open(&b, JH_COLUMN_COUNT, "");
  b.def.has_grouping = b.def.has_brackets = true;
  gives(&b, "(1,234)", "1234");
  refuses(&b, "1,234.0", JH_ENOT_COUNT); /* the same within brackets */
  refuses(&b, "(1,234.0)", JH_ENOT_COUNT);
  bench_close(&b);
}

TEST(signs_for_what_is_not_known_are_named_with_their_cure) {
  static const char *const signs[] = {"-", "—", "——", "…", "……", "/", "N/A", "无", "－", "*", "--"};
  bench b;
  bench_open(&b, JH_COLUMN_COUNT, "");
  for (size_t i = 0; i < COUNT(signs); i++) {
    refuses(&b, signs[i], JH_EMISSING_SIGN);
    b.def.missing = (const char **)(uintptr_t)&signs[i];
    b.def.missing_count = 1;
    gives(&b, signs[i], "");
    b.def.missing_count = 0;
  }
  bench_close(&b);
}

TEST(a_percent_sign_means_nothing_in_a_column_of_things) {
  bench b;
  bench_open(&b, JH_COLUMN_DECIMAL, "m2");
  b.def.has_percent = true;
  refuses(&b, "85%", JH_ENOT_NUMBER);
  bench_close(&b);
}

TEST(ten_thousand_of_ten_thousand_is_nobodys_guess) {
  bench b;
  bench_open(&b, JH_COLUMN_DECIMAL, "wan_yuan");
  b.def.has_suffixes = true;
  refuses(&b, "1.2万", JH_ESUFFIX_UNIT);
  bench_close(&b);
}

TEST(units_are_converted_exactly) {
  static const struct {
    const char *to, *from, *text, *expected;
  } cases[] = {
      {"wan_yuan", "yuan", "12345", "1.2345"},
      {"wan_yuan", "元", "300", "0.03"},
      {"yuan", "wan_yuan", "1.2345", "12345"},
      {"yuan", "万元", "0.00010001", "1.0001"},
      {"wan_yuan", "千元", "15", "1.5"},
      {"wan_yuan", "亿元", "0.2", "2000"},
      {"m2", "㎡", "12.5", "12.5"},
      {"m2", "万平方米", "1.25", "12500"},
      {"book", "册", "12", "12"},
      {"book", "万册", "1.2", "12000"},
      {"student", "人", "12", "12"},
      {"wan_yuan", "wan_yuan", "1.5", "1.5"},
  };
  for (size_t i = 0; i < COUNT(cases); i++) {
    bench b;
    bench_open(&b, JH_COLUMN_DECIMAL, cases[i].to);
    jh_code code = reads(&b, cases[i].from, cases[i].text, JH_GRID_NUMBER);
    if (code) fail_msg("%s %s: %d", cases[i].text, cases[i].from, (int)code);
    assert_string_equal(b.out, cases[i].expected);
    bench_close(&b);
  }
}

TEST(a_conversion_that_loses_digits_is_refused) {
  bench b;
  bench_open(&b, JH_COLUMN_DECIMAL, "wan_yuan");
  assert_int_equal(reads(&b, "yuan", "12345.67", JH_GRID_TEXT), JH_EUNIT_FINE);
  assert_string_equal(b.err.args[1], "yuan"); /* what the file says */
  assert_int_equal(reads(&b, "亿元", "999999999999999", JH_GRID_TEXT), JH_ENUMBER_LARGE);
  assert_int_equal(reads(&b, "m2", "1", JH_GRID_TEXT), JH_EUNIT_MISMATCH);
  assert_int_equal(reads(&b, "斤", "1", JH_GRID_TEXT), JH_EUNIT_UNKNOWN);
  bench_close(&b);
}

TEST(a_count_in_tens_of_thousands_may_have_a_point) {
  bench b;
  bench_open(&b, JH_COLUMN_COUNT, "book");
  assert_int_equal(reads(&b, "万册", "1.2", JH_GRID_TEXT), JH_OK);
  assert_string_equal(b.out, "12000");
  assert_int_equal(reads(&b, "万册", "1.23456", JH_GRID_TEXT), JH_EUNIT_FINE);
  assert_int_equal(reads(&b, NULL, "12.0", JH_GRID_TEXT), JH_ENOT_COUNT);
  bench_close(&b);
}

TEST(codes_that_are_numbers_of_a_workbook_are_read_as_far_as_they_are_whole) {
  bench b;
  bench_open(&b, JH_COLUMN_CODE, "");
  assert_int_equal(reads(&b, NULL, "370102199001011", JH_GRID_NUMBER), JH_OK);
  assert_string_equal(b.out, "370102199001011");
  assert_int_equal(reads(&b, NULL, "370102199001010000", JH_GRID_NUMBER), JH_ECODE_DIGITS);
  assert_int_equal(reads(&b, NULL, "370102199001010000", JH_GRID_TEXT), JH_OK);
  assert_int_equal(reads(&b, NULL, "3701.5", JH_GRID_NUMBER), JH_ECODE_FORM);
  assert_int_equal(reads(&b, NULL, "1.30102E+11", JH_GRID_TEXT), JH_ENUMBER_EXPONENT);
  assert_int_equal(reads(&b, NULL, "2024-09-01", JH_GRID_DATE), JH_ECELL_DATE);
  assert_int_equal(reads(&b, NULL, "２１９９", JH_GRID_TEXT), JH_EDECORATED);
  assert_string_equal(b.err.args[1], "2199");
  b.def.has_wide = true;
  assert_int_equal(reads(&b, NULL, "２１９９", JH_GRID_TEXT), JH_OK);
  assert_string_equal(b.out, "2199");
  bench_close(&b);
}

TEST(errors_and_formulas_without_a_value_are_refused_in_every_column) {
  for (int type = JH_COLUMN_CODE; type <= JH_COLUMN_CHOICE; type++) {
    bench b;
    bench_open(&b, (jh_column_type)type, "");
    assert_int_equal(reads(&b, NULL, "#DIV/0!", JH_GRID_ERROR), JH_ECELL_ERROR);
    assert_string_equal(b.err.args[0], "#DIV/0!");
    assert_int_equal(reads(&b, NULL, "", JH_GRID_UNCOMPUTED), JH_EUNCOMPUTED);
    bench_close(&b);
  }
}

TEST(words_become_what_they_mean) {
  static const jh_choice choices[] = {
      {.id = "primary_school", .name = {{"小学", "primary school"}}},
      {.id = "junior_school", .name = {{"初级中学", "junior school"}}}};
  bench b;
  bench_open(&b, JH_COLUMN_BOOL, "");
  gives(&b, "是", "yes");
  gives(&b, "０", "no");
  assert_int_equal(reads(&b, NULL, "TRUE", JH_GRID_BOOL), JH_OK);
  assert_string_equal(b.out, "yes");
  b.def.type = JH_COLUMN_CHOICE;
  b.def.choices = choices;
  b.def.choice_count = 2;
  gives(&b, "初级中学", "junior_school");
  refuses(&b, "初级中字", JH_ENOT_CHOICE);
  b.def.type = JH_COLUMN_TEXT;
  gives(&b, "一　小", "一　小");
  bench_close(&b);
}

TEST(many_cells_read_one_after_the_other_do_not_disturb_each_other) {
  bench b;
  jh_value *value = NULL;
  bench_open(&b, JH_COLUMN_TEXT, "");
  assert_int_equal(jh_value_open(&value, &b.def, &b.units, NULL, b.arena, NULL), JH_OK);
  char text[6000];
  memset(text, 'a', sizeof text);
  for (size_t i = 0; i < 6000; i += 7) {
    jh_buf out;
    jh_buf_init(&out);
    text[0] = (char)('a' + i % 26);
    assert_int_equal(jh_value_read(value, (jh_str){text, i}, JH_GRID_TEXT, &out, NULL), JH_OK);
    assert_int_equal(out.size, i);
    if (i > 0) assert_memory_equal(out.at, text, i);
    jh_buf_done(&out);
  }
  jh_value_close(value);
  bench_close(&b);
}

TEST(sums_are_known_by_their_words) {
  static const char *const sums[] = {"合计", "总 计", "全县合计", "小计：", "Total", "合　计"};
  static const char *const others[] = {"", "会计", "合计小学", "计算机学校", "一小"};
  for (size_t i = 0; i < COUNT(sums); i++) assert_true(jh_value_is_sum(jh_str_of(sums[i])));
  for (size_t i = 0; i < COUNT(others); i++) assert_false(jh_value_is_sum(jh_str_of(others[i])));
}

/* -- random decimals with random decoration, against a reckoning of the test's own -------------- */

static uint64_t dice;

static uint32_t below(uint32_t limit) {
  dice = dice * 6364136223846793005u + 1442695040888963407u;
  return (uint32_t)((dice >> 33) % limit);
}

/* A number as the test keeps it: mantissa / 10^4. */
typedef struct number {
  int64_t mantissa;
  char text[96]; /* decorated */
  bool wide, brackets, percent, suffixes, grouping, is_spoilt;
} number;

static const char *wide_sign(char c) {
  static char sign[4];
  uint32_t point = 0xFF01 + (uint32_t)(c - '!');
  sign[0] = (char)(0xE0 | point >> 12);
  sign[1] = (char)(0x80 | ((point >> 6) & 0x3F));
  sign[2] = (char)(0x80 | (point & 0x3F));
  return sign;
}

/* Digits of |mantissa| / 10^4 with or without commas and trailing zeros. */
static void write_digits(char *out, int64_t mantissa, bool grouping) {
  char whole[32], grouped[48];
  (void)snprintf(whole, sizeof whole, "%lld", (long long)(mantissa / 10000));
  size_t size = strlen(whole), end = 0;
  for (size_t i = 0; i < size; i++) {
    if (grouping && i > 0 && (size - i) % 3 == 0) grouped[end++] = ',';
    grouped[end++] = whole[i];
  }
  grouped[end] = '\0';
  int64_t rest = mantissa % 10000;
  if (rest == 0 && below(3) > 0) {
    strcpy(out, grouped);
    return;
  }
  (void)sprintf(out, "%s.%04lld", grouped, (long long)rest);
  for (size_t i = strlen(out); below(2) && out[i - 1] == '0' && out[i - 2] != '.'; i--) {
    out[i - 1] = '\0';
  }
}

static void make(number *n) {
  char digits[64], plain[80];
  *n = (number){0};
  int64_t shown = (int64_t)below(2000000000) >> below(31);
  n->grouping = below(3) == 0 && shown >= 10000000;
  write_digits(digits, shown, n->grouping);
  bool is_negative = below(4) == 0;
  int ending = (int)below(5);
  n->percent = ending == 1;
  n->suffixes = ending == 2 || ending == 3;
  n->brackets = !is_negative && below(4) == 0;
  n->mantissa = (is_negative ? -shown : shown) * (ending == 2   ? 10000
                                                  : ending == 3 ? 100000000
                                                                : 1);
  static const char *const endings[] = {"", "%", "万", "亿", ""};
  (void)snprintf(
      plain, sizeof plain, "%s%s%s%s%s", n->brackets ? "(" : "", is_negative ? "-" : "", digits,
      endings[ending], n->brackets ? ")" : "");
  for (const char *c = plain; *c; c++) {
    bool is_wide = *c > ' ' && below(12) == 0;
    bool has_own_rule = *c == '%' || *c == '(' || *c == ')';
    n->wide = n->wide || (is_wide && !has_own_rule);
    if (is_wide) {
      strcat(n->text, wide_sign(*c));
    } else {
      strncat(n->text, c, 1);
    }
  }
}

static bool allows(const jh_column_def *def, const number *n) {
  return (!n->wide || def->has_wide) && (!n->brackets || def->has_brackets) &&
         (!n->percent || def->has_percent) && (!n->suffixes || def->has_suffixes) &&
         (!n->grouping || def->has_grouping);
}

TEST(random_numbers_are_read_exactly_or_refused) {
  const char *given = getenv("JH_SEED");
  dice = given ? strtoull(given, NULL, 10) : 20261122;
  print_message("seed %llu\n", (unsigned long long)dice);
  bench b;
  bench_open(&b, JH_COLUMN_DECIMAL, "");
  size_t read = 0, refused = 0;
  for (int round = 0; round < 20000; round++) {
    number n;
    make(&n);
    b.def.has_wide = below(4) > 0;
    b.def.has_brackets = below(4) > 0;
    b.def.has_percent = below(4) > 0;
    b.def.has_suffixes = below(4) > 0;
    b.def.has_grouping = below(4) > 0;
    jh_code code = reads(&b, NULL, n.text, JH_GRID_TEXT);
    bool is_large = n.mantissa / 10000 > 99999999999999 || n.mantissa / 10000 < -99999999999999;
    if (is_large) continue;
    if ((code == JH_OK) != allows(&b.def, &n)) {
      fail_msg("%s: %d %s", n.text, (int)code, b.err.args[0]);
    }
    if (code) {
      refused++;
      assert_true(code == JH_EDECORATED || code == JH_ENUMBER_COMMA);
      continue;
    }
    read++;
    char expected[64];
    int64_t size = n.mantissa < 0 ? -n.mantissa : n.mantissa;
    (void)snprintf(
        expected, sizeof expected, "%s%lld.%04lld", n.mantissa < 0 ? "-" : "",
        (long long)(size / 10000), (long long)(size % 10000));
    char *end = expected + strlen(expected);
    while (end[-1] == '0') *--end = '\0';
    if (end[-1] == '.') end[-1] = '\0';
    if (strcmp(b.out, expected) != 0) fail_msg("%s: %s, not %s", n.text, b.out, expected);
    if (round % 256 == 0) { /* what was prepared for each cell is given back now and then */
      jh_column_def kept = b.def;
      bench_close(&b);
      bench_open(&b, kept.type, "");
    }
  }
  assert_true(read > 4000 && refused > 4000);
  bench_close(&b);
}

TESTS(
    RUN(plain_numbers_are_read_in_their_shortest_form),
    RUN(each_decoration_is_read_by_its_rule_or_refused_with_its_field),
    RUN(rules_that_meet_in_one_cell_are_all_needed),
    RUN(signs_for_what_is_not_known_are_named_with_their_cure),
    RUN(a_percent_sign_means_nothing_in_a_column_of_things),
    RUN(ten_thousand_of_ten_thousand_is_nobodys_guess), RUN(units_are_converted_exactly),
    RUN(a_conversion_that_loses_digits_is_refused),
    RUN(a_count_in_tens_of_thousands_may_have_a_point),
    RUN(codes_that_are_numbers_of_a_workbook_are_read_as_far_as_they_are_whole),
    RUN(errors_and_formulas_without_a_value_are_refused_in_every_column),
    RUN(words_become_what_they_mean),
    RUN(many_cells_read_one_after_the_other_do_not_disturb_each_other),
    RUN(sums_are_known_by_their_words), RUN(random_numbers_are_read_exactly_or_refused))
