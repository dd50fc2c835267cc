/* test_evidence.c - the evidence sheet, as text and as JSON. */
#include "fake.h"

#include "support/test.h"

#include "json_check.h"

/* All of a tree, down to the cells. */
static jh_report_sheet whole_of(const jh_report_head *head, const jh_evidence *tree) {
  return (jh_report_sheet){.head = head, .depth = JH_EVIDENCE_FULL, .tree = tree};
}

static fake f;
static jh_buf buf;
static jh_error err;
static jh_evidence sheet, unmet, all, value, cell, blank, dash, veto;
static jh_quantity quantity;

/* A stage unit with one indicator that fails, a tally, and a veto that holds. */
static int enter(void **state) {
  (void)state;
  fake_open(&f);
  sheet = (jh_evidence){.kind = JH_EVIDENCE_ENTITY, .first_child = &unmet};
  sheet.finding.entity = f.results.entity(&f, FAKE_STAGE, 3);
  unmet = (jh_evidence){
      .kind = JH_EVIDENCE_FINDING,
      .formula = "teachers / students",
      .first_child = &value,
      .next = &all};
  assert_int_equal(f.results.finding(&f, FAKE_TEACHERS, 3, &unmet.finding, NULL), JH_OK);
  quantity = (jh_quantity){.id = "teachers", .name = {{"教师数", "teachers"}}};
  value = (jh_evidence){
      .kind = JH_EVIDENCE_VALUE,
      .quantity = &quantity,
      .formula = "pe_teachers + art_teachers",
      .value = {.low = "4"},
      .first_child = &cell};
  jh_cell at = {
      .table = &f.tables[0],
      .column = &f.columns[0],
      .entity = jh_str_of("S1"),
      .file = "data/schools.csv",
      .line = 14,
      .field = 5,
      .written = "1,200",
      .read = "1200"};
  cell = (jh_evidence){.kind = JH_EVIDENCE_CELL, .cell = at, .next = &blank};
  at.written = NULL;
  at.read[0] = '\0';
  at.is_missing = true;
  blank = (jh_evidence){.kind = JH_EVIDENCE_CELL, .cell = at, .decides = true, .next = &dash};
  at.written = "-";
  dash = (jh_evidence){.kind = JH_EVIDENCE_CELL, .cell = at};
  all = (jh_evidence){.kind = JH_EVIDENCE_TALLY, .tally = {{2, 1, 0, 0, 0}}, .next = &veto};
  all.finding.rule = &f.rules[FAKE_RESOURCES];
  veto = (jh_evidence){.kind = JH_EVIDENCE_FINDING};
  assert_int_equal(f.results.finding(&f, FAKE_VETO, 1, &veto.finding, NULL), JH_OK);
  return 0;
}

static jh_code write_text(const jh_evidence *tree, jh_lang lang, jh_sink sink, void *payload) {
  jh_report_sheet wanted = whole_of(&f.head, tree);
  return jh_report_evidence_text(&wanted, lang, sink, payload, &err);
}

static jh_code write_json(const jh_evidence *tree, jh_lang lang, jh_sink sink, void *payload) {
  jh_report_sheet wanted = whole_of(&f.head, tree);
  return jh_report_evidence_json(&wanted, lang, sink, payload, &err);
}

static int leave(void **state) {
  (void)state;
  jh_buf_done(&buf);
  fake_close(&f);
  return 0;
}

static void from_the_sentence_down_to_the_cells(void **state) {
  (void)state;
  assert_int_equal(write_text(&sheet, JH_EN, fake_sink, &buf), JH_OK);
  assert_string_equal(
      strstr(buf.at, "\n\n") + 2,
      "东山小学 (primary)  S1  county 市中区\n"
      "  unmet  第六条（一） teachers per 100 students\n"
      "    measured 0.5123 teacher/(100 student), required ≥ 0.5, margin -0.0123\n"
      "    clause 教督〔2017〕6号 第六条（一）, in force from 2017-04-19\n"
      "    formula teachers / students\n"
      "    teachers = at least 4 (pe_teachers + art_teachers)\n"
      "      data/schools.csv:14  field 5  PE teachers (pe_teachers): written \"1,200\", read as "
      "1200\n"
      "      data/schools.csv:14  field 5  PE teachers (pe_teachers): blank  ← would settle the "
      "verdict\n"
      "      data/schools.csv:14  field 5  PE teachers (pe_teachers): written \"-\", which means "
      "no value\n"
      "  stage units 第六条 at least six items: 2 met, 1 unmet\n"
      "  met  Veto: 第十条（一） admission by examination: not found\n"
      "    clause 教督〔2017〕6号 第十条（一）, in force from 2017-04-19\n");
}

static void in_chinese_it_reads_as_chinese(void **state) {
  (void)state;
  assert_int_equal(write_text(&sheet, JH_ZH, fake_sink, &buf), JH_OK);
  assert_non_null(strstr(buf.at, "，标准值 ≥ 0.5，余量 -0.0123\n"));
  assert_non_null(strstr(buf.at, "体育教师数（pe_teachers）：写作“1,200”，读作 1200\n"));
  assert_non_null(strstr(buf.at, "：空白  ← 补齐即可影响判定\n"));
}

static jh_evidence with_floor(jh_verdict verdict) {
  jh_evidence at = unmet;
  at.next = NULL;
  at.first_child = NULL;
  at.floor = (jh_floor){
      .is_asked = true,
      .verdict = verdict,
      .share = {.is_known = true, .text = "85"},
      .measure = {.is_known = true, .text = "0.5123"},
      .bound = {.is_known = true, .text = "0.425"}};
  return at;
}

static void a_member_that_is_not_met_tells_its_floor(void **state) {
  (void)state;
  jh_evidence at = with_floor(JH_MET);
  assert_int_equal(write_text(&at, JH_EN, fake_sink, &buf), JH_OK);
  assert_non_null(strstr(buf.at, "\n  must reach 85 % of the bound: 0.425; 0.5123 does\n"));
  jh_buf_clear(&buf);
  at = with_floor(JH_UNMET);
  assert_int_equal(write_text(&at, JH_ZH, fake_sink, &buf), JH_OK);
  assert_non_null(strstr(buf.at, "余项须达标准的85%：0.425，实为 0.5123，未达到\n"));
  jh_buf_clear(&buf);
  at = with_floor(JH_UNDETERMINED);
  assert_int_equal(write_text(&at, JH_EN, fake_sink, &buf), JH_OK);
  assert_non_null(strstr(buf.at, "of the bound: 0.425; whether it does is not known\n"));
}

static void the_floor_as_json(void **state) {
  (void)state;
  jh_evidence at = with_floor(JH_UNMET);
  assert_int_equal(write_json(&at, JH_EN, fake_sink, &buf), JH_OK);
  assert_true(json_check(buf.at));
  assert_non_null(strstr(
      buf.at,
      ",\"floor\":{\"percent\":85,\"bound\":0.425,\"measure\":0.5123,\"verdict\":\"unmet\"}"));
}

static void one_limit_of_a_spread_names_its_stage_and_the_whole_counts_them(void **state) {
  (void)state;
  jh_evidence whole = {.kind = JH_EVIDENCE_FINDING, .tally = {{13, 1, 0, 0, 0}}};
  jh_evidence one = {.kind = JH_EVIDENCE_FINDING};
  whole.first_child = &one;
  assert_int_equal(f.results.finding(&f, FAKE_BALANCE, 1, &whole.finding, NULL), JH_OK);
  assert_int_equal(f.results.finding(&f, FAKE_SPREAD_2, 1, &one.finding, NULL), JH_OK);
  assert_int_equal(write_text(&whole, JH_EN, fake_sink, &buf), JH_OK);
  assert_non_null(strstr(buf.at, "\n  of 14 items: 13 met, 1 unmet\n"));
  assert_non_null(strstr(buf.at, "spread between schools (junior): teachers per 100 students\n"));
}

static void in_chinese_formulas_conditions_and_choices_have_their_names(void **state) {
  (void)state;
  unmet.formula_zh = "教师数 ÷ 在校生数";
  value.formula_zh = "体育教师数 + 美术教师数";
  value.value = (jh_figure){.is_known = true, .text = "no"};
  assert_int_equal(write_text(&sheet, JH_ZH, fake_sink, &buf), JH_OK);
  assert_non_null(strstr(buf.at, "算法 教师数 ÷ 在校生数（teachers / students）\n"));
  assert_non_null(strstr(buf.at, "教师数 = 否（体育教师数 + 美术教师数）\n"));
}

static void the_same_tree_as_json(void **state) {
  (void)state;
  assert_int_equal(write_json(&sheet, JH_EN, fake_sink, &buf), JH_OK);
  assert_true(json_check(buf.at));
  assert_non_null(strstr(
      buf.at,
      "{\"kind\":\"cell\",\"cell\":{\"table\":\"schools\",\"column\":\"pe_teachers\",\"entity\":"
      "\"S1\",\"file\":\"data/schools.csv\",\"line\":14,\"field\":5,\"missing\":true,"
      "\"decides\":true}}"));
  assert_non_null(strstr(buf.at, "\"value\":{\"at_least\":4}"));
  assert_non_null(strstr(buf.at, "\"tally\":{\"met\":2,\"unmet\":1,\"undetermined\":0,"));
}

static void what_cannot_be_written_is_an_error(void **state) {
  (void)state;
  assert_int_equal(write_text(&sheet, JH_EN, fake_full, NULL), JH_ENOT_WRITABLE);
  assert_int_equal(write_json(&sheet, JH_EN, fake_full, NULL), JH_ENOT_WRITABLE);
}

static void on_a_page_names_are_text_and_nothing_else(void **state) {
  (void)state;
  jh_report_sheet wanted = whole_of(&f.head, &sheet);
  sheet.finding.entity.name = jh_str_of("<script>\"a\" & 'b'\x01</script>");
  wanted.sentence[JH_EN] = "1 < 2 & 3";
  assert_int_equal(jh_report_evidence_html(&wanted, JH_EN, fake_sink, &buf, &err), JH_OK);
  assert_null(strstr(buf.at, "<script"));
  assert_non_null(strstr(
      buf.at, "<h1>&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;\xEF\xBF\xBD&lt;/script&gt;"));
  assert_non_null(strstr(buf.at, "<p class=\"lead\">1 &lt; 2 &amp; 3</p>"));
  assert_non_null(strstr(buf.at, "<p class=\"verdict d1\">unmet  "));
  assert_non_null(strstr(buf.at, "</body>\n</html>\n"));
}

static void briefly_a_finding_takes_two_lines(void **state) {
  (void)state;
  jh_report_sheet wanted = whole_of(&f.head, &sheet);
  wanted.depth = JH_EVIDENCE_LINES;
  unmet.first_child = NULL;
  unmet.formula = NULL;
  assert_int_equal(jh_report_evidence_text(&wanted, JH_EN, fake_sink, &buf, &err), JH_OK);
  assert_non_null(strstr(
      buf.at, "  unmet  第六条（一） teachers per 100 students\n"
              "    measured 0.5123 teacher/(100 student), required ≥ 0.5, margin -0.0123; clause "
              "教督〔2017〕6号 第六条（一）, in force from 2017-04-19\n"
              "  stage units"));
}

static void one_sentence_says_what_decides(void **state) {
  (void)state;
  unmet.next = NULL;
  jh_report_evidence_sentence(&buf, &f.plan, &sheet, JH_EN);
  assert_string_equal(
      buf.at, "东山小学 (primary): 第六条（一） teachers per 100 students: unmet, 0.5123 < 0.5 "
              "teacher/(100 student).");
}

static void a_row_tells_its_pull_and_a_cell_that_decides_says_so(void **state) {
  (void)state;
  jh_evidence_pull pull = {
      .weight = {.is_known = true, .text = "715"},
      .distance = {.is_known = true, .text = "0.25"},
      .percent = {.is_known = true, .text = "31.3"}};
  value.pull = &pull;
  value.value = (jh_figure){.is_known = true, .text = "4"};
  cell.is_needed = true;
  unmet.unlisted = 3;
  assert_int_equal(write_text(&sheet, JH_EN, fake_sink, &buf), JH_OK);
  assert_non_null(strstr(buf.at, ", from the mean +0.25, weight 715: 31.3 % of the spread\n"));
  assert_non_null(strstr(buf.at, "read as 1200  ← the verdict hangs on it\n"));
  assert_non_null(strstr(buf.at, "    and 3 more; --all lists them\n"));
  jh_buf_clear(&buf);
  assert_int_equal(write_json(&sheet, JH_EN, fake_sink, &buf), JH_OK);
  assert_true(json_check(buf.at));
  assert_non_null(strstr(buf.at, "\"pull\":{\"weight\":715,\"distance\":0.25,\"percent\":31.3}"));
  assert_non_null(strstr(buf.at, "},\"needed\":true}"));
  assert_non_null(strstr(buf.at, "\"not_listed\":3"));
}

#define WITH_FAKE(name) cmocka_unit_test_setup_teardown(name, enter, leave)

TESTS(
    WITH_FAKE(from_the_sentence_down_to_the_cells), WITH_FAKE(in_chinese_it_reads_as_chinese),
    WITH_FAKE(a_member_that_is_not_met_tells_its_floor), WITH_FAKE(the_floor_as_json),
    WITH_FAKE(one_limit_of_a_spread_names_its_stage_and_the_whole_counts_them),
    WITH_FAKE(in_chinese_formulas_conditions_and_choices_have_their_names),
    WITH_FAKE(on_a_page_names_are_text_and_nothing_else),
    WITH_FAKE(briefly_a_finding_takes_two_lines), WITH_FAKE(one_sentence_says_what_decides),
    WITH_FAKE(a_row_tells_its_pull_and_a_cell_that_decides_says_so),
    WITH_FAKE(the_same_tree_as_json), WITH_FAKE(what_cannot_be_written_is_an_error))
