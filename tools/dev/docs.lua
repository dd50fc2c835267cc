-- What documents say of the code is true.
--
--     lua5.4 tools/dev/docs.lua
--
-- Checked are:
--   1. the layers drawn in docs/ARCHITECTURE.md are those of layers.lua (the block after the words "layers.lua --print");
--   2. links between files of the tree lead somewhere, and files of the code that are named exist;
--   3. every document for users exists in both languages, with the same number of sections;
--   4. the data guides name every error code of data, the rule guides every word of the language;
--   5. docs/decisions/README.md lists every decision.

local folder = arg[0]:match("^(.*/)") or "./"
package.path = folder .. "?.lua;" .. package.path
local tree = require("tree")
local codes = require("codes")
local words = require("words")

local problems = {}
local function wrong(form, ...)
  problems[#problems + 1] = form:format(...)
end

local function exists(path)
  local file = io.open(tree.root .. path)
  return file ~= nil and file:close()
end

-- The picture has counts of modules, which may change with every file: they are left out.
local function without_counts(text)
  local layers = text:match("^(.-\n%(in brackets[^\n]*)") or text
  return (layers:gsub(" +%d+ modules", ""):gsub("%((%w+)%)", "%1"):gsub("%s+$", ""))
end

local function check_layers()
  local pipe <close> = assert(io.popen(("lua5.4 '%slayers.lua' --print"):format(folder)))
  local drawn = without_counts(pipe:read("a"))
  local shown = tree.text("docs/ARCHITECTURE.md"):match("layers%.lua %-%-print.-```text\n(.-)\n```")
  if not shown or without_counts(shown) ~= drawn then
    wrong("docs/ARCHITECTURE.md: the layers are now\n%s", drawn)
  end
end

local function normal(path)
  local parts = {}
  for part in path:gmatch("[^/]+") do
    if part == ".." then
      parts[#parts] = nil
    elseif part ~= "." then
      parts[#parts + 1] = part
    end
  end
  return table.concat(parts, "/")
end

local function check_links(path)
  local text = tree.text(path):gsub("```.-\n```", "")
  for target in text:gmatch("%]%(([^)%s]+)%)") do
    local file = target:gsub("#.*$", "")
    local place = normal((path:match("^(.*)/") or "") .. "/" .. file)
    if not target:match("^%a+:") and file ~= "" and not exists(place) then
      wrong("%s: the link leads nowhere: %s", path, target)
    end
  end
end

-- Names such as `table/load.c`: from the root, from engine/, or from engine/script/.
local function check_names(path)
  local text = tree.text(path):gsub("```.-\n```", "")
  for name in text:gmatch("`([%w_./-]+%.%l+)`") do
    local ending = name:match("%.(%l+)$")
    local is_code = ending == "c" or ending == "h" or ending == "def" or ending == "lua"
    if is_code and name:find("/") and not (exists(name) or exists("engine/" .. name) or exists("engine/script/" .. name)) then
      wrong("%s: no such file: %s", path, name)
    end
  end
end

local function sections(path)
  local _, count = ("\n" .. tree.text(path):gsub("```.-\n```", "")):gsub("\n##+ ", "")
  return count
end

local function check_pair(path)
  local chinese = path:gsub("%.md$", ".zh-CN.md")
  if not exists(chinese) then
    wrong("%s: is missing", chinese)
  elseif sections(path) ~= sections(chinese) then
    wrong("%s: %d sections, %s has %d", path, sections(path), chinese, sections(chinese))
  end
end

local function check_codes(path)
  local text = tree.text(path)
  for _, code in ipairs(codes.list()) do
    if code.number:sub(1, 1) == "2" and not text:find("JH%-" .. code.number) then
      wrong("%s: JH-%s %s is not explained", path, code.number, code.name)
    end
  end
end

local function check_words(path)
  local text = tree.text(path)
  for _, list in ipairs({ words.expressions, words.pack, words.cases, words.dictionary }) do
    for _, word in ipairs(list) do
      if not text:find("%f[%w_]" .. word .. "%f[^%w_]") then
        wrong("%s: the word %s does not occur", path, word)
      end
    end
  end
end

check_layers()
local documents = tree.files({ "docs", "data", "rules", "tests", "tools", "engine" }, { md = true })
for _, path in ipairs({ "README.md", "README.zh-CN.md", "CHANGELOG.md", "CONTRIBUTING.md" }) do
  documents[#documents + 1] = path
end
local list = tree.text("docs/decisions/README.md")
for _, path in ipairs(documents) do
  check_links(path)
  local decision = path:match("^docs/decisions/(%d.*)$")
  if decision and not list:find(decision, 1, true) then
    wrong("docs/decisions/README.md: %s is not listed", decision)
  end
end
for _, path in ipairs(tree.files({ "docs/decisions" }, { md = true })) do
  check_names(path)
end
check_names("docs/ARCHITECTURE.md")
for _, path in ipairs({ "README.md", "docs/RULE-AUTHORS.md", "docs/DATA.md", "docs/DICTIONARY.md" }) do
  check_pair(path)
end
check_codes("docs/DATA.md")
check_codes("docs/DATA.zh-CN.md")
check_words("docs/RULE-AUTHORS.md")
check_words("docs/RULE-AUTHORS.zh-CN.md")
tree.finish(problems, ("%d documents"):format(#documents))
