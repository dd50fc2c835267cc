-- form.lua - the forms of the statistics: which of their cells feeds which column.
-- Hints for whoever reads filled-in forms; nothing is judged by them.
local core, shared = ...
local fields, dictionary = shared.fields, shared.dictionary

local form_types = {
  name = "name!", also = "list", replaces = "list", table = "text!", from_year = "count", to_year = "count",
  certainty = "text!", source = "name!", note = "name", cells = "list!",
}

local cell_types = { at = "text", labels = "list", row = "text", number = "text", note = "name" }

-- One line of `cells`: { "column", at = "C10", … }; without a column where none takes the figure.
local function cell_of(cell, form, columns, at)
  if type(cell) ~= "table" then fields.wrong(at, "cells", '{ "column", at = "C10" }', cell) end
  local id, rest = cell[1], {}
  for _, key in ipairs(fields.sorted_keys(cell)) do
    if key ~= 1 then rest[key] = cell[key] end
  end
  fields.check(rest, cell_types, "form " .. form, at)
  if id ~= nil and not columns[id] then
    core.fail("UNKNOWN_NAME", at, "cells", tostring(id), core.suggest(tostring(id), fields.sorted_keys(columns)))
  end
  if cell.at and not string.find(cell.at, "^[A-Z]+[1-9][0-9]*$") then fields.wrong(at, "cells", '"C10"', cell.at) end
  return {
    column = id, at = cell.at, labels = fields.texts(cell.labels or {}, "labels", at), row = cell.row,
    number = cell.number, note = cell.note,
  }
end

local function cells_of(record, id, at)
  local known, taken, list = {}, {}, {}
  for _, column in ipairs(core.table_columns(record.table)) do known[column] = true end
  for index, cell in ipairs(record.cells) do
    list[index] = cell_of(cell, id, known, at)
    local place = list[index].at
    if place and taken[place] then core.fail("DUPLICATE", at, "cells", "cell", place) end
    if place then taken[place] = true end
  end
  if #list ~= #fields.sorted_keys(record.cells) then fields.wrong(at, "cells", "{ { … }, { … } }", record.cells) end
  return list
end

dictionary.words.form = shared.named(function(id, record, at)
  fields.check(record, form_types, "form " .. id, at)
  fields.declare("form", id, at)
  for _, alias in ipairs(fields.texts(record.also or {}, "also", at)) do fields.declare("form", alias, at) end
  if not core.table_columns(record.table) then
    core.fail("UNKNOWN_NAME", at, "table", record.table, core.suggest(record.table, fields.sorted_keys(dictionary.tables)))
  end
  if record.certainty ~= "hint" and record.certainty ~= "checked" then
    fields.wrong(at, "certainty", '"hint", "checked"', record.certainty)
  end
  core.form {
    id = id, at = at, name = record.name, also = record.also or {}, table = record.table,
    replaces = fields.texts(record.replaces or {}, "replaces", at),
    from_year = record.from_year, to_year = record.to_year, is_hint = record.certainty == "hint",
    source = record.source, note = record.note, cells = cells_of(record, id, at),
  }
end)
