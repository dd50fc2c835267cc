-- The table of the auditor's kinds in the data guides, made from engine/model/audit_kinds.def.
--
--     lua5.4 tools/dev/kinds.lua en|zh    prints the table
--
-- As a module: require("kinds").page(path, lang) gives the guide with its table made anew. It stands between
-- <!-- kinds: … --> and <!-- end of kinds -->.

package.path = (arg[0]:match("^(.*/)") or "./") .. "?.lua;" .. package.path
local tree = require("tree")
local codes = require("codes")

local kinds = {}

-- The arguments of one JH_AUDIT_KIND(…): quoted texts, which may be joined of several, and words.
local function arguments(text)
  local list, at = {}, 1
  while at <= #text do
    local from, to = text:find('^%s*"[^"\\]*"', at)
    if from then
      local joined = {}
      while from do
        joined[#joined + 1] = text:sub(from, to):match('"(.*)"')
        at = to + 1
        from, to = text:find('^%s*"[^"\\]*"', at)
      end
      list[#list + 1] = table.concat(joined)
    else
      local word
      word, at = text:match("^%s*([%w_]+)()", at)
      assert(word, "engine/model/audit_kinds.def: cannot read " .. text)
      list[#list + 1] = word
    end
    at = text:match("^%s*,?()", at)
  end
  return list
end

--- All kinds in order: { id =, code = (number), severity =, limit =, zh = { name =, limit =, cure = }, en = … }
function kinds.list()
  local numbers, list = {}, {}
  for _, code in ipairs(codes.list()) do
    numbers[code.name] = code.number
  end
  local text = tree.text("engine/model/audit_kinds.def"):gsub("/%*.-%*/", "")
  for inner in text:gmatch("JH_AUDIT_KIND(%b())") do
    local a = arguments(inner:sub(2, -2))
    assert(#a == 11, "engine/model/audit_kinds.def: eleven arguments are expected: " .. inner)
    local function known(word)
      return word ~= "NULL" and word or nil
    end
    list[#list + 1] = {
      id = a[2],
      code = assert(numbers[a[3]], a[3] .. " is not in codes.def"),
      severity = a[4],
      limit = known(a[5]),
      zh = { name = a[6], limit = known(a[8]), cure = a[10] },
      en = { name = a[7], limit = known(a[9]), cure = a[11] },
    }
  end
  assert(#list > 0, "engine/model/audit_kinds.def: no kinds")
  return list
end

local heads = {
  en = "| kind | what | code | usually | limit | cure |\n| --- | --- | --- | --- | --- | --- |",
  zh = "| 类别 | 是什么 | 代码 | 通常程度 | 限值 | 处理办法 |\n| --- | --- | --- | --- | --- | --- |",
}

local severities = {
  en = { ERROR = "error", WARNING = "warning", NOTE = "note" },
  zh = { ERROR = "错误", WARNING = "警告", NOTE = "提示" },
}

function kinds.table(lang)
  local lines = { heads[lang] }
  for _, kind in ipairs(kinds.list()) do
    local own = kind[lang]
    local limit = kind.limit and ("%s (%s)"):format(kind.limit, own.limit) or ""
    if lang == "zh" then
      limit = limit:gsub(" %(", "（"):gsub("%)$", "）")
    end
    lines[#lines + 1] = ("| `%s` | %s | JH-%s | %s | %s | %s |"):format(
      kind.id, own.name, kind.code, severities[lang][kind.severity], limit, own.cure)
  end
  return table.concat(lines, "\n")
end

function kinds.page(path, lang)
  local text = tree.text(path)
  local from, to = text:match("<!%-%- kinds: [^\n]*%-%->\n().-()<!%-%- end of kinds %-%->")
  assert(from, path .. ": the table of kinds has no place")
  return text:sub(1, from - 1) .. kinds.table(lang) .. "\n" .. text:sub(to)
end

if arg[0]:match("([^/]*)$") == "kinds.lua" then
  print(kinds.table(arg[1] or "en"))
end

return kinds
