-- dictionary.lua - the words of a dictionary: units, tables, columns, sources, the dataset.
-- Checks of data (`check`) are rules and stand in rule.lua.
local core, shared = ...
local fields, expression = shared.fields, shared.expression
local kinds = expression.kinds

local dictionary = { words = {} }
shared.dictionary = dictionary
local words = dictionary.words

-- A word that is called with a name, then with a table: `column "x" { … }`.
function shared.named(act)
  return function(id)
    local at = core.here()
    if type(id) ~= "string" then core.fail("WRONG_VALUE", at, nil, "name", '"…"', fields.shown(id)) end
    return expression.must_follow(nil, id, at, function(record) return act(id, record, at) end)
  end
end

words.dictionary = shared.named(function(id, record, at)
  fields.check(record, { name = "name!", version = "text!", forms = "text" }, "dictionary " .. id, at)
  if record.forms then core.forms(record.forms) end
end)

function words.extends(name)
  if type(name) ~= "string" then core.fail("WRONG_VALUE", nil, nil, "extends", '"…"', fields.shown(name)) end
  -- The base was found by the text and has run already (jh_script_peek_extends).
end

words.unit_of_measure = shared.named(function(id, record, at)
  fields.id(id, "unit_of_measure", at)
  fields.check(record, { name = "name", is = "text" }, "unit_of_measure " .. id, at)
  core.unit(id, record.name or id, record.is)
end)

local column_types = {
  name = "name!", also = "list", type = "text!", unit = "text", scale = "count", min = "decimal",
  max = "decimal", required = "flag", optional = "flag", filled = "flag", grouping = "flag", percent = "flag",
  suffixes = "flag", brackets = "flag", wide = "flag", missing = "list", choices = "list",
  form = "text", note = "name", holder = "name", role = "text",
}

local type_names = { code = true, text = true, count = true, decimal = true, bool = true, choice = true }

local function choice_of(choice, column, at)
  if type(choice) ~= "table" then fields.wrong(at, "choices", '{ "id", name = "…" }', choice) end
  local id = choice[1]
  fields.id(id, column .. ".choices", at)
  if choice.name == nil then core.fail("MISSING_FIELD", at, "choices", column .. " " .. id, "name", 'name = "…"') end
  return { id = id, name = choice.name, also = fields.texts(choice.also or {}, "also", at) }
end

local function choices_of(record, id, at)
  if record.type ~= "choice" then
    if record.choices then core.fail("UNKNOWN_FIELD", at, "choices", "column " .. id, "choices", "") end
    return nil
  end
  if not record.choices or #record.choices == 0 then
    core.fail("MISSING_FIELD", at, nil, "column " .. id, "choices", '{ { "id", name = "…" }, … }')
  end
  if #record.choices > 64 then core.fail("TOO_LARGE", at, "choices", "choices", "64") end
  local list, seen = {}, {}
  for index, choice in ipairs(record.choices) do
    list[index] = choice_of(choice, id, at)
    if seen[list[index].id] then core.fail("DUPLICATE", at, "choices", "choice", list[index].id) end
    seen[list[index].id] = true
  end
  return list
end

words.column = shared.named(function(id, record, at)
  fields.id(id, "column", at)
  fields.check(record, column_types, "column " .. id, at)
  if not type_names[record.type] then
    core.fail("WRONG_VALUE", at, "type", "type", "code, text, count, decimal, bool, choice", fields.shown(record.type))
  end
  if record.scale and record.scale > 12 then fields.wrong(at, "scale", "0 … 12", record.scale) end
  local column = {}
  for _, key in ipairs(fields.sorted_keys(record)) do column[key] = record[key] end
  column.id, column.at = id, at
  column.also = fields.texts(record.also or {}, "also", at)
  column.missing = record.missing and fields.texts(record.missing, "missing", at)
  column.choices = choices_of(record, id, at)
  kinds[column] = "column"
  return column
end)

local table_types = {
  name = "name!", level = "text!", key = "text", names = "text", parent = "text", by = "text", year = "text",
  stage = "text", optional = "flag", derived = "list", reading = "list", columns = "list!",
}

-- How the cells of all columns of a table are read, unless a column says otherwise.
local reading_types = {
  grouping = "flag", percent = "flag", suffixes = "flag", brackets = "flag", wide = "flag", missing = "list",
}

local function read_alike(column, reading)
  for _, key in ipairs(fields.sorted_keys(reading)) do
    if column[key] == nil then column[key] = reading[key] end
  end
  column.missing = column.missing or {}
end

local function reading_of(record, id, at)
  local reading = {}
  if record.reading then fields.check(record.reading, reading_types, "reading of " .. id, at) end
  for _, key in ipairs(fields.sorted_keys(record.reading or {})) do reading[key] = record.reading[key] end
  if reading.missing then reading.missing = fields.texts(reading.missing, "missing", at) end
  for _, column in ipairs(record.columns) do read_alike(column, reading) end
  return reading
end

-- No header may belong to two columns of one table.
local function check_headers(columns)
  local owners = {}
  local function claim(header, column)
    local owner = header and owners[header]
    if owner and owner ~= column then core.clash("DUPLICATE", column.at, owner.at, "header", header) end
    if header then owners[header] = column end
  end
  for _, column in ipairs(columns) do
    local name = column.name
    claim(column.id, column)
    if type(name) == "string" then
      claim(name, column)
    else
      claim(name.zh, column)
      claim(name.en, column)
    end
    for _, alias in ipairs(column.also) do claim(alias, column) end
  end
end

local function check_columns(record, id, at)
  local known = {}
  for index, column in ipairs(record.columns) do
    if kinds[column] ~= "column" then
      fields.wrong(at, "columns", 'column "…" { … }', index)
    end
    if known[column.id] then core.clash("DUPLICATE", column.at, known[column.id], "column", column.id) end
    known[column.id] = column.at
  end
  for _, name in ipairs { "key", "names", "by", "year", "stage" } do
    local wanted = record[name]
    if wanted and not known[wanted] then
      core.fail("UNKNOWN_NAME", at, name, wanted, core.suggest(wanted, fields.sorted_keys(known)))
    end
  end
  if #record.columns == 0 then core.fail("MISSING_FIELD", at, nil, "table_of " .. id, "columns", "columns = { … }") end
  check_headers(record.columns)
end

dictionary.derived = {}
dictionary.tables = {} -- by id: their columns, in order
dictionary.readings = {} -- by id: how cells are read

words.table_of = shared.named(function(id, record, at)
  fields.id(id, "table_of", at)
  fields.check(record, table_types, "table_of " .. id, at)
  fields.id(record.level, "level", at)
  fields.declare("table", id, at)
  fields.declare("level", record.level, at)
  check_columns(record, id, at)
  if record.parent and not core.table_columns(record.parent) then
    core.fail("UNKNOWN_NAME", at, "parent", record.parent, "")
  end
  if record.parent and not record.by then core.fail("MISSING_FIELD", at, "parent", "table_of " .. id, "by", 'by = "…"') end
  dictionary.tables[id], dictionary.readings[id] = record.columns, reading_of(record, id, at)
  local index = core.table {
    id = id, at = at, name = record.name, level = record.level, key = record.key, names = record.names,
    parent = record.parent, by = record.by, year = record.year, stage = record.stage,
    optional = record.optional, is_derived = record.derived ~= nil, columns = record.columns,
  }
  if record.derived then
    fields.check(record.derived, { from = "text!", names = "text" }, "derived", at)
    dictionary.derived[#dictionary.derived + 1] =
      { index = index, from = record.derived.from, names = record.derived.names, at = at }
  end
  -- A child declared later settles the tables that are derived from it.
  for _, wait in ipairs(dictionary.derived) do core.derive(wait.index, wait.from, wait.names) end
end)

-- Two declarations of one column: the later one may only add headers.
local function join_column(old, new)
  if old.type ~= new.type or old.unit ~= new.unit or old.scale ~= new.scale then
    core.clash("DUPLICATE", new.at, old.at, "column", new.id)
  end
  local also = {}
  if type(new.name) == "string" then
    also[1] = new.name
  else
    also[1] = new.name.zh or new.name.en
    if new.name.zh and new.name.en then also[2] = new.name.en end
  end
  for _, alias in ipairs(new.also) do also[#also + 1] = alias end
  return also
end

-- More columns of a table that stands in a dictionary below: the fragments of packs and overlays. A column that
-- is there already (the dataset's own dictionary may know it) gets the new headers.
words.column_of = shared.named(function(id, list, at)
  local columns = dictionary.tables[id]
  if not columns then core.fail("UNKNOWN_NAME", at, nil, id, core.suggest(id, fields.sorted_keys(dictionary.tables))) end
  if type(list) ~= "table" or #list == 0 or #list ~= #fields.sorted_keys(list) then
    fields.wrong(at, nil, '{ column "…" { … }, … }', list)
  end
  local by_id = {}
  for _, column in ipairs(columns) do by_id[column.id] = column end
  for index, column in ipairs(list) do
    if kinds[column] ~= "column" then fields.wrong(at, nil, 'column "…" { … }', index) end
    local old = by_id[column.id]
    if old then
      core.add_aliases(id, column.id, join_column(old, column))
    else
      if column.required then core.fail("WRONG_VALUE", column.at, "required", "required", "false", "true") end
      columns[#columns + 1], by_id[column.id] = column, column
      read_alike(column, dictionary.readings[id])
      core.add_column(id, column)
    end
  end
  check_headers(columns)
end)

local source_types = {
  table = "text!", sheet = "text", delimiter = "text", encoding = "text", skip_lines = "count",
  header_lines = "count", set = "list",
}

local function sets_of(record, at)
  local columns = core.table_columns(record.table)
  if not columns then core.fail("UNKNOWN_NAME", at, "table", record.table, "") end
  local known, sets = {}, {}
  for _, id in ipairs(columns) do known[id] = true end
  for _, id in ipairs(fields.sorted_keys(record.set or {})) do
    if not known[id] then core.fail("UNKNOWN_NAME", at, "set", tostring(id), core.suggest(tostring(id), columns)) end
    sets[#sets + 1] = { column = id, value = tostring(record.set[id]) }
  end
  return sets
end

words.source = shared.named(function(file, record, at)
  fields.check(record, source_types, "source " .. file, at)
  if string.find(file, "..", 1, true) or string.sub(file, 1, 1) == "/" then core.fail("BAD_PATH", at, nil, file) end
  -- The full-width comma is no single byte: a sign of its own stands for it (table/grid.h).
  local delimiter = record.delimiter == "，" and "\x1f" or record.delimiter
  if delimiter and #delimiter ~= 1 then fields.wrong(at, "delimiter", '"," "\\t" ";"', record.delimiter) end
  if record.header_lines and (record.header_lines < 1 or record.header_lines > 4) then
    fields.wrong(at, "header_lines", "1 … 4", record.header_lines)
  end
  core.source {
    file = file, at = at, table = record.table, sheet = record.sheet, delimiter = delimiter,
    encoding = record.encoding, skip_lines = record.skip_lines, header_lines = record.header_lines,
    sets = sets_of(record, at),
  }
end)

function words.dataset(record)
  local at = core.here()
  fields.check(record, { name = "name", notice = "name", as_of = "date", year = "text" }, "dataset", at)
  core.dataset(record)
end

local severities = { off = true, note = true, warning = true, error = true }

-- audit "kind" { severity = "off", limit = … }: what the auditor of `validate` makes of a kind of problem.
words.audit = shared.named(function(id, record, at)
  fields.check(record, { severity = "text", limit = "decimal" }, "audit " .. id, at)
  if record.severity and not severities[record.severity] then
    fields.wrong(at, "severity", '"off", "note", "warning", "error"', record.severity)
  end
  if record.severity == nil and record.limit == nil then
    core.fail("MISSING_FIELD", at, nil, "audit " .. id, "severity", 'severity = "…" / limit = …')
  end
  core.audit { id = id, at = at, severity = record.severity, limit = record.limit }
end)
