-- Every public function is called where memory runs out: in a task of tests/fault.
--
--     lua5.4 tools/dev/faults.lua MADE/include/junheng.h
--
-- The header is the one that is installed (public_header.lua). A function that no task calls stands below with the
-- reason; a reason for a function that is called, or is not there, is a problem too.

package.path = (arg[0]:match("^(.*/)") or "./") .. "?.lua;" .. package.path
local tree = require("tree")

local header_path = assert(arg[1], "usage: faults.lua HEADER.h")

local pure = "neither allocates nor fails: fills what its caller gives, or looks into it"
local without_task = {
  jh_arg_both = pure,
  jh_arg_int = pure,
  jh_arg_text = pure,
  jh_code_name = "a constant text",
  jh_code_next = "a constant",
  jh_code_template = "a constant text",
  jh_place_in = pure,
  jh_str_compare = pure,
  jh_str_copy = pure,
  jh_str_ends = pure,
  jh_str_equal = pure,
  jh_str_of = pure,
  jh_str_starts = pure,
  jh_str_trim = pure,
}

-- Functions are the names directly before a bracket, outside comments.
local function names_in(text)
  local found = {}
  local plain = text:gsub("/%*.-%*/", ""):gsub('"[^"\n]*"', '""'):gsub("#[^\n]*", "")
  for name in plain:gmatch("%f[%w_](jh_[%w_]+)%s*%(") do
    found[name] = true
  end
  return found
end

local function header_text()
  local file <close> = assert(io.open(header_path, "rb"))
  return file:read("a")
end

local function called_by_tasks()
  local called = {}
  for _, path in ipairs(tree.files({ "tests/fault" }, { c = true, h = true })) do
    for name in pairs(names_in(tree.text(path))) do
      called[name] = true
    end
  end
  return called
end

local public, called, problems, count = names_in(header_text()), called_by_tasks(), {}, 0
for name in pairs(public) do
  count = count + 1
  if not called[name] and not without_task[name] then
    problems[#problems + 1] = name .. ": no task in tests/fault calls it"
  end
end
for name in pairs(without_task) do
  if called[name] then
    problems[#problems + 1] = name .. ": has a task now, and needs no reason in tools/dev/faults.lua"
  elseif not public[name] then
    problems[#problems + 1] = name .. ": not in the header any more, but in tools/dev/faults.lua"
  end
end
if count == 0 then
  problems[1] = header_path .. ": no function found"
end
table.sort(problems)
tree.finish(problems, ("%d public functions, each called by a task of tests/fault or told why not"):format(count))
