-- When a national figure changes, exactly the overlays that touch it must be told, each with its file and line, the old
-- value and the new one.
--
--     lua5.4 tests/moved/run.lua PROGRAM
--
-- Copies rules/, writes 7000 for 6000 at the national figure for special schools, and runs `check` over each pack and
-- over the whole folder. Who must be told is found without the program: by looking through the text of all packs for
-- changes of that path, and for what stands on what.

local program = assert(arg[1], "usage: run.lua PROGRAM")
local base, path, old, new = "national/quality-balance-2017", "special_education_funds_per_student.at_least", "6000", "7000"

local function quoted(text) return "'" .. text:gsub("'", "'\\''") .. "'" end

local function read(name)
  local file <close> = assert(io.open(name, "rb"))
  return file:read("a")
end

local function lines_of(command)
  local pipe, list = assert(io.popen(command)), {}
  for line in pipe:lines() do list[#list + 1] = line end
  pipe:close()
  return list
end

local scratch = os.tmpname()
os.remove(scratch)
assert(os.execute(("mkdir -p %s && cp -r rules %s/rules"):format(quoted(scratch), quoted(scratch))))
local rules = scratch .. "/rules"

-- The text of a file without comments, line by line; quotes of texts are left alone.
local function code_lines(name)
  local list = {}
  for line in (read(name) .. "\n"):gmatch("(.-)\n") do list[#list + 1] = (line:gsub("%-%-.*$", "")) end
  return list
end

-- Every pack below rules/: { folder, id, below = ids of what it stands on, touches = { "file:line" … } }.
local packs, by_id = {}, {}
for _, head in ipairs(lines_of("find " .. quoted(rules) .. " -name pack.lua | LC_ALL=C sort")) do
  local pack = { folder = head:gsub("/pack%.lua$", ""), below = {}, touches = {} }
  local text = table.concat(code_lines(head), "\n")
  pack.id = assert(text:match('%f[%a]pack%s*"([^"]+)"') or text:match('%f[%a]overlay%s*"([^"]+)"'), head)
  for below in text:gmatch('%f[%a]on%s*=%s*"([^"]+)"') do pack.below[#pack.below + 1] = below end
  for list in text:gmatch("%f[%a]uses%s*=%s*(%b{})") do
    for below in list:gmatch('"([^"]+)"') do pack.below[#pack.below + 1] = below end
  end
  packs[#packs + 1], by_id[pack.id] = pack, pack
  local files = "find " .. quoted(pack.folder) .. " -name '*.lua' -not -path '*/cases/*' | LC_ALL=C sort"
  for _, file in ipairs(lines_of(files)) do
    for number, line in ipairs(code_lines(file)) do
      for word, said in line:gmatch('%f[%a](%a+)%s*%(?%s*"([^"]+)"') do
        if (word == "change" or word == "relax") and (said == path or said:sub(1, #path + 1) == path .. ".") then
          pack.touches[#pack.touches + 1] = file .. ":" .. number
        end
      end
    end
  end
end
assert(by_id[base], base .. " is not below rules/")

-- Does a pack stand on the national one, at whatever distance? The places that touch the figure, from the bottom up.
local function chain_of(pack, seen)
  if pack.id == base then return true, {} end
  local stands, places = false, {}
  for _, id in ipairs(pack.below) do
    local other = by_id[id]
    if other and not seen[id] then
      seen[id] = true
      local on_base, found = chain_of(other, seen)
      stands = stands or on_base
      table.move(found, 1, #found, #places + 1, places)
    end
  end
  if stands then table.move(pack.touches, 1, #pack.touches, #places + 1, places) end
  return stands, places
end

-- The figure itself, in the declaration of its rule.
local rule, field = path:match("^([^.]+)%.(.+)$")
local moved = 0
for _, file in ipairs(lines_of("find " .. quoted(by_id[base].folder) .. " -name '*.lua' -not -path '*/cases/*'")) do
  local text = read(file)
  local from, to = text:find('indicator "' .. rule .. '" %b{}')
  if from then
    local body, count = text:sub(from, to):gsub("(" .. field .. "%s*=%s*)" .. old .. "%f[%D]", "%1" .. new)
    moved = moved + count
    local out <close> = assert(io.open(file, "wb"))
    out:write(text:sub(1, from - 1), body, text:sub(to + 1))
  end
end
assert(moved == 1, "the national pack says " .. path .. " = " .. old .. " once")

local function check(folder)
  local pipe = assert(io.popen(quoted(program) .. " check " .. quoted(folder) .. " --lang en 2>&1 </dev/null"))
  local said = pipe:read("a")
  return pipe:close() == true, said
end

local failures = 0
local function fail(...)
  failures = failures + 1
  io.stderr:write(string.format(...), "\n")
end

-- Each pack by itself.
local told = 0
for _, pack in ipairs(packs) do
  local _, places = chain_of(pack, { [pack.id] = true })
  local is_sound, said = check(pack.folder)
  local wanted = places[1]
  if wanted then
    told = told + 1
    local first = said:match("([^\n]*%[JH%-415%])") or ""
    if is_sound then fail("%s: touches the figure at %s and was not told", pack.id, wanted) end
    if first:sub(1, #wanted + 1) ~= wanted .. ":" then fail("%s: should be told at %s, not:\n%s", pack.id, wanted, said) end
    for _, text in ipairs { path, old, new } do
      if not first:find(text, 1, true) then fail("%s: %s is not told:\n%s", pack.id, text, said) end
    end
  elseif said:find("JH%-415") then
    fail("%s: does not touch the figure and was told:\n%s", pack.id, said)
  elseif not is_sound then
    fail("%s: does not touch the figure and is broken:\n%s", pack.id, said)
  end
end
if told == 0 then fail("no pack touches %s: the test shows nothing", path) end

-- All at once: one message for each that was told.
local is_sound, said = check(rules)
local _, count = said:gsub("%[JH%-415%]", "")
if is_sound or count ~= told then fail("check of the whole folder tells %d packs, not %d:\n%s", count, told, said) end

os.execute("rm -rf " .. quoted(scratch))
io.stdout:write(("%d packs, %d touch %s, %d failures\n"):format(#packs, told, path, failures))
os.exit(failures == 0)
