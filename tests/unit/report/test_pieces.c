/* test_pieces.c - pieces made by several threads are handed on as one thread would. */
#include "support/test.h"

#include "report/pieces.h"

enum { PIECES = 300 };

typedef struct work {
  size_t fails_at, refuses_at, counted, counts_until;
  jh_buf said;
} work;

static bool take(void *payload, const char *bytes, size_t size) {
  work *w = payload;
  jh_buf_add(&w->said, (jh_str){bytes, size});
  return w->said.size < w->refuses_at;
}

/* Some say nothing, some more than a block of output. */
static jh_code make(void *payload, size_t lane, size_t piece, jh_buf *buf, jh_error *err) {
  const work *w = payload;
  (void)lane;
  if (piece == w->fails_at) return jh_fail(err, JH_ENO_FOLDER, NULL, "here", NULL);
  if (piece % 5 == 0) return JH_OK;
  jh_buf_print(buf, "<%zu", piece);
  if (piece % 50 == 1) jh_buf_spaces(buf, 70000);
  jh_buf_char(buf, '>');
  return JH_OK;
}

static jh_code count(void *payload, size_t piece, jh_error *err) {
  work *w = payload;
  assert_int_equal(piece, w->counted++);
  return w->counted == w->counts_until ? jh_fail(err, JH_EINTERNAL, NULL, NULL) : JH_OK;
}

static jh_code write(work *w, size_t lanes, jh_error *err) {
  jh_out out;
  jh_pieces pieces = {
      .lanes = lanes, .count = PIECES, .between = ",", .payload = w, .make = make, .then = count};
  w->counted = 0;
  jh_buf_init(&w->said);
  jh_out_init(&out, take, w);
  jh_buf_text(&out.buf, "head:");
  return jh_out_done(&out, jh_pieces_write(&out, &pieces, err), err);
}

static work all(void) {
  return (work){.fails_at = SIZE_MAX, .refuses_at = SIZE_MAX, .counts_until = SIZE_MAX};
}

TEST(the_bytes_are_the_same_for_any_number_of_threads) {
  work one = all();
  assert_int_equal(write(&one, 1, NULL), JH_OK);
  assert_int_equal(one.counted, PIECES);
  assert_memory_equal(
      one.said.at, "head:<1 ", 8); /* nothing before the first that says something */
  for (size_t lanes = 2; lanes <= 5; lanes++) {
    work w = all();
    assert_int_equal(write(&w, lanes, NULL), JH_OK);
    assert_int_equal(w.counted, PIECES);
    assert_int_equal(w.said.size, one.said.size);
    assert_memory_equal(w.said.at, one.said.at, one.said.size);
    jh_buf_done(&w.said);
  }
  jh_buf_done(&one.said);
}

TEST(the_first_failure_in_order_is_told) {
  for (size_t lanes = 1; lanes <= 4; lanes++) {
    work w = all();
    jh_error err = {.code = JH_OK};
    w.fails_at = 120;
    assert_int_equal(write(&w, lanes, &err), JH_ENO_FOLDER);
    assert_int_equal(err.code, JH_ENO_FOLDER);
    assert_int_equal(w.counted, 120);
    jh_buf_done(&w.said);
    w.counts_until = 60;
    assert_int_equal(write(&w, lanes, &err), JH_EINTERNAL);
    jh_buf_done(&w.said);
  }
}

TEST(a_sink_that_refuses_ends_it) {
  work w = all();
  jh_error err = {.code = JH_OK};
  w.refuses_at = 1;
  assert_int_equal(write(&w, 3, &err), JH_ENOT_WRITABLE);
  assert_true(w.counted < PIECES);
  jh_buf_done(&w.said);
}

TESTS(
    RUN(the_bytes_are_the_same_for_any_number_of_threads), RUN(the_first_failure_in_order_is_told),
    RUN(a_sink_that_refuses_ends_it))
