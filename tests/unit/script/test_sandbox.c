/* Each line of the threat model at the head of engine/script/sandbox.c has its attacks here. */
#include "support/test.h"

#include "text_file.h"

static jh_error err;

static const struct {
  const char *text;
  jh_code code;
  uint32_t line;
} attacks[] = {
    {"\nio.open('/etc/passwd')", JH_ENOT_ALLOWED, 2},
    {"local f = os.execute", JH_ENOT_ALLOWED, 1},
    {"require 'socket'", JH_ENOT_ALLOWED, 1},
    {"load('return 1')()", JH_ENOT_ALLOWED, 1},
    {"dofile '/etc/passwd'", JH_ENOT_ALLOWED, 1},
    {"loadfile '/etc/passwd'", JH_ENOT_ALLOWED, 1},
    {"debug.getregistry()", JH_ENOT_ALLOWED, 1},
    {"setmetatable({}, {})", JH_ENOT_ALLOWED, 1},
    {"getmetatable('').__index.rep = 1", JH_ENOT_ALLOWED, 1},
    {"rawset(school, 'x', 1)", JH_ENOT_ALLOWED, 1},
    {"pcall(function() while true do end end)", JH_ENOT_ALLOWED, 1},
    {"coroutine.wrap(function() end)()", JH_ENOT_ALLOWED, 1},
    {"collectgarbage('stop')", JH_ENOT_ALLOWED, 1},
    {"local x = _G", JH_ENOT_ALLOWED, 1},
    {"print(1)", JH_ENOT_ALLOWED, 1},
    {"local s = string.rep('x', 1e9)", JH_ENOT_ALLOWED, 1},
    {"local s = string.find('x', '.-.-.-b')", JH_ENOT_ALLOWED, 1},
    {"local s = string.dump", JH_ENOT_ALLOWED, 1},
    {"local s = ('x'):rep(1e9)", JH_ELUA, 1},
    {"local s = ('x'):gsub('x', 'y')", JH_ELUA, 1},
    {"local s = table.sort", JH_ENOT_ALLOWED, 1},
    {"local r = math.random", JH_ENOT_ALLOWED, 1},
    {"string.format('%p', {})", JH_EWRONG_VALUE, 1},
    {"string.format('%p', 'x')", JH_ENOT_ALLOWED, 1},
    {"string.sub = 1", JH_ENOT_ALLOWED, 1},
    {"school.students = 1", JH_ENOT_ALLOWED, 1},
    {"indicator = 1", JH_EGLOBAL, 1},
    {"local t = {} table.insert(t, 1, 'x')", JH_EWRONG_VALUE, 1},
    {"table.insert(school, 1)", JH_EWRONG_VALUE, 1},
    {"for k in pairs(school) do end", JH_EWRONG_VALUE, 1},
    {"_ENV = {}", JH_OK, 0},
    {"local _ENV = { } ; x = 1", JH_OK, 0},
    {"\n\nwhile true do end", JH_ESTEPS, 3},
    {"local function f() return f() end f()", JH_ESTEPS, 1},
    {"local function f() return 1 + f() end f()", JH_ETOO_DEEP, 1},
    {"local t = {} while true do t[#t + 1] = {} end", JH_EMEMORY, 1},
    {"local s = 'x' while true do s = s .. s end", JH_EMEMORY, 1},
    {"local t = {} for i = 1, 1e9 do t[i] = i end", JH_EMEMORY, 1},
    {"goto x ::x:: goto x", JH_ESTEPS, 1},
    {"goto nowhere", JH_ELUA_SYNTAX, 1},
    {"local a = {1, 2", JH_ELUA_SYNTAX, 1},
    {"\n\nindicator \"x\" { name = }", JH_ELUA_SYNTAX, 3},
    {"local a = nil local b = a.x", JH_ELUA, 1},
};

TEST(every_attack_ends_at_its_line) {
  const jh_script_limits limits = {.memory_bytes = 16 << 20, .steps = 3000000};
  for (size_t i = 0; i < COUNT(attacks); i++) {
    jh_code code = run_article_with(attacks[i].text, strlen(attacks[i].text), &limits, &err);
    bool is_line_right = attacks[i].line == 0 || err.at.line == attacks[i].line;
    /* Which wall is hit first may differ between the three that guard against growth. */
    bool is_growth = attacks[i].code == JH_EMEMORY || attacks[i].code == JH_ETOO_DEEP;
    bool is_blown = is_growth && (code == JH_ESTEPS || code == JH_EMEMORY);
    if ((code != attacks[i].code && !is_blown) || (code && !is_line_right)) {
      char text[1024];
      jh_error_print(&err, JH_EN, text, sizeof text);
      fail_msg("%s -> %d %s", attacks[i].text, (int)code, code ? text : "");
    }
    if (code) assert_string_equal(err.at.file, "article.lua");
  }
}

TEST(work_that_no_step_counts_is_charged_by_its_bytes) {
  /* Each turn makes one text of a megabyte: few steps, much work. */
  const char *text =
      "local s = 'x' for i = 1, 20 do s = s .. s end local t while true do t = s .. 'y' end";
  assert_int_equal(run_article(text, &err), JH_ESTEPS);
}

TEST(compiled_lua_is_not_read) {
  const char code[] = "\x1bLuaT\0\x19\x93";
  assert_int_equal(run_article_with(code, sizeof code, NULL, &err), JH_EBYTECODE);
}

TEST(bytes_that_are_no_text_are_placed) {
  const char nul[] = "local a = 1\nlocal b = \0 2";
  assert_int_equal(run_article_with(nul, sizeof nul - 1, NULL, &err), JH_ENUL_BYTE);
  assert_int_equal(err.at.line, 2);
  assert_int_equal(err.at.column, 11);
  assert_int_equal(run_article("local s = '\xB9\xFA'", &err), JH_EBAD_BYTES);
  assert_int_equal(err.at.column, 12);
}

TEST(deep_brackets_are_too_deep) {
  char text[4096] = "local a = ";
  memset(text + 10, '{', 1500);
  text[1510] = '\0';
  assert_int_equal(run_article(text, &err), JH_ETOO_DEEP);
  memset(text + 10, '(', 1500);
  assert_int_equal(run_article(text, &err), JH_ETOO_DEEP);
}

TEST(a_file_that_cannot_be_read_says_why) {
  jh_plan *plan;
  jh_script *script;
  assert_int_equal(jh_plan_open(&plan, &err), JH_OK);
  assert_int_equal(jh_script_open(&script, plan, NULL, &err), JH_OK);
  assert_int_equal(
      jh_script_run(script, JH_SCRIPT_PACK, "/nowhere/a.lua", "a.lua", &err), JH_ENOT_READABLE);
  assert_int_equal(jh_script_run(script, JH_SCRIPT_PACK, "/tmp", "tmp", &err), JH_EIS_FOLDER);
  jh_script_close(script);
  jh_plan_close(plan);
}

TEST(a_plan_without_end_is_refused) {
  const char *rules = "for i = 1, 1e6 do quantity((\"q%d\"):format(i)) { of = school, name = \"q\","
                      " value = school.teachers } end";
  jh_code many = run_article(rules, &err);
  /* Under a sanitizer the processor's seconds may end first. */
  assert_true(many == JH_ETOO_LARGE || many == JH_ESTEPS || many == JH_EPACK_TIME);
  assert_int_equal(err.at.line, 1);
  const char *nodes = "local x = school.teachers for i = 1, 1e9 do x = x + school.teachers end";
  jh_code code = run_article(nodes, &err);
  assert_int_equal(code, JH_EEXPRESSION_DEEP);
}

TEST(a_script_without_room_does_not_start) {
  jh_plan *plan;
  jh_script *script = NULL;
  const jh_script_limits limits = {.memory_bytes = 20000};
  assert_int_equal(jh_plan_open(&plan, &err), JH_OK);
  assert_int_not_equal(jh_script_open(&script, plan, &limits, &err), JH_OK);
  jh_plan_close(plan);
}

TESTS(
    RUN(every_attack_ends_at_its_line), RUN(work_that_no_step_counts_is_charged_by_its_bytes),
    RUN(compiled_lua_is_not_read), RUN(bytes_that_are_no_text_are_placed),
    RUN(deep_brackets_are_too_deep), RUN(a_file_that_cannot_be_read_says_why),
    RUN(a_plan_without_end_is_refused), RUN(a_script_without_room_does_not_start))
