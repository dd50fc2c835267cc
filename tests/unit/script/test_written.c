/* What an author wrote for a field, as tables of changes show it. */
#include "support/test.h"

#include "script/written.h"

void *__real_jh_arena_get(jh_arena *arena, size_t size);
void *__wrap_jh_arena_get(jh_arena *arena, size_t size);
int __real_jh_alloc_grow(void **items, size_t *room, size_t count, size_t size);
int __wrap_jh_alloc_grow(void **items, size_t *room, size_t count, size_t size);

static long left = -1; /* allocations until the one that fails; negative: none does */
static bool has_refused;

static bool refuses(void) {
  if (left < 0 || left-- > 0) return false;
  return has_refused = true;
}

void *__wrap_jh_arena_get(jh_arena *arena, size_t size) {
  return refuses() ? NULL : __real_jh_arena_get(arena, size);
}

int __wrap_jh_alloc_grow(void **items, size_t *room, size_t count, size_t size) {
  return refuses() ? -1 : __real_jh_alloc_grow(items, room, count, size);
}

static jh_error err;
static jh_arena *arena;

static int set_up(void **state) {
  (void)state;
  arena = jh_arena_open();
  return arena ? 0 : -1;
}

static int tear_down(void **state) {
  (void)state;
  jh_arena_close(arena);
  return 0;
}

/* The field `was` of `change "p"` in a text. */
static const char *was_of(const char *text) {
  const jh_written what = {jh_str_of(text), "change", "p", "was"};
  const char *out = "";
  size_t words;
  assert_int_equal(jh_written_field(&out, &words, arena, &what, &err), JH_OK);
  return out;
}

TEST(a_field_is_one_line_up_to_its_comma_or_bracket) {
  assert_string_equal(was_of("change \"p\" { was = 2, now = 3 }"), "2");
  assert_string_equal(was_of("change \"p\" { now = 3; was = 2; }"), "2");
  assert_string_equal(was_of("change 'p' {\r\n  was =\r\n\ta  +\tb\n\n* (c)\n}"), "a + b * (c)");
  assert_string_equal(
      was_of("change \"p\" { was = f(a, { b = 1, [2] = c }), now = 3 }"),
      "f(a, { b = 1, [2] = c })");
  assert_string_equal(was_of("  relax \"p\" { was = 1 } change \"p\" { was = 2 }"), "2");
}

TEST(comments_are_left_out_and_end_nothing) {
  assert_string_equal(was_of("change \"p\" { was = a -- it's so, (\n  + b, now = 1 }"), "a + b");
  assert_string_equal(was_of("change \"p\" { was = a--[[ , ) ]]+ b }"), "a + b");
  assert_string_equal(was_of("change \"p\" { -- was = 1,\n was = 2 }"), "2");
}

TEST(texts_stay_as_they_are_but_for_line_ends) {
  assert_string_equal(was_of("change \"p\" { was = k:is \"a -- b,  )\" }"), "k:is \"a -- b,  )\"");
  assert_string_equal(was_of("change \"p\" { was = k:is 'it\\'s', now = 1 }"), "k:is 'it\\'s'");
  assert_string_equal(was_of("change \"p\" { was = [[a\nb]] }"), "[[a b]]");
}

TEST(the_path_may_be_an_expression_and_tells_statements_of_one_line_apart) {
  assert_string_equal(
      was_of("change \"q\" { was = 1 } change \"p\" { was = 2 } change \"p\" { was = 3 }"), "2");
  assert_string_equal(was_of("change(\"p\") { was = 2 }"), "2");
  assert_string_equal(was_of("change(name .. (\".\" .. field)) { was = 2 }"), "2");
}

TEST(what_is_not_in_the_statement_is_not_found) {
  assert_null(was_of("change \"p\" { now = 3 }\nchange \"p\" { was = 2 }"));
  assert_null(was_of("change \"p\" { now = 3, } change \"p\" { was = 2 }"));
  assert_null(was_of("change \"p\" { now = f { was = 1 }, was_not = 2, was == 1 }"));
  assert_null(was_of("change \"p\" (record) { was = 2 }"));
  assert_null(was_of("local c = change\nchange \"p\" { was = 2 }"));
  assert_null(was_of("c \"p\" { was = 2 }"));
  assert_null(was_of("c \"p\" { was = 1 }\nchange \"p\" { was = 2 }"));
  assert_null(was_of("change \"p\" { was = }"));
  assert_null(was_of("change(\"p\""));
  assert_null(was_of("change"));
  assert_null(was_of("change \"p\" { now = 3"));
  assert_null(was_of("change \"p\" { was = 3"));
  assert_null(
      was_of("备注 ]] change \"p\" { was = 2 }")); /* a text over several lines ended here */
}

/* Behind more words than are looked at first, in a formula that is longer than that. */
static const char *long_text(void) {
  static char text[6000];
  (void)snprintf(text, sizeof text, "change \"p\" { now = 1");
  for (int i = 0; i < 100; i++) strcat(text, " + 1");
  strcat(text, ", was = 0");
  for (int i = 0; i < 150; i++) strcat(text, " + a");
  return strcat(text, " }");
}

TEST(long_statements_are_read_to_their_end) {
  const char *text = long_text(), *was = was_of(text);
  assert_int_equal(strlen(was), 1 + 150 * 4);
  assert_string_equal(was + strlen(was) - 5, "a + a");
}

TEST(what_finds_no_memory_is_told_as_such) {
  const jh_written what = {jh_str_of(long_text()), "change", "p", "was"};
  bool has_ended = false;
  for (long n = 0; n < 10000 && !has_ended; n++) {
    const char *out;
    size_t words;
    has_refused = false;
    left = n;
    jh_code code = jh_written_field(&out, &words, arena, &what, &err);
    left = -1;
    has_ended = !has_refused;
    assert_int_equal(code, has_refused ? JH_ENOMEM : JH_OK);
    assert_true(has_refused == (out == NULL));
  }
  assert_true(has_ended);
}

#define FRESH(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

TESTS(
    FRESH(a_field_is_one_line_up_to_its_comma_or_bracket),
    FRESH(comments_are_left_out_and_end_nothing), FRESH(texts_stay_as_they_are_but_for_line_ends),
    FRESH(the_path_may_be_an_expression_and_tells_statements_of_one_line_apart),
    FRESH(what_is_not_in_the_statement_is_not_found), FRESH(long_statements_are_read_to_their_end),
    FRESH(what_finds_no_memory_is_told_as_such))
