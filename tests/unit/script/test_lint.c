#include "support/test.h"

#include "script/lint.h"

static jh_error err;

static jh_code lint(const char *text) { return jh_lint(jh_str_of(text), "a.lua", &err); }

/* A line that must be refused, the code, the column, and the sign that is named. */
static const struct {
  const char *text;
  jh_code code;
  uint32_t column;
  const char *sign;
} refused[] = {
    {"x = school.students == 5", JH_ECOMPARISON, 21, "=="},
    {"x = 5 ~= school.students", JH_ECOMPARISON, 7, "~="},
    {"x = school.students < 5", JH_ECOMPARISON, 21, "<"},
    {"x = ceil(school.classes / 12) >= 2", JH_ECOMPARISON, 31, ">="},
    {"x = school[\"在校生数\"] <= 5", JH_ECOMPARISON, 28, "<="},
    {"x = (school.a + 1) > 5", JH_ECOMPARISON, 20, ">"},
    {"x = { holds = school.a and school.b }", JH_ELOGIC, 24, "and"},
    {"x = { holds = true or school.b }", JH_ELOGIC, 20, "or"},
    {"x = { holds = not county.is_poor }", JH_ELOGIC, 15, "not"},
    {"if county.is_poor then end", JH_ELOGIC, 1, "if"},
    {"while stage.a do end", JH_ELOGIC, 1, "while"},
    {"repeat until stage.a", JH_ELOGIC, 8, "until"},
    {"local a = school.students\nlocal b = a == 5", JH_ECOMPARISON, 13, "=="},
    {"local a, b = 1, school.x local c = b and 1", JH_ELOGIC, 38, "and"},
    {"for _, v in ipairs { school.a, school.b } do local y = v == 1 end", JH_ECOMPARISON, 58, "=="},
    {"local function f(v) return v and 1 end f(school.a)", JH_ELOGIC, 30, "and"},
    {"local function f() return school.a end x = f() == 3", JH_ECOMPARISON, 48, "=="},
    {"x = compute { each = function(row) return row.a == 0 end }", JH_ECOMPARISON, 49, "=="},
    {"x = compute { each = function(r) local a = r.x * 2 if 0 ~= a then end end }", JH_ECOMPARISON,
     57, "~="},
    {"local function f(v) return v == 0 end x = compute { each = function(r) return f(r.x) end }",
     JH_ECOMPARISON, 30, "=="},
    {"local n = school.x y = compute { each = function(row) if n then end end }", JH_ELOGIC, 55,
     "if"},
    {"local n = 0 x = compute { each = function(row) n = n + 1 return n end }", JH_ECOMPUTE_STATE,
     48, "n"},
    {"local t = {} x = compute { each = function(row) t[1] = row.a return 1 end }",
     JH_ECOMPUTE_STATE, 49, "t"},
    {"x = { each = function(row) return school.a < 1 end }", JH_ECOMPARISON, 44, "<"},
    {"table_of \"w\" { level = \"well\" } x = well.depth == 3", JH_ECOMPARISON, 48, "=="},
};

TEST(a_comparison_that_lua_would_swallow_is_found) {
  for (size_t i = 0; i < COUNT(refused); i++) {
    jh_code code = lint(refused[i].text);
    if (code != refused[i].code || err.at.column != refused[i].column) {
      fail_msg("%s: code %d column %u", refused[i].text, (int)code, err.at.column);
    }
    assert_string_equal(err.args[0], refused[i].sign);
    assert_string_equal(err.at.file, "a.lua");
  }
}

TEST(ordinary_lua_passes) {
  const char *const good[] = {
      "local n = 3 if n == 3 then n = n + 1 end",
      "for i, name in ipairs { 'a', 'b' } do local last = i == 2 and name or 'x' end",
      "indicator 'a' { measure = school.a / school.b, at_least = { primary = 1 } }",
      "-- school.a == 5 is a comment\nlocal s = 'school.a == 5'",
      "--[[ school.a == 5 \n x ]] local long = [==[ school.a and ]] ]==]",
      "local ok = 1 == 2\nindicator 'x' { measure = stage.students }",
      "local t = { school = 1 } local same = t.school == 1",
      "local a <const> = 1 goto done ::done::",
      "x = a:at_least(3) & ~b | c",
      "",
      "local f = function(a) return a end",
      "x = compute { of = school, reads = { a = school.a }, each = function(row)\n"
      "  local count = 0 local share = row.a\n  for i = 1, 3 do count = count + i end\n"
      "  local t = { best = 1 } t.best = share\n"
      "  if count == 6 and (share < 3 or not row.a:equals(4)) then return share end\n"
      "  return row.a / 2 end }",
      "local row = school.a x = compute { each = function(row) if row.a > 1 then end end }",
  };
  for (size_t i = 0; i < COUNT(good); i++) {
    if (lint(good[i]) != JH_OK) fail_msg("%s: column %u", good[i], err.at.column);
  }
}

TEST(a_field_that_a_table_names_twice_is_found) {
  assert_int_equal(lint("x = { a = 1,\n  b = { a = 2 }, a = 3 }"), JH_EDUPLICATE);
  assert_string_equal(err.args[1], "a");
  assert_int_equal(err.at.line, 2);
  assert_int_equal(err.at.column, 18);
  assert_int_equal(err.also.line, 1);
  assert_int_equal(lint("x = { a = 1; ['a'] = 2 }"), JH_EDUPLICATE);
  assert_int_equal(lint("x = { [\"b\"] = 1, [\"b\"] = 2 }"), JH_EDUPLICATE);
  const char *const good[] = {
      "x = { a = 1, b = { a = 1 }, c = { a = 2, { a = 3 }, { a = 3 } } }",
      "x = { f = function(a) local t = {} t.a = 1 a = 2 for i = 1, 2 do a = i end end, a = 1 }",
      "x = { a == 1, a == 1, ['a b'] = 1, a = 1 } y = { a = 1 }",
  };
  for (size_t i = 0; i < COUNT(good); i++) {
    if (lint(good[i]) != JH_OK) fail_msg("%s: column %u", good[i], err.at.column);
  }
}

TEST(full_width_signs_are_named_with_their_plain_twins) {
  assert_int_equal(lint("local a = 1\nlocal b = {1，2}"), JH_EFULL_WIDTH);
  assert_string_equal(err.args[0], "，");
  assert_string_equal(err.args[1], ",");
  assert_int_equal(err.at.line, 2);
  assert_int_equal(err.at.column, 13);
  assert_int_equal(lint("a = １２"), JH_EFULL_WIDTH);
  assert_string_equal(err.args[1], "1");
  assert_int_equal(lint("a = “x”"), JH_EFULL_WIDTH);
  assert_int_equal(lint("a = stage.x ≥ 3"), JH_EFULL_WIDTH);
  assert_string_equal(err.args[1], ":at_least(…)");
  assert_int_equal(lint("a = 学校.x"), JH_EBARE_WORD);
  assert_int_equal(lint("a = \"，\" -- ，"), JH_OK);
}

TEST(a_text_made_to_be_slow_is_refused) {
  size_t count = 40000, step = strlen("local function f(v) end ");
  char *text = malloc(count * step + 1);
  assert_non_null(text);
  for (size_t i = 0; i < count; i++) memcpy(text + i * step, "local function f(v) end ", step + 1);
  assert_int_equal(lint(text), JH_ETOO_LARGE);
  free(text);
}

TESTS(
    RUN(a_comparison_that_lua_would_swallow_is_found), RUN(ordinary_lua_passes),
    RUN(a_field_that_a_table_names_twice_is_found),
    RUN(full_width_signs_are_named_with_their_plain_twins), RUN(a_text_made_to_be_slow_is_refused))
