-- How long files and functions are: files at most 500 lines, functions at most 60.
--
-- Functions are found by their indentation, which tools/dev/format guarantees: in C from a
-- line that begins at the margin and ends in "{" to the "}" at the margin, in Lua from
-- "function" to the "end" below it.

package.path = (arg[0]:match("^(.*/)") or "./") .. "?.lua;" .. package.path
local tree = require("tree")

local file_limit, function_limit = 500, 60

local function c_functions(lines)
  local found, first = {}, nil
  for number, line in ipairs(lines) do
    local opens = line:match("^[%a_].*%b().*{%s*$") or (line:match("^    .*%) {$") and not first)
    if opens and not line:match("^extern ") then
      first = number
    elseif line == "}" and first then
      found[#found + 1] = { first = first, length = number - first + 1 }
      first = nil
    elseif line:match("^}") then
      first = nil
    end
  end
  return found
end

local function lua_functions(lines)
  local found, open = {}, {}
  for number, line in ipairs(lines) do
    local indent = line:match("^(%s*)local function ") or line:match("^(%s*)function ")
    if indent and not line:match("%f[%w]end$") then
      open[#open + 1] = { first = number, indent = indent }
    elseif #open > 0 and line == open[#open].indent .. "end" then
      local last = table.remove(open)
      found[#found + 1] = { first = last.first, length = number - last.first + 1 }
    end
  end
  return found
end

-- The value below which the given share of a sorted list lies.
local function at(sorted, share)
  return sorted[math.max(1, math.ceil(#sorted * share))] or 0
end

local problems, file_sizes, function_sizes = {}, {}, {}
for _, path in ipairs(tree.files({ "engine", "tools", "tests" }, { c = true, h = true, lua = true })) do
  local lines = tree.lines(path)
  local functions = path:match("%.lua$") and lua_functions(lines) or c_functions(lines)
  if #lines > file_limit then
    problems[#problems + 1] = ("%s: %d lines, at most %d"):format(path, #lines, file_limit)
  end
  for _, one in ipairs(functions) do
    if one.length > function_limit then
      problems[#problems + 1] =
        ("%s:%d: a function of %d lines, at most %d"):format(path, one.first, one.length, function_limit)
    end
  end
  if path:match("^engine/.*%.[cl]") or path:match("^tools/.*%.[cl]") then
    file_sizes[#file_sizes + 1] = #lines
    for _, one in ipairs(functions) do
      function_sizes[#function_sizes + 1] = one.length
    end
  end
end

table.sort(file_sizes)
table.sort(function_sizes)
print(
  ("engine and tools: %d sources, median %d lines, longest %d"):format(
    #file_sizes, at(file_sizes, 0.5), at(file_sizes, 1)))
print(
  ("%d functions, median %d lines, nine of ten at most %d, longest %d"):format(
    #function_sizes, at(function_sizes, 0.5), at(function_sizes, 0.9), at(function_sizes, 1)))
tree.finish(problems, ("no file over %d lines, no function over %d"):format(file_limit, function_limit))
