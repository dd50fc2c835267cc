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

<!-- Generated from data/schema/national.lua, forms.lua and all packs by tools/dev/generated.lua; do not edit. -->

All columns of the national dataset, table by table. A column is known by its English name or by any of its headers;
`*` marks those that must be there. How the tables are read: [DATA.md](DATA.md). "Form" names the statistical form
where it is known, as a hint; "held by" who usually has the figure. "Read by" is derived from the packs, not typed:
the rules of national packs that read the column themselves, not through other rules; the index at the end tells
which columns each pack reads. The same for programs: `junheng dictionary rules --format json`.

]],
  zh = [[
# 全国数据字典

<!-- 由 tools/dev/generated.lua 根据 data/schema/national.lua、forms.lua 和全部规则包生成，请勿手工修改。 -->

全国数据集的全部列，按表列出。表头写英文列名或所列任一中文表头均可；`*` 表示该列不可缺少。
数据表怎样读取，见[《数据说明》](DATA.zh-CN.md)。“报表”为已知的统计报表，仅作线索；“由谁掌握”指通常掌握该数据的部门或学校。
“读取它的规则”由规则包推导得出，不是手工填写：列出全国规则包中直接（而非通过其他规则）读取该列的规则；各规则包读取哪些列，见文末。
程序可读的形式：`junheng dictionary rules --format json`。

]],
}

local function quoted(text)
  return "'" .. text:gsub("'", "'\\''") .. "'"
end

local function dictionary(program, lang)
  local command = ("cd %s && %s dictionary --dictionary national --quiet --lang %s rules"):format(
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
