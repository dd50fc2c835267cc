-- Writes a Lua file as a C source, compiled and as it is written: embed.lua FILE SYMBOL OUTPUT
--
-- The compiled form spares each run the compiling; the text is there for a Lua that does not take it
-- (engine/script/prepare.c). Names of lines stay in it: messages are the same from both.

local input, symbol, output = table.unpack(arg)
if not output then
  error("usage: embed.lua FILE SYMBOL OUTPUT")
end

local file <close> = assert(io.open(input, "rb"))
local text = file:read("a")
local chunk = input:match("([^/]*)%.lua$")
local compiled = string.dump(assert(load(text, "=prelude/" .. chunk, "t")))

local function bytes_of(bytes)
  local lines = {}
  for start = 1, #bytes, 20 do
    local numbers = { bytes:byte(start, math.min(start + 19, #bytes)) }
    lines[#lines + 1] = "  " .. table.concat(numbers, ",") .. ","
  end
  if #bytes == 0 then
    lines[1] = "  0," -- C knows no empty arrays
  end
  return table.concat(lines, "\n")
end

local out <close> = assert(io.open(output, "wb"))
assert(out:write(("/* Made by tools/dev/embed.lua from %s: do not edit. */\n#include <stddef.h>\n"):format(input:match("[^/]*$"))))
for name, bytes in ipairs({ text, compiled }) do
  local full = symbol .. (name == 1 and "" or "_compiled")
  assert(out:write(([[

extern const unsigned char %s[];
extern const size_t %s_size;

const unsigned char %s[] = {
%s
};
const size_t %s_size = %d;
]]):format(full, full, full, bytes_of(bytes), full, #bytes)))
end
