-- prices.lua - the words of a list of prices: with which means schools and counties can be helped.
--
-- Runs after the pack, so that levels are known; columns are looked up in C (bind_prices.c).
local core, shared = ...
local fields, expression = shared.fields, shared.expression

local prices = { words = {} }
shared.prices = prices
local words = prices.words

local head_types = { name = "name!", notice = "name", date = "date" }

words.prices = shared.named(function(id, record, at)
  fields.id(id, "prices", at)
  fields.check(record, head_types, "prices " .. id, at)
  fields.declare("prices", "head", at)
  core.prices { at = at, id = id, name = record.name, notice = record.notice, date = record.date }
end)

local means_types = {
  name = "name!", of = "any!", yuan = "decimal!", per = "text", step = "decimal", adds = "list!", most = "decimal",
  only_where = "list", moves = "list",
}

-- { column = number } as a list in order of the names.
local function adds_of(record, at)
  local list = {}
  for _, column in ipairs(fields.sorted_keys(record.adds)) do
    local amount = record.adds[column]
    if type(column) ~= "string" or (type(amount) ~= "number" and type(amount) ~= "string") then
      fields.wrong(at, "adds", "adds = { column = 1 }", amount)
    end
    list[#list + 1] = { column = column, amount = amount }
  end
  if #list == 0 then fields.wrong(at, "adds", "adds = { column = 1 }", "{}") end
  return list
end

-- { school_type = "nine_year_school", is_boarding = true }, or several words for one column.
local function onlys_of(record, at)
  local list, wanted = {}, 'only_where = { column = "choice" }, { column = { "choice", … } }, { column = true }'
  for _, column in ipairs(fields.sorted_keys(record.only_where or {})) do
    local said = record.only_where[column]
    if type(column) ~= "string" then fields.wrong(at, "only_where", wanted, said) end
    local one = { column = column, choices = {} }
    if type(said) == "boolean" then
      one.flag, one.is_flag = said, true
    elseif type(said) == "string" then
      one.choices = { said }
    elseif type(said) == "table" and not expression.kinds[said] and not core.is_node(said) and #said > 0 then
      one.choices = fields.texts(said, "only_where", at)
    else
      fields.wrong(at, "only_where", wanted, said)
    end
    list[#list + 1] = one
  end
  return list
end

words.means = shared.named(function(id, record, at)
  fields.id(id, "means", at)
  fields.check(record, means_types, "means " .. id, at)
  fields.declare("means", id, at)
  local moves = record.moves
  if moves then fields.check(moves, { yuan = "decimal!" }, "moves", at) end
  core.means {
    at = at, id = id, name = record.name, level = expression.of(record.of, "means", at), yuan = record.yuan,
    per = record.per, step = record.step, adds = adds_of(record, at), most = record.most,
    onlys = onlys_of(record, at), can_move = moves ~= nil, move_yuan = moves and moves.yuan,
  }
end)
