-- head.lua - documents, and the heads of packs, overlays and reforms: one layer of the chain each.
local core, shared = ...
local fields, expression = shared.fields, shared.expression

local pack = { words = {}, head_words = {}, layers = {}, layer = nil }
shared.pack = pack
local heads = pack.head_words

-- Documents ------------------------------------------------------------------------------------------

pack.documents = setmetatable({}, { __mode = "k" })

pack.words.document = shared.named(function(number, record, at)
  fields.check(record, { title = "name!", issuer = "name", date = "date" }, "document", at)
  local handle = expression.proxy("document", function() return nil end)
  pack.documents[handle] =
    core.document { number = number, title = record.title, issuer = record.issuer, date = record.date }
  return handle
end)
heads.document = pack.words.document

-- The document of a declaration: its own, else its layer's.
function pack.document_of(record, at)
  if record.document == nil then return pack.layer.document end
  local index = pack.documents[record.document]
  if not index then fields.wrong(at, "document", 'document "…" { … }', record.document) end
  return index
end

-- Heads ----------------------------------------------------------------------------------------------

local pack_types = {
  name = "name!", version = "text!", document = "any!", in_force = "date!", review_by = "date",
  coverage = "text!", certainty = "text", missing = "name", dictionary = "text!", files = "list", columns = "list",
  uses = "list", region = "text",
}
local overlay_types = {
  on = "text!", name = "name!", version = "text", document = "any!", in_force = "date!", review_by = "date",
  uses = "list", region = "text", contract = "text", coverage = "text", certainty = "text", missing = "name", files = "list",
  columns = "list", note = "name",
}
local reform_types = {
  on = "text!", name = "name", from = "date!", until_date = "date", reason = "name!", review_by = "date",
  region = "text", files = "list", columns = "list", note = "name",
}

local function check_id(id, at)
  if not string.find(id, "^[a-z0-9][a-z0-9/_.-]*$") then fields.wrong(at, nil, "national/quality-balance-2017", id) end
end

local function check_coverage(record, kind, at)
  if record.coverage and record.coverage ~= "complete" and record.coverage ~= "partial" then
    fields.wrong(at, "coverage", '"complete", "partial"', record.coverage)
  end
  if record.coverage == "partial" and not record.missing then
    core.fail("MISSING_FIELD", at, "coverage", kind, "missing", 'missing = "…"')
  end
end

local function check_files(list, field, at)
  local seen = {}
  for _, file in ipairs(fields.texts(list or {}, field, at)) do
    if string.find(file, "..", 1, true) or string.sub(file, 1, 1) == "/" then core.fail("BAD_PATH", at, field, file) end
    if not string.find(file, "^[a-z0-9][a-z0-9_/-]*$") then
      local bare = string.match(file, "^([a-z0-9][a-z0-9_/-]*)%.lua$")
      fields.wrong(at, field, bare and '"' .. bare .. '"' or '"lower_case_name"', file)
    end
    if seen[file] then core.fail("FILE_TWICE", at, field, file) end
    seen[file] = true
  end
end

function pack.check_region(region, at)
  if region and not string.find(region, "^%d%d?%d?%d?%d?%d?$") then fields.wrong(at, "region", '"44", "4401"', region) end
end

-- uses = { "a/pack", gate = "another/pack" }: their ids, and beside each what its names begin with.
local function used_by(record, at)
  local ids, names, form = {}, {}, '{ "a/pack", name = "a/pack" }'
  for _, key in ipairs(fields.sorted_keys(record.uses or {})) do
    local id = record.uses[key]
    if type(id) ~= "string" or (math.type(key) == "integer" and not record.uses[math.max(key - 1, 1)]) then
      fields.wrong(at, "uses", form, id)
    end
    if math.type(key) ~= "integer" then fields.id(key, "uses", at) end
    check_id(id, at)
    ids[#ids + 1], names[#names + 1] = id, type(key) == "string" and key or ""
  end
  return ids, names
end

-- A new layer: what its declarations take from it when they do not say.
local function add_layer(layer, record)
  check_files(record.files, "files", layer.at)
  check_files(record.columns, "columns", layer.at)
  local uses, names = used_by(record, layer.at)
  pack.check_region(record.region, layer.at)
  layer.in_force = core.date(layer.in_force_text)
  layer.may_relax = record.contract == "may_relax"
  layer.certainty = record.certainty -- of all its declarations that do not say their own
  layer.index, layer.scope, layer.is_used = core.layer {
    kind = layer.kind, id = layer.id, version = record.version, name = layer.name, reason = record.reason,
    region = record.region, document = layer.document, in_force = layer.in_force_text, review_by = record.review_by,
    may_relax = layer.may_relax, is_partial = record.coverage == "partial", missing = record.missing,
    certainty = record.certainty, at = layer.at, files = record.files, columns = record.columns, uses = uses,
    use_names = names,
    dictionary = record.dictionary,
  }
  pack.layers[layer.index + 1], pack.layer = layer, layer
  layer.use_names = names
end

heads.pack = shared.named(function(id, record, at)
  check_id(id, at)
  fields.check(record, pack_types, "pack", at)
  check_coverage(record, "pack", at)
  pack.layer = {}
  local layer = { kind = "pack", id = id, at = at, name = record.name, in_force_text = record.in_force,
    document = pack.document_of(record, at) }
  add_layer(layer, record)
end)

heads.overlay = shared.named(function(id, record, at)
  check_id(id, at)
  fields.check(record, overlay_types, "overlay", at)
  check_coverage(record, "overlay", at)
  if record.contract and record.contract ~= "tighten_only" and record.contract ~= "may_relax" then
    fields.wrong(at, "contract", '"tighten_only", "may_relax"', record.contract)
  end
  add_layer({ kind = "overlay", id = id, at = at, name = record.name, in_force_text = record.in_force,
    document = pack.document_of(record, at) }, record)
end)

-- The reason of a reform in one text, for clauses.
local function one_text(name)
  if type(name) == "string" then return name end
  return name.zh or name.en
end

heads.reform = shared.named(function(id, record, at)
  check_id(id, at)
  fields.check(record, reform_types, "reform", at)
  if record.until_date and core.date(record.until_date) <= core.date(record.from) then
    fields.wrong(at, "until_date", "> " .. record.from, record.until_date)
  end
  add_layer({ kind = "reform", id = id, at = at, name = record.name or record.reason, in_force_text = record.from,
    until_text = record.until_date, reason = record.reason, -- no document: its reason stands for one
    clause = one_text(record.reason) }, record)
end)

-- Heads that have been read already: where declarations follow one in the same file.
pack.read_heads = {}
for _, kind in ipairs { "pack", "overlay", "reform" } do
  pack.read_heads[kind] = shared.named(function(id, _, at)
    if pack.layer.has_head then core.clash("DUPLICATE", at, pack.layer.at, kind, id) end
    pack.layer.has_head = true
  end)
end

-- What begins the names of another pack cannot be a rule's name too, or that of a level.
local claimed = {}
function pack.claim_names(layer)
  for _, name in ipairs(layer.use_names) do
    local full = layer.scope .. name
    if name ~= "" and core.level(name) then fields.wrong(layer.at, "uses", "uses = { gate = … }", name) end
    if name ~= "" and not claimed[full] then fields.declare("rule", full, layer.at) end
    claimed[full] = true
  end
end

-- Called before the files of a layer run.
function shared.enter(index)
  pack.layer, pack.section = pack.layers[index + 1], nil
  pack.claim_names(pack.layer)
end
