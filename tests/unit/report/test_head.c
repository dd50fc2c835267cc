/* test_head.c - what was run stands above every result. */
#include "fake.h"

#include "support/test.h"

#include "report/head.h"

static fake f;
static jh_buf buf;

static int enter(void **state) {
  (void)state;
  fake_open(&f);
  return 0;
}

static int leave(void **state) {
  (void)state;
  jh_buf_done(&buf);
  fake_close(&f);
  return 0;
}

static void pack_document_day_and_notice_are_told(void **state) {
  (void)state;
  jh_head_text(&buf, &f.head, JH_ZH);
  assert_string_equal(
      buf.at, "试验规则（教督〔2017〕6号）\n"
              "规则包   national/test 1.0.0，按 2024-09-01 有效的规定\n"
              "数据     样例省，2024 年\n"
              "注意     虚构数据\n");
}

static void a_partial_and_uncertain_pack_says_so(void **state) {
  (void)state;
  f.plan.pack.is_partial = true;
  f.plan.pack.missing = (jh_text){{"第八条", "article 8"}};
  f.plan.pack.certainty = JH_UNVERIFIED;
  f.head.region = "37";
  jh_head_text(&buf, &f.head, JH_EN);
  assert_string_equal(
      buf.at, "Test pack (教督〔2017〕6号)\n"
              "Pack      national/test 1.0.0, as in force on 2024-09-01\n"
              "Data      Sample province, year 2024, region 37\n"
              "Notice    made-up data\n"
              "Partial   this pack may refuse, never pass; not covered: article 8\n"
              "Certainty unverified; check before relying on it\n");
}

static void the_json_head_names_every_file_with_its_hash(void **state) {
  (void)state;
  jh_head_json(&buf, &f.head);
  assert_string_equal(
      buf.at,
      "{\"pack\":\"national/"
      "test\",\"version\":\"1.0.0\",\"name\":{\"zh\":\"试验规则\",\"en\":\"Test "
      "pack\"},\"document\":\"教督〔2017〕6号\",\"coverage\":\"complete\",\"certainty\":"
      "\"confirmed\","
      "\"on\":\"2024-09-01\",\"year\":\"2024\",\"data\":{\"zh\":\"样例省\",\"en\":\"Sample "
      "province\"},\"notice\":{\"zh\":\"虚构数据\",\"en\":\"made-up data\"},\"engine\":\"0.1.0\","
      "\"pack_sha256\":\"abc\",\n\"files\":[\n{\"name\":\"schools.csv\",\"sha256\":\"0123\"}]}");
}

#define WITH_FAKE(name) cmocka_unit_test_setup_teardown(name, enter, leave)

TESTS(
    WITH_FAKE(pack_document_day_and_notice_are_told),
    WITH_FAKE(a_partial_and_uncertain_pack_says_so),
    WITH_FAKE(the_json_head_names_every_file_with_its_hash))
