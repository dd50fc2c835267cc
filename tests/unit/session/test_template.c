/* Templates through the public interface. Tests run in the root of the tree. */
#include "support/test.h"

#include "junheng.h"

#define ROOM ((size_t)1 << 20)

typedef struct page {
  char path[64];
  size_t size;
} page;

static page pages[32];
static size_t count;
static char last[ROOM]; /* the page that was asked for */
static const char *asked;
static jh_error err;

static bool take(void *payload, const char *path, const char *bytes, size_t size) {
  (void)payload;
  assert_true(count < COUNT(pages));
  (void)snprintf(pages[count].path, sizeof pages[count].path, "%s", path);
  pages[count++].size = size;
  if (asked && strcmp(asked, path) == 0) {
    assert_true(size < ROOM);
    memcpy(last, bytes, size);
    last[size] = '\0';
  }
  return true;
}

static bool refuse(void *payload, const char *path, const char *bytes, size_t size) {
  (void)payload, (void)path, (void)bytes, (void)size;
  return false;
}

static jh_session *open_with(const char *rules, const char *data) {
  jh_session *session;
  jh_session_options options = {.rules = rules, .data = data, .share = ".", .is_sparse = true};
  assert_int_equal(jh_session_open(&session, &options, &err), JH_OK);
  return session;
}

static void write_all(jh_session *session, jh_template_options how, const char *page_asked) {
  count = 0;
  asked = page_asked;
  last[0] = '\0';
  how.writer = take;
  assert_int_equal(jh_session_template(session, &how, &err), JH_OK);
}

TEST(a_pack_alone_gives_one_workbook) {
  jh_session *session = open_with("national/quality-balance-2017", NULL);
  write_all(session, (jh_template_options){.format = JH_FORMAT_XLSX, .lang = JH_EN}, "");
  assert_int_equal(count, 1);
  assert_string_equal(pages[0].path, "");
  assert_memory_equal(last, "PK", 2);
  jh_session_close(session);
}

TEST(each_county_of_the_data_gets_its_own_and_always_the_same) {
  jh_template_options how = {.format = JH_FORMAT_XLSX, .lang = JH_ZH, .by_county = true};
  static char before[ROOM];
  jh_session *session = open_with("national/quality-balance-2017", "data/sample");
  write_all(session, how, "990102.xlsx");
  assert_int_equal(count, 13);
  assert_string_equal(pages[0].path, "990101.xlsx");
  memcpy(before, last, sizeof before);
  write_all(session, how, "990102.xlsx");
  assert_memory_equal(before, last, pages[1].size);
  how.writer = refuse;
  assert_int_equal(jh_session_template(session, &how, &err), JH_ENOT_WRITABLE);
  jh_session_close(session);
}

TEST(without_data_there_are_no_counties) {
  jh_template_options how = {.format = JH_FORMAT_XLSX, .by_county = true, .writer = take};
  jh_session *session = open_with("national/quality-balance-2017", NULL);
  assert_int_equal(jh_session_template(session, &how, &err), JH_ENO_DATA);
  how.on = "2024-02-30";
  assert_int_equal(jh_session_template(session, &how, &err), JH_EBAD_DATE);
  jh_session_close(session);
}

/* The header, without the byte order mark. */
static const char *header(void) {
  char *end = strstr(last, "\r\n");
  assert_non_null(end);
  *end = '\0';
  return last + 3;
}

TEST(only_what_the_pack_reads_is_asked_for) {
  const jh_template_options how = {.format = JH_FORMAT_CSV, .lang = JH_ZH};
  jh_session *session = open_with("national/quality-balance-2017", NULL);
  write_all(session, how, "schools.csv");
  const char *line = header();
  assert_non_null(strstr(line, "学校标识码,学校名称,所属县代码,学校类型"));
  assert_non_null(
      strstr(line, ",教学仪器设备资产值（万元）,")); /* the unit, as the dictionary knows it */
  assert_non_null(strstr(line, "佐证"));             /* evidence of judgements */
  assert_null(strstr(line, "规划建成年份"));
  assert_null(strstr(line, "学年")); /* no year is known */
  write_all(session, (jh_template_options){.format = JH_FORMAT_CSV, .year = "2025"}, "schools.csv");
  assert_non_null(strstr(header(), "学年"));
  jh_session_close(session);
}

TEST(on_a_day_only_what_is_read_on_that_day) {
  jh_template_options how = {.format = JH_FORMAT_CSV, .lang = JH_ZH, .on = "2024-09-01"};
  jh_session *session = open_with("national/quality-balance-2017", NULL);
  write_all(session, how, "说明.txt");
  assert_non_null(strstr(last, "2024-09-01 有效的规定"));
  assert_non_null(strstr(last, "用于：所有班级学生数"));
  how.lang = JH_EN;
  write_all(session, how, "README.txt");
  assert_non_null(strstr(last, "Blank means \"not known\""));
  jh_session_close(session);
}

TEST(a_dictionary_without_a_pack_asks_for_what_must_be_there) {
  jh_session *session = open_with(NULL, NULL);
  write_all(session, (jh_template_options){.format = JH_FORMAT_CSV, .lang = JH_ZH}, "rooms.csv");
  assert_string_equal(header(), "学校标识码,教室类别,教室面积（平方米）");
  jh_session_close(session);
}

TESTS(
    RUN(a_pack_alone_gives_one_workbook),
    RUN(each_county_of_the_data_gets_its_own_and_always_the_same),
    RUN(without_data_there_are_no_counties), RUN(only_what_the_pack_reads_is_asked_for),
    RUN(on_a_day_only_what_is_read_on_that_day),
    RUN(a_dictionary_without_a_pack_asks_for_what_must_be_there))
