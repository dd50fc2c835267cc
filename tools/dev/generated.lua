-- Pages that are made from the code and the dictionaries, whole or a table of them, and kept in the tree to be
-- read there.
--
--     lua5.4 tools/dev/generated.lua --check PROGRAM    fails if one of them is stale
--     lua5.4 tools/dev/generated.lua --write PROGRAM    writes them anew

package.path = (arg[0]:match("^(.*/)") or "./") .. "?.lua;" .. package.path
local tree = require("tree")
local codes = require("codes")
local kinds = require("kinds")

local dictionary_heads = {
  en = [[
# The national dictionary

<!-- Generated from data/schema/national.lua and forms.lua by tools/dev/generated.lua; do not edit. -->

All columns of the dataset that the national packs read, table by table. A column is known by its English name or
by any of its headers; `*` marks those that must be there. How the tables are read: [DATA.md](DATA.md). Notes
stand in the language of the forms.

]],
  zh = [[
# 全国数据字典

<!-- 由 tools/dev/generated.lua 根据 data/schema/national.lua、forms.lua 生成，请勿手工修改。 -->

全国规则包所用数据集的全部列，按表列出。表头写英文列名或所列任一中文表头均可；`*` 表示该列不可缺少。
数据表怎样读取，见[《数据说明》](DATA.zh-CN.md)。

]],
}

local function quoted(text)
  return "'" .. text:gsub("'", "'\\''") .. "'"
end

local function dictionary(program, lang)
  local command = ("cd %s && %s dictionary --dictionary national --lang %s"):format(
    quoted(tree.root), quoted(program), lang)
  local pipe = assert(io.popen(command))
  local text = pipe:read("a")
  assert(pipe:close(), "junheng dictionary failed")
  return dictionary_heads[lang] .. text
end

local verb, program = arg[1], arg[2]
assert(program and (verb == "--check" or verb == "--write"), "usage: generated.lua --check|--write PROGRAM")

local pages = {
  { "docs/CODES.md", codes.page() },
  { "docs/DATA.md", kinds.page("docs/DATA.md", "en") },
  { "docs/DATA.zh-CN.md", kinds.page("docs/DATA.zh-CN.md", "zh") },
  { "docs/DICTIONARY.md", dictionary(program, "en") },
  { "docs/DICTIONARY.zh-CN.md", dictionary(program, "zh") },
}

-- The rulebook: a folder of pages, made by the program from all packs below rules/.
local rulebook = "docs/rulebook"

local function shell(command)
  assert(os.execute(command), command .. " failed")
end

local function export(which, folder)
  shell(("cd %s && %s rules export %s rules --quiet"):format(quoted(tree.root), quoted(which), quoted(folder)))
end

-- The pages in a folder, by path below it.
local function pages_in(folder)
  local found = {}
  local pipe = assert(io.popen(("cd %s && find . -type f | LC_ALL=C sort"):format(quoted(folder))))
  for line in pipe:lines() do
    local file <close> = assert(io.open(folder .. "/" .. line, "rb"))
    found[line:sub(3)] = file:read("a")
  end
  pipe:close()
  return found
end

local function absolute_root()
  local pipe = assert(io.popen(("cd %s && pwd"):format(quoted(tree.root))))
  local path = pipe:read("l")
  pipe:close()
  return path
end

local function stale_pages(which)
  local scratch = os.tmpname()
  os.remove(scratch)
  export(which, scratch)
  local folder = absolute_root() .. "/" .. rulebook
  shell("mkdir -p " .. quoted(folder))
  local made, there, list = pages_in(scratch), pages_in(folder), {}
  for path, text in pairs(made) do
    if there[path] ~= text then
      list[#list + 1] = path
    end
  end
  for path in pairs(there) do
    if not made[path] then
      list[#list + 1] = path
    end
  end
  shell("rm -rf " .. quoted(scratch))
  table.sort(list)
  return list
end

local function kept(path)
  local file <close> = io.open(tree.root .. path, "rb")
  return file and file:read("a")
end

local problems = {}
for _, page in ipairs(pages) do
  if verb == "--write" then
    local file <close> = assert(io.open(tree.root .. page[1], "wb"))
    assert(file:write(page[2]))
  elseif kept(page[1]) ~= page[2] then
    problems[#problems + 1] = page[1] .. ": stale; run lua5.4 tools/dev/generated.lua --write PROGRAM"
  end
end
if verb == "--write" then
  shell(("cd %s && rm -rf %s"):format(quoted(tree.root), quoted(rulebook)))
  export(program, rulebook)
else
  for _, path in ipairs(stale_pages(program)) do
    problems[#problems + 1] =
      ("%s/%s: stale; run lua5.4 tools/dev/generated.lua --write PROGRAM"):format(rulebook, path)
  end
end
tree.finish(problems, ("%d pages and the rulebook"):format(#pages))
