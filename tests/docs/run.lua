-- Runs the examples of a document.
--
--     lua5.4 tests/docs/run.lua PROGRAM FILE.md
--
-- A fenced block says in its first line what it is:
--
--     ```lua pack:NAME/FILE      a file of the pack NAME; the pack must pass `check` and `test`
--     ```lua with:NAME/FILE      stands at the end of that file in a copy of the pack, which must pass `check`
--     ```lua refused:NAME/FILE   the same, and must be refused with the code that the line after the block begins with: `JH-308`
--     ```csv data:NAME/FILE      a file of the dataset NAME (also lua: its dictionary); it must pass `validate`
--     ```csv with:NAME/FILE      stands in the place of that file in a copy of the dataset, which must pass `validate`
--     ```csv refused:NAME/FILE   the same, and must be refused with that code (a warning will do)
--
--     ```csv office:NAME/FILE    a file of an office, beside the mapping NAME/mapping.lua: it must be imported
--     ```csv imported:NAME/FILE  what a file of the result holds
--
-- The packs `national` and `words` (tests/language/words), and the dataset `sample` are there from the start.

local program, document = arg[1], arg[2]
assert(document, "usage: run.lua PROGRAM FILE.md")

local function quoted(text)
  return "'" .. text:gsub("'", "'\\''") .. "'"
end

local function shell(...)
  assert(os.execute(string.format(...)))
end

local function write(path, text)
  local file <close> = assert(io.open(path, "wb"))
  assert(file:write(text))
end

local function read(path)
  local file <close> = io.open(path, "rb")
  return file and file:read("a") or ""
end

local scratch = os.tmpname()
os.remove(scratch)
shell("mkdir -p %s/packs %s/data", quoted(scratch), quoted(scratch))
shell("cp -r rules/national/quality-balance-2017 %s/packs/national", quoted(scratch))
shell("cp -r tests/language/words %s/packs/words", quoted(scratch))
shell("mkdir -p %s/language && cp -r tests/language/words %s/language/words", quoted(scratch), quoted(scratch)) -- for `on`
shell("cp -r data/sample %s/data/sample", quoted(scratch))

-- Runs junheng; returns whether it ended with 0, and what it said.
local function junheng(form, ...)
  local words = {}
  for index, word in ipairs({ ... }) do
    words[index] = quoted(word)
  end
  local pipe = assert(io.popen(quoted(program) .. " " .. form:format(table.unpack(words)) .. " --lang en 2>&1 </dev/null"))
  local said = pipe:read("a")
  return pipe:close() == true, said
end

local failed, count = 0, 0

local function expect(is_right, line, what, said)
  count = count + 1
  if not is_right then
    failed = failed + 1
    print(("%s:%d: %s\n%s"):format(document, line, what, said:gsub(scratch .. "/", "")))
  end
end

local packs, datasets, offices = {}, {}, {}

-- A whole file of a pack or a dataset.
local function keep(folder, list, block)
  local place = ("%s/%s/%s"):format(scratch, folder, block.name)
  list[block.name] = block.line
  shell("mkdir -p %s", quoted(("%s/%s"):format(place, block.file):match("^(.*)/")))
  write(place .. "/" .. block.file, block.text)
end

-- A copy with a changed file, checked as its kind is; returns good, said.
local function try(block)
  local copy = scratch .. "/copy"
  local is_data = datasets[block.name] or block.name == "sample"
  shell("rm -rf %s", quoted(copy))
  shell("cp -r %s %s", quoted(("%s/%s/%s"):format(scratch, is_data and "data" or "packs", block.name)), quoted(copy))
  local path = copy .. "/" .. block.file
  if is_data then
    write(path, block.text)
    return junheng("validate --data %s", copy)
  end
  write(path, read(path) .. "\n" .. block.text)
  return junheng("check %s", copy)
end

local function run(block)
  if block.kind == "pack" then
    keep("packs", packs, block)
  elseif block.kind == "data" then
    keep("data", datasets, block)
  elseif block.kind == "office" then
    keep("office", offices, block)
  elseif block.kind == "imported" then
    local got = read(("%s/result/%s/%s"):format(scratch, block.name, block.file))
    expect(got == block.text, block.line, "the import holds", got)
  elseif block.kind == "with" then
    local good, said = try(block)
    expect(good, block.line, "is not accepted", said)
  else
    local _, said = try(block)
    local code = block.after:match("^`(JH%-%d+)`")
    expect(code ~= nil, block.line, "the line after the block must begin with `JH-…`", block.after)
    expect(said:find(("[%s]"):format(code), 1, true) ~= nil, block.line, "is not refused with " .. tostring(code), said)
  end
end

-- All blocks with a kind, in order: { line, kind, name, file, text, after }
local function blocks_of(path)
  local blocks, open = {}, nil
  local number = 0
  for line in io.lines(path) do
    number = number + 1
    local last = blocks[#blocks]
    if open and line == "```" then
      open.text = table.concat(open, "\n") .. "\n"
      blocks[#blocks + 1] = open.kind and open or nil
      open = nil
    elseif open then
      open[#open + 1] = line
    elseif line:match("^```") then
      local kind, name, file = line:match("^```%a+ (%a+):([%w_-]+)/([^%s]+)$")
      open = { line = number, kind = kind, name = name, file = file, after = "" }
    elseif last and last.after == "" and line ~= "" then
      last.after = line
    end
  end
  assert(not open, path .. ": the last block is not closed")
  return blocks
end

local blocks = blocks_of(document)
for _, block in ipairs(blocks) do
  if block.kind == "pack" or block.kind == "data" or block.kind == "office" then
    run(block)
  end
end
for name, line in pairs(offices) do
  local result = ("%s/result/%s"):format(scratch, name)
  shell("mkdir -p %s/result", quoted(scratch))
  local good, said = junheng("import --mapping %s --output %s", ("%s/office/%s/mapping.lua"):format(scratch, name), result)
  expect(good, line, ("the files of %s are not imported"):format(name), said)
end
for name, line in pairs(packs) do
  -- A reform is tried on top of the national pack.
  local is_reform = read(("%s/packs/%s/pack.lua"):format(scratch, name)):match("^%s*reform ")
  for _, command in ipairs({ "check", "test" }) do
    if is_reform then
      command = command .. " rules/national/quality-balance-2017 --reform"
    end
    local good, said = junheng(command .. " %s", ("%s/packs/%s"):format(scratch, name))
    expect(good, line, ("pack %s does not pass %s"):format(name, command), said)
  end
end
for name, line in pairs(datasets) do
  local good, said = junheng("validate --data %s", ("%s/data/%s"):format(scratch, name))
  expect(good, line, ("dataset %s does not pass validate"):format(name), said)
end
for _, block in ipairs(blocks) do
  if block.kind ~= "pack" and block.kind ~= "data" and block.kind ~= "office" then
    run(block)
  end
end
shell("rm -rf %s", quoted(scratch))
print(("%s: %d examples, %d checks, %d failed"):format(document, #blocks, count, failed))
os.exit(failed == 0 and #blocks > 0 and 0 or 1)
