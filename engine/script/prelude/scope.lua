-- scope.lua - the names of a pack that another one uses under a name: inside its files they mean its own, outside
-- they begin with that name and a point ("gate.score").
--
-- Knows which layer is at work (pack.layer, head.lua); whoever keeps something by name asks here for the full one.
local core, shared = ...

local scope = {}
shared.scope = scope

-- What names of the layer at work begin with: "" or "gate.".
function scope.here()
  local layer = shared.pack and shared.pack.layer
  return layer and layer.scope or ""
end

-- A name as the whole plan knows it.
function scope.full(id) return type(id) == "string" and scope.here() .. id or id end

-- The other way round, for paths and ids that the layer's own name precedes already.
function scope.bare(id)
  local prefix = scope.here()
  if id and prefix ~= "" and string.sub(id, 1, #prefix) == prefix then return string.sub(id, #prefix + 1) end
  return id
end

-- Where a quantity is kept: "school.id", "gate.school.id"; id is the one that the plan knows.
function scope.quantity(level, id)
  local prefix, own = string.match(id, "^(.*%.)([^.]*)$")
  return (prefix or "") .. level .. "." .. (own or id)
end

-- Columns and quantities of a level that may be named here.
function scope.names(level)
  local list, prefix = {}, scope.here()
  for _, name in ipairs(core.names(level)) do
    local own = scope.bare(name)
    if prefix == "" or own ~= name or not string.find(name, ".", 1, true) then list[#list + 1] = own end
  end
  return list
end
