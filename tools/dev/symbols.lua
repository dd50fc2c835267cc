-- Names of exported functions tell their file: engine/table/schema.c exports jh_schema_… and
-- nothing else.
--
--     lua5.4 tools/dev/symbols.lua OBJECTS     a file with one compiled object a line
--
-- A file a_b.c may use jh_a_b_…, jh_a_… and jh_b_…; and jh_<layer>_… when a layer is split into
-- files.

package.path = (arg[0]:match("^(.*/)") or "./") .. "?.lua;" .. package.path
local tree = require("tree")

-- Other beginnings that a file may use, with the reason.
local exceptions = {
  ["base/error"] = { "jh_fail", "jh_place_", "jh_arg_" }, -- read as words where an error is made
  ["eval/exact"] = { "jh_range_" }, -- a value and the ways it can still come out
  ["model/rule"] = { "jh_param_" }, -- parameters are part of the rules' records
  ["session/share"] = { "jh_version" }, -- of the program that is shared
  ["table/cells"] = { "jh_load_cells" }, -- declared in load.h, the layer's door
  ["table/dataset"] = { "jh_column_" }, -- what a dataset is made of
  ["table/encoding"] = { "jh_decoder_" }, -- what an encoding is read with
  ["vary/cuts_open"] = { "jh_stretches_" }, -- the parts of an entity's line, declared in cuts.h
  ["table/load"] = { "jh_loading_" }, -- the state of a load, shared by the files of the folder
}

local function beginnings(module)
  local layer, file = module:match("^(.-)/(.*)$")
  layer, file = layer or module, file or module
  local list = { "jh_" .. layer, "jh_" .. file:match("[^_]*$") }
  while file do
    list[#list + 1] = "jh_" .. file
    file = file:match("^(.*)_[^_]*$")
  end
  return list
end

local function fits(symbol, module)
  for _, beginning in ipairs(exceptions[module] or {}) do
    if symbol:sub(1, #beginning) == beginning then
      return true
    end
  end
  for _, beginning in ipairs(beginnings(module)) do
    -- jh_unit, jh_unit_read, and the plural jh_units_add.
    local rest = symbol:sub(1, #beginning) == beginning and symbol:sub(#beginning + 1)
    if rest and (rest:match("^s?$") or rest:match("^s?_")) then
      return true
    end
  end
  return false
end

assert(arg[1], "usage: symbols.lua OBJECTS")
local problems, count = {}, 0
for object in io.lines(arg[1]) do
  local module = object:gsub("/%./", "/"):match("junheng_objects%.dir/(.*)%.c%.o$")
  if module and not module:match("%.lua$") then
    local pipe <close> = assert(io.popen(("nm --extern-only --defined-only '%s'"):format(object)))
    for line in pipe:lines() do
      local symbol = line:match("^%x+ [TDBRC] (.*)$")
      if symbol and not symbol:match("^__") then
        count = count + 1
        if not fits(symbol, module) then
          problems[#problems + 1] = ("engine/%s.c: exports %s; expected %s_…"):format(
            module, symbol, table.concat(beginnings(module), "_… or "))
        end
      end
    end
  end
end
tree.finish(problems, ("%d exported symbols, each named after its file"):format(count))
