-- The page of all error codes (docs/CODES.md), made from engine/base/codes.def.
--
--     lua5.4 tools/dev/codes.lua        prints the page
--
-- As a module: require("codes").page() and .list(). Knows the table, not where errors come from.

package.path = (arg[0]:match("^(.*/)") or "./") .. "?.lua;" .. package.path
local tree = require("tree")

local codes = {}

local areas = {
  { "1", "Program and memory", "程序与内存" },
  { "2", "Data", "数据" },
  { "3", "Rule files as text", "规则文件的写法" },
  { "4", "Packs", "规则包" },
  { "5", "Evaluation", "判定" },
  { "6", "Command line", "命令行" },
  { "7", "Audit of data", "数据核查" },
  { "8", "Policy lab", "政策试算" },
  { "9", "Data: import, continued", "数据：导入（续）" },
}

local head = [[
# Error codes · 错误代码

<!-- Generated from engine/base/codes.def by tools/dev/generated.lua; do not edit. -->

Every message ends in a code, `[JH-211]`. The text says what is wrong and what to do. `{1}` to `{4}` are filled in
when the message is printed; `{2?}` becomes a suggestion if there is one. What to do about bad data at length: part 8
of [DATA.md](DATA.md). A code never changes its meaning.

每条消息末尾有代码，如 `[JH-211]`，文字写明问题和处理办法。`{1}` 至 `{4}` 在输出时填入具体内容；`{2?}` 处在有相近名称时给出建议。
数据问题的处理办法详见[《数据说明》](DATA.zh-CN.md)第八节。代码的含义不会改变。
]]

local function unquoted(text)
  return (text:gsub('\\"', '"'))
end

--- All codes in order: { number =, name =, en =, zh = }
function codes.list()
  local list = {}
  local text = tree.text("engine/base/codes.def")
  for number, name, rest in text:gmatch("\nJH_CODE%((%d+), ([A-Z0-9_]+), ([^\n]*)%)") do
    local en, zh = rest:match('^"(.-[^\\])", "(.*)"$')
    if not en then
      en, zh = rest:match('^"(.-)", "(.*)"$')
    end
    list[#list + 1] = { number = number, name = name, en = unquoted(en), zh = unquoted(zh) }
  end
  local _, count = text:gsub("\nJH_CODE%(", "")
  assert(count == #list and count > 0, "engine/base/codes.def: a line is not JH_CODE(number, NAME, \"…\", \"…\")")
  return list
end

local function cell(text)
  return (text:gsub("|", "\\|"))
end

function codes.page()
  local lines = { head }
  local list = codes.list()
  for _, area in ipairs(areas) do
    lines[#lines + 1] = ("## %sxx %s · %s\n"):format(area[1], area[2], area[3])
    lines[#lines + 1] = "| code | English | 中文 |\n| --- | --- | --- |"
    for _, code in ipairs(list) do
      if code.number:sub(1, 1) == area[1] then
        lines[#lines + 1] = ("| JH-%s | %s | %s |"):format(code.number, cell(code.en), cell(code.zh))
      end
    end
    lines[#lines + 1] = ""
  end
  lines[#lines] = nil
  return table.concat(lines, "\n") .. "\n"
end

if arg[0]:match("([^/]*)$") == "codes.lua" then
  io.write(codes.page())
end

return codes
