-- Who may include whom. The table below is the architecture; this script holds the code to it.
--
--     lua5.4 tools/dev/layers.lua            checks: no forbidden edge, no cycle
--     lua5.4 tools/dev/layers.lua --print    and draws the layers
--
-- Checked are the #include lines of engine/ and tools/:
--   1. a file includes headers of its own layer and of those the table allows;
--   2. a library of others is included only where `outside` says so;
--   3. there is no cycle among headers, and none among modules (x.c and x.h are one module).

package.path = (arg[0]:match("^(.*/)") or "./") .. "?.lua;" .. package.path
local tree = require("tree")

-- From the lowest. `may` names the other layers whose headers may be included.
local layers = {
  { name = "base", may = {}, what = "errors, memory, text, exact numbers" },
  { name = "model", may = { "base" }, what = "plain records: units, rules, plan, verdicts" },
  { name = "sheet", may = { "base" }, what = "workbooks: read row by row, and written" },
  { name = "table", may = { "base", "model", "sheet" }, what = "text files and workbooks into typed columns" },
  { name = "script", may = { "base", "model" }, what = "Lua, closed in, builds the plan" },
  { name = "eval", may = { "base", "model", "table" }, what = "the plan over the columns: findings" },
  { name = "report", may = { "base", "model", "sheet" }, what = "findings as text, JSON, CSV, workbooks" },
  { name = "pack", may = { "base", "model", "script" }, what = "loads and checks a rule pack" },
  { name = "intake", may = { "base", "model", "sheet", "table" }, what = "the offices' files into a dataset" },
  { name = "store", may = { "base", "model", "table" }, what = "what was read, kept in a file to be taken again" },
  { name = "audit", may = { "base", "model", "table", "eval" }, what = "what in the data may mislead a verdict" },
  { name = "study", may = { "base", "model", "table", "eval" }, what = "cases of made-up data; two evaluations compared" },
  { name = "vary", may = { "base", "model", "table", "eval" }, what = "what verdicts do as parameters move" },
  { name = "remedy", may = { "base", "model", "table", "eval" }, what = "what is missing to pass, and the cheapest way" },
  { name = "ledger", may = { "base" }, what = "runs that can be had again, in one file" },
  { name = "junheng", may = { "base" }, what = "the public interface: headers, no code" },
  {
    name = "session",
    may = {
      "base", "model", "sheet", "table", "script", "eval", "report", "pack", "intake", "store", "audit", "study",
      "vary", "remedy", "ledger", "junheng",
    },
    what = "what stands behind the public interface",
  },
  { name = "cli", may = { "base", "junheng" }, what = "the program" },
}

-- Libraries of others: their headers, and the only layer or module that may know them.
local outside = {
  ["script/"] = { "lua.h", "lauxlib.h", "lualib.h" },
  ["table/"] = { "csv.h" },
  ["sheet/"] = { "zip.h", "expat.h", "xlsxwriter.h" },
  ["ledger/"] = { "sqlite3.h", "zlib.h" },
  ["store/"] = { "xxhash.h" },
  ["base/rat"] = { "gmp.h" },
  ["base/utf8"] = { "uninorm.h", "uniwidth.h", "unistr.h", "unicase.h", "unictype.h", "unitypes.h" },
  ["base/map"] = { "uthash.h" },
}
local home = {}
for place, headers in pairs(outside) do
  for _, header in ipairs(headers) do
    home[header] = place
  end
end

local allowed = {}
for _, layer in ipairs(layers) do
  allowed[layer.name] = { [layer.name] = true }
  for _, lower in ipairs(layer.may) do
    allowed[layer.name][lower] = true
  end
end

-- "base/dec" for engine/base/dec.c and .h, "junheng" for engine/junheng.c, "cli/main" for tools/cli/main.c.
local function module_of(path)
  return (path:gsub("^engine/", ""):gsub("^tools/", ""):gsub("%.%w+$", ""))
end

local function layer_of(path)
  local module = module_of(path)
  return module:match("^(.-)/") or module
end

-- The path in the tree of a quoted include, or nil.
local function resolve(name, files)
  for _, folder in ipairs({ "engine/", "tools/" }) do
    if files[folder .. name] then
      return folder .. name
    end
  end
  return nil
end

local function check_outside(path, line, name, problems)
  local place = home[name]
  if place and module_of(path):sub(1, #place) ~= place then
    problems[#problems + 1] = ("%s:%d: %s may be included only in engine/%s"):format(path, line, name, place)
  end
end

local function check_edge(path, line, target, problems)
  local from, to = layer_of(path), layer_of(target)
  if not allowed[from] then
    problems[#problems + 1] = ("%s:%d: layer %s is not in tools/dev/layers.lua"):format(path, line, from)
  elseif not allowed[from][to] then
    problems[#problems + 1] = ("%s:%d: %s may not include %s (%s)"):format(path, line, from, to, target)
  end
end

-- Reads all #include lines: edges[path] is the list of paths that it includes.
local function read(problems)
  local list = tree.files({ "engine", "tools" }, { c = true, h = true, def = true })
  local files = {}
  for _, path in ipairs(list) do
    files[path] = true
  end
  local edges = {}
  for _, path in ipairs(list) do
    edges[path] = {}
    for number, text in ipairs(tree.lines(path)) do
      local sign, name = text:match('^%s*#%s*include%s*([<"])([^">]+)')
      local target = sign == '"' and resolve(name, files)
      if sign then
        check_outside(path, number, name, problems)
      end
      if target then
        check_edge(path, number, target, problems)
        table.insert(edges[path], target)
      elseif sign == '"' then
        problems[#problems + 1] = ("%s:%d: no file engine/%s"):format(path, number, name)
      end
    end
  end
  return list, edges
end

-- Reports each cycle of a graph once, as the way round it.
local function find_cycles(what, nodes, edges, problems)
  local state, way = {}, {}
  local function visit(node)
    state[node] = "open"
    way[#way + 1] = node
    for _, target in ipairs(edges[node] or {}) do
      if state[target] == "open" then
        local first = 1
        while way[first] ~= target do
          first = first + 1
        end
        local round = table.concat(way, " -> ", first)
        problems[#problems + 1] = ("cycle among %s: %s -> %s"):format(what, round, target)
      elseif not state[target] then
        visit(target)
      end
    end
    way[#way] = nil
    state[node] = "done"
  end
  for _, node in ipairs(nodes) do
    if not state[node] then
      visit(node)
    end
  end
end

-- The same graph with x.c and x.h as one node.
local function by_module(list, edges)
  local nodes, joined, seen = {}, {}, {}
  for _, path in ipairs(list) do
    local from = module_of(path)
    if not joined[from] then
      nodes[#nodes + 1] = from
      joined[from] = {}
    end
    for _, target in ipairs(edges[path]) do
      local to = module_of(target)
      if to ~= from and not seen[from .. " " .. to] then
        seen[from .. " " .. to] = true
        table.insert(joined[from], to)
      end
    end
  end
  return nodes, joined
end

-- 0 for a layer that stands on nothing, else one more than the highest below it.
local function ranks()
  local rank = {}
  for _, layer in ipairs(layers) do
    rank[layer.name] = 0
    for _, lower in ipairs(layer.may) do
      rank[layer.name] = math.max(rank[layer.name], assert(rank[lower], "layers are listed upwards") + 1)
    end
  end
  return rank
end

local function draw(nodes, joined)
  local rank, modules, uses = ranks(), {}, {}
  for _, node in ipairs(nodes) do
    local from = layer_of(node)
    modules[from] = (modules[from] or 0) + 1
    uses[from] = uses[from] or {}
    for _, target in ipairs(joined[node]) do
      uses[from][layer_of(target)] = true
    end
  end
  local top = 0
  for _, layer in ipairs(layers) do
    top = math.max(top, rank[layer.name])
  end
  for height = top, 0, -1 do
    for _, layer in ipairs(layers) do
      if rank[layer.name] == height then
        local used = {}
        for _, lower in ipairs(layer.may) do
          used[#used + 1] = (uses[layer.name] or {})[lower] and lower or "(" .. lower .. ")"
        end
        local on = #used > 0 and "-> " .. table.concat(used, " ") or ""
        print(("%d  %-8s %3d modules  %s"):format(height, layer.name, modules[layer.name] or 0, layer.what))
        if on ~= "" then
          print(("%24s %s"):format("", on))
        end
      end
    end
  end
  print("(in brackets: allowed, not used)")
end

local problems = {}
local list, edges = read(problems)
local nodes, joined = by_module(list, edges)
find_cycles("headers", list, edges, problems)
find_cycles("modules", nodes, joined, problems)
if arg[1] == "--print" then
  draw(nodes, joined)
end
tree.finish(problems, ("%d files, %d modules: no forbidden edge, no cycle"):format(#list, #nodes))
