-- Writes a file's bytes as a C source: embed.lua FILE SYMBOL OUTPUT

local input, symbol, output = table.unpack(arg)
if not output then
  error("usage: embed.lua FILE SYMBOL OUTPUT")
end

local file <close> = assert(io.open(input, "rb"))
local bytes = file:read("a")

local lines = {}
for start = 1, #bytes, 20 do
  local numbers = { bytes:byte(start, math.min(start + 19, #bytes)) }
  lines[#lines + 1] = "  " .. table.concat(numbers, ",") .. ","
end
if #bytes == 0 then
  lines[1] = "  0," -- C knows no empty arrays
end

local out <close> = assert(io.open(output, "wb"))
assert(out:write(([[
/* Made by tools/dev/embed.lua from %s: do not edit. */
#include <stddef.h>

extern const unsigned char %s[];
extern const size_t %s_size;

const unsigned char %s[] = {
%s
};
const size_t %s_size = %d;
]]):format(input:match("[^/]*$"), symbol, symbol, symbol, table.concat(lines, "\n"), symbol, #bytes)))
