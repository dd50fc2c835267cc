-- mapping.lua - the words of a mapping: from which cells of the offices' files a dataset is made.
--
-- Names of tables and columns are taken as they are; they are looked up when the dictionary has been read.
local core, shared = ...
local fields = shared.fields

local mapping = { words = {} }
shared.mapping = mapping
local words = mapping.words

-- A path that stays below the folder of the sources.
local function check_path(path, field, at)
  local inner = "/" .. path .. "/"
  local leaves = string.find(inner, "/../", 1, true) or string.find(path, "\\", 1, true)
    or string.sub(path, 1, 1) == "/" or string.find(path, "^%a:") or path == ""
  if leaves then core.fail("BAD_PATH", at, field, path) end
end

local head_types = {
  name = "name!", notice = "name", dictionary = "text", as_of = "date", year = "text", campuses = "text",
}

function words.mapping(record)
  local at = core.here()
  fields.check(record, head_types, "mapping", at)
  fields.declare("mapping", "head", at)
  local dictionary = record.dictionary or "national"
  check_path(dictionary, "dictionary", at)
  if string.find(dictionary, "/", 1, true) then core.fail("BAD_PATH", at, "dictionary", dictionary) end
  if record.campuses and record.campuses ~= "merge" and record.campuses ~= "keep" then
    fields.wrong(at, "campuses", '"merge", "keep"', record.campuses)
  end
  core.mapping {
    at = at, name = record.name, notice = record.notice, dictionary = dictionary, as_of = record.as_of,
    year = record.year, merges = record.campuses == "merge",
  }
end

-- From where a column is taken ------------------------------------------------------------------------

local entry_types = { sum = "list", value = "any", unit = "text", words = "list" }
local entry_form = '"header", "=C", { "header", unit = "yuan" }, { sum = { … } }, { value = … }'
local cell_form = '"C10", { "C10", unit = "yuan" }, { sum = { … } }, { value = … }'

local function check_part(part, is_form, at, id)
  if type(part) ~= "string" or string.gsub(part, "%s+", "") == "" then
    fields.wrong(at, id, is_form and cell_form or entry_form, part)
  end
  local letter = string.sub(part, 1, 1) == "=" and string.sub(part, 2)
  if is_form and not string.find(part, "^%u%u?%u?[1-9]%d*$") then fields.wrong(at, id, '"C10"', part) end
  if letter and not string.find(letter, "^%u%u?%u?$") then fields.wrong(at, id, '"=C"', part) end
  return part
end

-- The same for all rows: as it would stand in a cell.
local function constant(value, at, id)
  if type(value) == "boolean" then return value and "是" or "否" end
  if type(value) ~= "string" and type(value) ~= "number" then fields.wrong(at, id, '{ value = "…" }', value) end
  local text = tostring(value)
  if math.type(value) == "float" and tonumber(text) ~= value then core.fail("NUMBER_FORM", at, id, id) end
  return text
end

local function words_of(list, at, id)
  local pairs_of = {}
  for _, key in ipairs(fields.sorted_keys(list or {})) do
    local to = list[key]
    if type(key) ~= "string" or type(to) ~= "string" then fields.wrong(at, id, 'words = { ["…"] = "…" }', to) end
    pairs_of[#pairs_of + 1] = { from = key, to = to }
  end
  return pairs_of
end

-- The fields of { "header", unit = … }, without the header.
local function named_fields(entry)
  local record = {}
  for _, key in ipairs(fields.sorted_keys(entry)) do
    if math.type(key) ~= "integer" then record[key] = entry[key] end
  end
  return record
end

local function entry_of(id, entry, is_form, at)
  if type(entry) == "string" then return { id = id, parts = { check_part(entry, is_form, at, id) }, words = {} } end
  if type(entry) ~= "table" then fields.wrong(at, id, is_form and cell_form or entry_form, entry) end
  fields.check(named_fields(entry), entry_types, id, at)
  local ways = (entry[1] ~= nil and 1 or 0) + (entry.sum ~= nil and 1 or 0) + (entry.value ~= nil and 1 or 0)
  if ways ~= 1 or entry[2] ~= nil then
    fields.wrong(at, id, is_form and cell_form or entry_form, entry[2] or entry.value or entry[1])
  end
  local made = { id = id, unit = entry.unit, words = words_of(entry.words, at, id), parts = {} }
  if entry.value ~= nil then
    if entry.unit or entry.words then core.fail("UNKNOWN_FIELD", at, id, id, entry.unit and "unit" or "words", "") end
    made.value = constant(entry.value, at, id)
    return made
  end
  local parts = entry.sum or { entry[1] }
  for index, part in ipairs(parts) do made.parts[index] = check_part(part, is_form, at, id) end
  if #parts ~= #fields.sorted_keys(parts) or (entry.sum and #parts < 2) then
    fields.wrong(at, id, '{ sum = { "…", "…" } }', entry.sum)
  end
  return made
end

local function columns_of(record, at)
  local list, seen = {}, {}
  local from = record.cells or record.columns or {}
  for _, id in ipairs(fields.sorted_keys(from)) do
    fields.id(id, "columns", at)
    list[#list + 1], seen[id] = entry_of(id, from[id], record.cells ~= nil, at), true
  end
  for _, id in ipairs(fields.sorted_keys(record.set or {})) do
    fields.id(id, "set", at)
    if seen[id] then core.fail("DUPLICATE", at, id, "column", id) end
    list[#list + 1] = { id = id, value = constant(record.set[id], at, id), words = {}, parts = {} }
  end
  return list
end

-- leave_out = { school_code = { "合计", "" } }, or one word alone.
local function leaves_of(record, at)
  local list = {}
  for _, id in ipairs(fields.sorted_keys(record.leave_out or {})) do
    local said = record.leave_out[id]
    if type(said) == "string" then said = { said } end
    if type(id) ~= "string" or type(said) ~= "table" or #said == 0 then
      fields.wrong(at, "leave_out", 'leave_out = { school_code = { "…" } }', said)
    end
    list[#list + 1] = { column = id, words = fields.texts(said, "leave_out", at) }
  end
  return list
end

-- Files --------------------------------------------------------------------------------------------

local from_types = {
  sheet = "text", table = "text!", form = "text", encoding = "text", delimiter = "text", skip_lines = "count",
  header_lines = "count", unit = "text", columns = "list", cells = "list", set = "list", known = "flag",
  leave_out = "list",
}

-- What one kind of source has and the other has not.
local function check_kind(record, at)
  local only_tables = { "columns", "skip_lines", "header_lines", "known", "leave_out" }
  for _, field in ipairs(record.cells and only_tables or {}) do
    if record[field] ~= nil then core.fail("UNKNOWN_FIELD", at, field, "cells", field, "") end
  end
  if record.form and not record.cells then core.fail("MISSING_FIELD", at, "form", "form", "cells", "cells = { … }") end
  if record.skip_lines and record.skip_lines > 1000000 then
    fields.wrong(at, "skip_lines", "0 … 1000000", record.skip_lines)
  end
  if record.header_lines and (record.header_lines < 1 or record.header_lines > 4) then
    fields.wrong(at, "header_lines", "1, 2, 3, 4", record.header_lines)
  end
  if record.delimiter and #record.delimiter ~= 1 then fields.wrong(at, "delimiter", '"," "\\t" ";"', record.delimiter) end
end

words.from = shared.named(function(file, record, at)
  check_path(file, nil, at)
  fields.check(record, from_types, "from " .. file, at)
  check_kind(record, at)
  local known = record.known
  if known == nil then known = record.columns == nil and record.cells == nil end
  core.mapping_from {
    at = at, file = file, sheet = record.sheet, table = record.table, form = record.form, encoding = record.encoding,
    delimiter = record.delimiter, skip_lines = record.skip_lines, header_lines = record.header_lines,
    unit = record.unit, is_form = record.cells ~= nil, known = known, columns = columns_of(record, at),
    leaves = leaves_of(record, at),
  }
end)
