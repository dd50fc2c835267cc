-- scheme.lua - points: items that win them, parts that add them up, a pass mark.
--
-- Every item, part and the scheme itself become rules of kind "score": measure = points got, bound = points
-- asked. A scheme is built from the leaves up, because a sum must know what it adds.
local core, shared = ...
local fields, expression, numbers, tables = shared.fields, shared.expression, shared.numbers, shared.tables
local reference, rule_words, kinds, words = shared.reference, shared.rule, expression.kinds, shared.pack.words

local pieces = setmetatable({}, { __mode = "k" }) -- part and item handles: { kind, id, record, at, written }

local all_pieces = {}

-- part "x" { … } and item "x" { … }: kept with the numbers that came up inside, until their scheme is declared.
local function piece_word(kind)
  return function(id)
    local at, mark = core.here(), reference.begin()
    if type(id) ~= "string" then core.fail("WRONG_VALUE", at, nil, kind, '"…"', fields.shown(id)) end
    return expression.must_follow(kind, id, at, function(record)
      fields.id(id, kind, at)
      local handle = expression.proxy(kind, function() return nil end)
      pieces[handle] = { kind = kind, id = id, record = record, at = at, written = reference.claim(mark) }
      all_pieces[#all_pieces + 1] = pieces[handle]
      return handle
    end)
  end
end
words.part, words.item = piece_word("part"), piece_word("item")

local part_types = {
  name = "name!", clause = "text", points = "any!", at_least = "any", items = "list!", only_where = "any", note = "name",
  unseen = "any", document = "any", certainty = "text",
}
local item_types = {
  name = "name!", clause = "text", points = "any!", only_where = "any", starred = "flag", note = "name", evidence = "any",
  document = "any", certainty = "text", holds = "any", tiers = "any", of_standard = "any", bands = "list", deduct = "list",
  score = "any",
}
local scheme_types = rule_words.with(rule_words.common, {
  total = "any!", at_least = "any!", not_applicable = "text", unseen = "any", parts = "list", items = "list",
})
local policies = { rescale = true, award = true, no_deduction = true }

-- In the end each has its scheme.
function shared.check_pieces()
  for _, piece in ipairs(all_pieces) do
    if not piece.is_taken then
      core.fail("MISSING_FIELD", piece.at, nil, piece.kind .. " " .. piece.id, "scheme",
        'scheme "…" { items = { item "…" { … } } }')
    end
  end
end

-- Small arithmetic ------------------------------------------------------------------------------------------

local function const(value) return core.const(value) end
local function choose(condition, a, b) return core.many("IF", { condition, a, b }, 3) end
local function add(a, b) return a and core.pair("ADD", a, b) or b end
local function all(list) return #list > 0 and core.many("AND", list, #list) or nil end
local function both(a, b) return a and b and core.many("AND", { a, b }, 2) or a or b end

-- What may be a share; everything else of a scheme is points.
local is_share = { at_least = true, bands = true }

-- How one scheme, part or item names its numbers.
local function number(at, suffix, value, field)
  if not numbers.is_value(value) then fields.wrong(at.at, field or suffix, "a number 数字", value) end
  numbers.each(value, function(_, unit)
    if unit and unit ~= "" and not is_share[field or suffix] then
      core.fail("UNIT_MISMATCH", at.at, field or suffix, unit, "points 分", "= < >")
    end
  end)
  return numbers.add(suffix, value, "", { field = field or suffix, at = at.at })
end

-- A share of what a text calls points may not leave 0 … the points; dated numbers are left to the reader.
local function check_points(at, given, what)
  local points = numbers.plain(at.record.points or at.record.total)
  numbers.each(given, function(value, unit)
    local full = unit == "percent" and 100 or points
    if core.compare(value, 0) < 0 or (full and core.compare(value, full) > 0) then
      core.fail("POINTS_RANGE", at.at, what, at.id, tostring(value), full and tostring(full) or "?")
    end
  end)
end

-- What an item wins --------------------------------------------------------------------------------------------

local ways = {}

function ways.holds(at, points, rule)
  local condition = reference.settle(at.record.holds, rule.level, rule.members)
  return choose(condition, points, const(0))
end

-- Tiers of a choice column, or the values of a grade.
local function tier_cases(by, at)
  if kinds[by] ~= "reference" then return tables.cases_of(by, "tiers.by"), tables.name_of(by, "tier") end
  local of = reference.must_be_declared(expression.open_of[by])
  if of.kind ~= "grade" and of.kind ~= "ladder" then fields.wrong(at.at, "tiers", 'by = column, grade "…"', of.kind) end
  reference.lower(of)
  local cases = {}
  for _, id in ipairs(fields.sorted_keys(of.ranks)) do
    cases[#cases + 1] = { id = id, rank = of.ranks[id], condition = core.pair("GE", of.measure, const(of.ranks[id])) }
  end
  table.sort(cases, function(a, b) return a.rank > b.rank end)
  return cases, shared.scope.bare(of.id)
end

function ways.tiers(at)
  local tiers, given, arms, gaps = at.record.tiers, {}, {}, {}
  if type(tiers) ~= "table" or kinds[tiers] or tiers.by == nil then
    fields.wrong(at.at, "tiers", "{ by = column, first = 5, … }", tiers)
  end
  local cases, name = tier_cases(tiers.by, at)
  for _, key in ipairs(fields.sorted_keys(tiers)) do
    local id = key ~= "by" and tables.case_named(cases, key, "NO_TIER", at.id).id
    if id and given[id] ~= nil then core.fail("DUPLICATE", at.at, "tiers", at.id .. ".tiers", id) end
    if id then given[id] = tiers[key] end
  end
  for _, case in ipairs(cases) do
    if given[case.id] == nil then
      gaps[#gaps + 1] = case.id
    else
      check_points(at, given[case.id], "tiers")
      arms[#arms + 1] = { condition = case.condition, value = (number(at, name .. "." .. case.id, given[case.id], "tiers")) }
    end
  end
  if #gaps > 0 then core.fail("TABLE_GAP", at.at, "tiers", at.id, table.concat(gaps, ", "), "tiers") end
  return tables.chain(arms)
end

local band_form = "{ { percent(100), percent(100) }, { percent(80), percent(80) }, … }"

local function check_band(at, band)
  if type(band) ~= "table" or kinds[band] or band[1] == nil or band[2] == nil or #fields.sorted_keys(band) ~= 2 then
    fields.wrong(at.at, "bands", band_form, band)
  end
  local give, unit = numbers.plain(band[2])
  local most = unit == "percent" and 100 or 1
  if give and (core.compare(give, 0) < 0 or core.compare(give, most) > 0) then
    core.fail("POINTS_RANGE", at.at, "bands", at.id, tostring(give), tostring(most))
  end
end

-- Attained share of a standard: the first band that it reaches, nothing below the last.
function ways.bands(at, points)
  local bands, arms, limits, shares = at.record.bands, {}, {}, {}
  tables.list_of(bands, "bands", band_form)
  local attained = expression.to_node(at.record.of_standard, "of_standard")
  for index, band in ipairs(bands) do
    check_band(at, band)
    for column = 1, index > 1 and 2 or 0 do
      local above, own = numbers.plain(bands[index - 1][column]), numbers.plain(band[column])
      if above and own and core.compare(above, own) <= 0 then
        core.fail("BAND_ORDER", at.at, "bands", at.id, tostring(above), tostring(own))
      end
    end
    local from, share
    from, limits[index] = number(at, "band_" .. index .. "_from", band[1], "bands")
    share, shares[index] = number(at, "band_" .. index, band[2], "bands")
    arms[index] = { condition = core.pair("GE", attained, from), value = core.pair("MUL", points, share) }
  end
  numbers.in_order(limits, -1, at.id .. ".bands", at.at)
  numbers.in_order(shares, -1, at.id .. ".bands", at.at)
  arms[#arms + 1] = { value = const(0) }
  return tables.chain(arms)
end

local deduct_types = {
  per = "any", below = "any", above = "any", of = "any", times = "any", when = "any", take = "any!", at_most = "any", whole = "flag",
}
local deduct_forms = "per + below/above + of, times, when"

-- How often a deduction is taken: a condition once, or by the units that are missing.
local function taken(at, rule, one, path)
  if one.when ~= nil then
    return choose(reference.settle(one.when, rule.level, {}), const(1), const(0))
  elseif one.times ~= nil then
    return core.pair("MAX", const(0), expression.to_node(one.times, "times"))
  end
  local of = expression.to_node(one.of, "of")
  local unit = core.unit_of(of)
  local side = one.below ~= nil and "below" or "above"
  numbers.each(one.per, function(value)
    if core.compare(value, 0) <= 0 then fields.wrong(at.at, "per", "> 0", value) end
  end)
  local limit = numbers.add(path .. side, one[side], unit, { field = "deduct", at = at.at })
  local short = one.below ~= nil and core.pair("SUB", limit, of) or core.pair("SUB", of, limit)
  local per = numbers.add(path .. "per", one.per, unit, { field = "deduct", at = at.at })
  local units = core.pair("DIV", core.pair("MAX", core.like(0, short), short), per)
  return core.one(one.whole and "FLOOR" or "CEIL", units)
end

-- Exactly one of the ways to say how often, and nothing that it does not use.
local function check_deduct(at, one)
  fields.check(one, deduct_types, at.id .. ".deduct", at.at)
  local by_units = one.per ~= nil or one.below ~= nil or one.above ~= nil or one.of ~= nil
  local count = (by_units and 1 or 0) + (one.times ~= nil and 1 or 0) + (one.when ~= nil and 1 or 0)
  local is_whole = one.per ~= nil and one.of ~= nil and (one.below == nil) ~= (one.above == nil)
  if count ~= 1 or (by_units and not is_whole) or (one.whole ~= nil and not by_units) then
    core.fail("NO_WAY_TO_SCORE", at.at, "deduct", at.id .. ".deduct", deduct_forms)
  end
end

-- Points less all deductions, never under 0.
function ways.deduct(at, points, rule)
  local left = points
  tables.list_of(at.record.deduct, "deduct", "{ { per = 1, below = 98, of = …, take = 1 }, { when = …, take = 2 } }")
  for index, one in ipairs(at.record.deduct) do
    check_deduct(at, one)
    local path = "deduct_" .. index .. "."
    local often = taken(at, rule, one, path)
    local amount = points
    if one.take ~= "all" then
      check_points(at, one.take, "take")
      amount = number(at, path .. "take", one.take, "take")
    end
    local loss = core.pair("MUL", often, amount)
    if one.at_most ~= nil then
      check_points(at, one.at_most, "at_most")
      loss = core.pair("MIN", loss, (number(at, path .. "at_most", one.at_most, "at_most")))
    end
    left = core.pair("SUB", left, loss)
  end
  return core.pair("MAX", const(0), left)
end

-- Points that a person gave; one that cannot be is as good as none.
function ways.score(at, points)
  local given = expression.to_node(at.record.score, "score")
  local zero = core.like(0, given)
  local fits = core.many("AND", { core.pair("GE", given, zero), core.pair("LE", given, points) }, 2)
  local held = core.pair("MAX", core.pair("MIN", given, points), zero)
  return choose(fits, held, core.between(const(0), points))
end

local way_names = { "holds", "tiers", "bands", "deduct", "score" }

local function way_of(at)
  local found
  for _, name in ipairs(way_names) do
    if at.record[name] ~= nil then
      if found then core.fail("NO_WAY_TO_SCORE", at.at, name, at.id, table.concat(way_names, ", ")) end
      found = name
    end
  end
  if not found or (found == "bands") ~= (at.record.of_standard ~= nil) then
    core.fail("NO_WAY_TO_SCORE", at.at, nil, at.id, table.concat(way_names, ", "))
  end
  return found
end

-- Items, parts and the whole ------------------------------------------------------------------------------------

-- What a part or item shares with its scheme; from here on it owns the numbers that come up.
local function begin(at, above, of)
  local record = at.record
  local spec, rule = rule_words.begin("score", at.id, record, at.at, of.level)
  at.clause, at.certainty, at.since = record.clause or above.clause, record.certainty or above.certainty, above.since
  at.document = record.document and spec.document or above.document
  at.own = rule.applies
  if at.own and not of.policy then
    core.fail("NO_POLICY", at.at, "only_where", at.id, '"rescale", "award", "no_deduction"')
  end
  at.applies = both(above.applies, at.own)
  at.spec, at.rule = spec, rule
  spec.clause, spec.certainty, spec.document = at.clause, at.certainty, at.document
  spec.in_force, spec.until_date, spec.not_applicable, spec.unit = of.in_force, of.until_date, of.policy, ""
  reference.settle_numbers(at.written, { id = at.id, clause = at.clause, document = at.document, since = at.since,
    certainty = at.certainty, at = at.at })
  at.above, numbers.owner = numbers.owner, at
end

-- Declares the rule: points got, asked, and full; what else must hold.
local function finish(at, got, asked, full, more)
  local spec, rule = at.spec, at.rule
  rule.measure, rule.bound, rule.compare, rule.applies = got, asked, "at_least", at.applies
  spec.compare = "at_least"
  spec.measure, spec.bound, spec.full = core.node_index(got), core.node_index(asked), core.node_index(full)
  local list = { core.pair("GE", got, asked) }
  for _, one in ipairs(more) do list[#list + 1] = one end
  spec.holds = core.node_index(all(list))
  spec.applies = at.applies and core.node_index(core.raise(at.applies, rule.level)) or nil
  numbers.owner = at.above
  rule_words.finish(spec, rule)
end

-- What it adds to the sum above: points got and points that can be had.
local function contribution(at, got, full, policy)
  if not at.own then return got, full end
  if policy == "rescale" then return choose(at.own, got, const(0)), choose(at.own, full, const(0)) end
  return choose(at.own, got, full), full
end

local function declare_item(at, above, of)
  fields.check(at.record, item_types, "item " .. at.id, at.at)
  begin(at, above, of)
  local points, param = number(at, "points", at.record.points)
  at.spec.points_param = param
  local got = ways[way_of(at)](at, points, at.rule)
  at.spec.is_starred, at.spec.shape = at.record.starred, "free"
  finish(at, got, at.record.starred and points or const(0), points, {})
  at.must_hold = at.record.starred and core.rule_use(at.rule.index) or nil
  return contribution(at, got, points, of.policy)
end

-- The points asked for: a share of those that can be had, or a number of them.
local function asked_of(at, full)
  local value = at.record.at_least
  if value == nil then return const(0) end
  if not numbers.is_value(value) then return expression.to_node(value, "at_least") end
  local by_share = false
  numbers.each(value, function(_, unit) by_share = by_share or unit == "percent" end)
  check_points(at, value, "at_least")
  local asked = number(at, "at_least", value)
  return by_share and core.pair("MUL", asked, full) or asked
end

local declare

-- Adds up children; returns got, full, the rules that must hold besides, and the rules themselves.
local function sum(at, list, kind, of)
  local got, full, must, rules, exist, seen = nil, nil, {}, {}, {}, {}
  for _, handle in ipairs(tables.list_of(list, at.id, kind .. ' "…" { … }')) do
    local child = pieces[handle]
    if not child or child.kind ~= kind then fields.wrong(at.at, kind .. "s", kind .. ' "…" { … }', handle) end
    if child.is_taken or seen[child.id] then core.clash("DUPLICATE", child.at, seen[child.id] or at.at, kind, child.id) end
    seen[child.id], child.is_taken = child.at, true
    child.id = at.id .. "." .. child.id
    local child_got, child_full = declare[kind](child, at, of)
    got, full = add(got, child_got), add(full, child_full)
    must[#must + 1] = child.must_hold
    rules[#rules + 1] = child.rule
    exist[#exist + 1] = child.own or false
  end
  if at.record.unseen ~= nil then
    check_points(at, at.record.unseen, "unseen")
    local unseen, param = number(at, "unseen", at.record.unseen)
    at.spec.unseen_param = param
    got, full = add(got, core.between(const(0), unseen)), add(full, unseen)
  end
  return got, full, must, rules, exist
end

-- Where all children may be left out, a sum applies only to whom one of them applies.
local function narrow(at, exist, of)
  if of.policy ~= "rescale" or at.record.unseen ~= nil then return end
  for _, own in ipairs(exist) do
    if not own then return end
  end
  at.applies = both(at.applies, core.many("OR", exist, #exist))
end

local function adopt(at, rules)
  local indices = {}
  for index, rule in ipairs(rules) do indices[index] = rule.index end
  core.adopt(at.rule.index, indices)
end

local function declare_part(at, above, of)
  fields.check(at.record, part_types, "part " .. at.id, at.at)
  begin(at, above, of)
  local _, param = number(at, "points", at.record.points)
  local got, full, must, rules, exist = sum(at, at.record.items, "item", of)
  narrow(at, exist, of)
  at.spec.points_param, at.spec.shape, at.rule.members = param, "sum", rules
  finish(at, got, asked_of(at, full), full, must)
  adopt(at, rules)
  at.must_hold = (at.record.at_least ~= nil or #must > 0) and core.rule_use(at.rule.index) or nil
  return contribution(at, got, full, of.policy)
end
declare = { item = declare_item, part = declare_part }

words.scheme = rule_words.rule_word("scheme", scheme_types, function(record, spec, rule)
  if (record.parts == nil) == (record.items == nil) then
    core.fail("MISSING_FIELD", spec.at, nil, "scheme " .. spec.id, "parts", "parts, items")
  end
  if record.not_applicable ~= nil and not policies[record.not_applicable] then
    fields.wrong(spec.at, "not_applicable", '"rescale", "award", "no_deduction"', record.not_applicable)
  end
  local of = { level = rule.level, policy = record.not_applicable, in_force = spec.in_force, until_date = record.until_date }
  local at = { id = spec.id, record = record, at = spec.at, spec = spec, rule = rule, clause = spec.clause, document = spec.document,
    certainty = spec.certainty, applies = rule.applies, since = spec.since }
  at.above, numbers.owner = numbers.owner, at
  local total, param = number(at, "total", record.total)
  local got, full, must, rules, exist = sum(at, record.parts or record.items, record.parts and "part" or "item", of)
  narrow(at, exist, of)
  if of.policy == "rescale" then
    -- Where it is not known what applies, both sums are ranges; still nobody has more than all.
    got = core.pair("MIN", total, core.pair("DIV", core.pair("MUL", got, total), full))
  end
  spec.kind, spec.points_param, spec.shape, spec.not_applicable, spec.unit = "score", param, "sum", of.policy, ""
  rule.members = rules
  finish(at, got, asked_of(at, total), total, must)
  adopt(at, rules)
end)
