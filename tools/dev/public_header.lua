-- Makes the one header that is installed, and the list of what the library exports.
--
--     lua5.4 tools/dev/public_header.lua ENGINE HEADER.h EXPORTS.map
--
-- ENGINE/junheng.h and the headers of ours that it includes become one file that stands alone, in
-- C and in C++; the codes of base/codes.def are written out. Every function declared there is
-- exported by the shared library, and nothing else.

local engine, header_path, map_path = table.unpack(arg)
assert(map_path, "usage: public_header.lua ENGINE HEADER.h EXPORTS.map")

local function read(name)
  local file <close> = assert(io.open(engine .. "/" .. name, "rb"))
  return file:read("a")
end

local function write(path, text)
  local file <close> = assert(io.open(path, "wb"))
  assert(file:write(text))
end

-- The enumerators that base/codes.def stands for.
local function codes()
  local lines = {}
  for number, name, text in read("base/codes.def"):gmatch('\nJH_CODE%((%d+), ([%w_]+), "(.-[^\\])", "') do
    text = text:gsub('\\"', '"'):gsub("%*/", "* /")
    lines[#lines + 1] = ("  JH_E%s = %s, /* %s */\n"):format(name, number, text)
  end
  assert(#lines > 0, "no codes found")
  return table.concat(lines)
end

local system, seen, parts = {}, {}, {}

-- Adds a header after those that it includes, without guard, includes and extern "C".
local function add(name)
  if seen[name] then
    return
  end
  seen[name] = true
  local text = read(name)
  text = text:gsub("#define JH_CODE%b().-#undef JH_CODE\n", function()
    return (codes():gsub("%%", "%%%%"))
  end)
  text = text:gsub('#ifdef __cplusplus\n.-#endif\n', "")
  text = text:gsub("#ifndef (JUNHENG_H)\n#define %1\n", ""):gsub("#ifndef (JH_[%u_]+_H)\n#define %1\n", "")
  text = text:gsub("\n#endif%s*$", "\n")
  for kind, included in text:gmatch('#include ([<"])([^>"]+)[>"]') do
    if kind == "<" then
      system[included] = true
    else
      add(included)
    end
  end
  text = text:gsub('#include [^\n]*\n', "")
  parts[#parts + 1] = { name = name, text = (text:gsub("\n\n\n+", "\n\n")) }
end

add("junheng.h")

local names = {}
for name in pairs(system) do
  names[#names + 1] = name
end
table.sort(names)

-- The manual at the top of junheng.h stays at the top.
local main = table.remove(parts)
local manual, rest = main.text:match("^(/%*.-%*/\n)(.*)$")
local out = { manual, "#ifndef JUNHENG_H\n#define JUNHENG_H\n\n" }
for _, name in ipairs(names) do
  out[#out + 1] = ("#include <%s>\n"):format(name)
end
out[#out + 1] = '\n#ifdef __cplusplus\nextern "C" {\n#endif\n\n'
for _, part in ipairs(parts) do
  out[#out + 1] = part.text
  out[#out + 1] = "\n"
end
out[#out + 1] = (rest:gsub("^\n+", ""))
out[#out + 1] = "\n#ifdef __cplusplus\n}\n#endif\n\n#endif\n"
local header = table.concat(out):gsub("\n\n\n+", "\n\n")
write(header_path, header)

-- Functions are the names directly before a bracket, outside comments and types of functions.
local plain = header:gsub("/%*.-%*/", ""):gsub("#[^\n]*", "")
local functions, known = {}, {}
for name in plain:gmatch("%f[%w_](jh_[%w_]+)%s*%(") do
  if not known[name] then
    known[name] = true
    functions[#functions + 1] = "    " .. name .. ";\n"
  end
end
table.sort(functions)
write(map_path, "{\n  global:\n" .. table.concat(functions) .. "  local:\n    *;\n};\n")
