-- Lua of the project's own tools is ordinary Lua 5.4; packs, dictionaries and cases know nothing
-- but the words of the rule language. Run by tools/dev/luacheck from the root of the tree.

std = "lua54"
max_line_length = 140
codes = true

-- The words of the language, and the levels that any dictionary declares.
local function words()
  local list = dofile("tools/dev/words.lua").all
  local levels = io.popen([[grep -rhoE --include='*.lua' '\<level = "[a-z_]+"' rules data tests 2>/dev/null | sort -u]])
  for line in levels:lines() do
    list[#list + 1] = line:match('"(.*)"')
  end
  levels:close()
  return list
end

local rule_language = {
  std = "none",
  read_globals = words(),
  -- Chinese takes three bytes a character; how long a line looks is for the eye to judge.
  max_line_length = false,
}

files["rules/**/*.lua"] = rule_language
files["data/**/*.lua"] = rule_language
files["tests/**/*.lua"] = rule_language

-- Programs among the tests.
files["tests/golden/run.lua"] = { std = "lua54", max_line_length = 140 }
files["tests/docs/run.lua"] = { std = "lua54", max_line_length = 140 }
files["tests/moved/run.lua"] = { std = "lua54", max_line_length = 140 }
