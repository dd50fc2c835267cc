/* test_out.c - output leaves in blocks, and what was lost is told. */
#include "support/test.h"

#include "report/out.h"

typedef struct taken {
  size_t blocks, bytes;
  size_t room; /* blocks that are accepted */
} taken;

static bool take(void *payload, const char *bytes, size_t size) {
  taken *t = payload;
  (void)bytes;
  if (t->blocks == t->room) return false;
  t->blocks++;
  t->bytes += size;
  return true;
}

TEST(nothing_is_handed_on_before_a_block_is_full) {
  taken t = {0, 0, 10};
  jh_out out;
  jh_out_init(&out, take, &t);
  jh_buf_text(&out.buf, "short");
  assert_true(jh_out_block(&out));
  assert_int_equal(t.blocks, 0);
  jh_buf_spaces(&out.buf, 100000);
  assert_true(jh_out_block(&out));
  assert_int_equal(t.blocks, 1);
  jh_buf_text(&out.buf, "rest");
  assert_int_equal(jh_out_done(&out, JH_OK, NULL), JH_OK);
  assert_int_equal(t.bytes, 100009);
}

TEST(a_refused_block_ends_the_writing) {
  taken t = {0, 0, 0};
  jh_error err;
  jh_out out;
  jh_out_init(&out, take, &t);
  jh_buf_spaces(&out.buf, 100000);
  assert_false(jh_out_block(&out));
  assert_false(jh_out_block(&out));
  assert_int_equal(jh_out_done(&out, JH_OK, &err), JH_ENOT_WRITABLE);
}

TEST(after_a_failure_nothing_more_is_handed_on) {
  taken t = {0, 0, 10};
  jh_out out;
  jh_out_init(&out, take, &t);
  jh_buf_text(&out.buf, "half a line");
  assert_int_equal(jh_out_done(&out, JH_EINTERNAL, NULL), JH_EINTERNAL);
  assert_int_equal(t.blocks, 0);
}

TESTS(
    RUN(nothing_is_handed_on_before_a_block_is_full), RUN(a_refused_block_ends_the_writing),
    RUN(after_a_failure_nothing_more_is_handed_on))
