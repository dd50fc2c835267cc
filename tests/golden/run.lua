-- Runs the commands in a Markdown file and compares what they print with what stands there.
--
--     lua5.4 tests/golden/run.lua PROGRAM [--update] [--only-checked] FILE.md
--
-- A block to run begins with ```console (with --only-checked: ```console check):
--
--     ```console
--     $ junheng evaluate --data nowhere
--     error: no such folder: nowhere [JH-106]
--     [exit 3]
--     ```
--
-- Standard output and standard error are compared together, byte by byte. A last line [exit N]
-- states the exit status where it is not 0; a line that is only … stands for any lines. A command
-- may go on on the next line after a backslash, and may be a pipe; $SCRATCH is an empty folder, and
-- is printed as such.
-- In a README, ./tools/run stands for what it does: the program, without arguments the main job.
-- --update rewrites the file with what was really printed.

local main_job = "junheng evaluate --rules rules/national/quality-balance-2017 --data data/sample"

local function quoted(text)
  return "'" .. text:gsub("'", "'\\''") .. "'"
end

local function absolute(path)
  return path:sub(1, 1) == "/" and path or os.getenv("PWD") .. "/" .. path
end

local function read_lines(path)
  local lines = {}
  for line in io.lines(path) do
    lines[#lines + 1] = line
  end
  return lines
end

-- Runs a command; returns the lines it printed, and last [exit N] if N is not 0.
local function run(program, scratch, command)
  if command:match("^%./tools/run%s*$") then
    command = main_job
  end
  command = command:gsub("^%./tools/run ", "junheng ")
  local folder = absolute(program):match("^(.*)/")
  local shell = ("rm -rf %s && mkdir -p %s && SCRATCH=%s PATH=%s:$PATH sh -c %s 2>&1 </dev/null"):format(
    quoted(scratch), quoted(scratch), quoted(scratch), quoted(folder), quoted(command))
  local pipe = assert(io.popen(shell))
  local printed = pipe:read("a")
  local _, kind, status = pipe:close()
  printed = printed:gsub(scratch:gsub("%p", "%%%0"), "$SCRATCH")
  local lines = {}
  for line in (printed .. (printed:match("[^\n]$") and "\n" or "")):gmatch("([^\n]*)\n") do
    lines[#lines + 1] = line
  end
  if kind == "signal" then
    lines[#lines + 1] = ("[signal %d]"):format(status)
  elseif status ~= 0 then
    lines[#lines + 1] = ("[exit %d]"):format(status)
  end
  return lines
end

-- Whether printed[i…] is as expected[j…] says.
local function fits(printed, expected, i, j)
  while expected[j] do
    if expected[j] == "…" then
      for skip = i, #printed + 1 do
        if fits(printed, expected, skip, j + 1) then
          return true
        end
      end
      return false
    elseif printed[i] ~= expected[j] then
      return false
    end
    i, j = i + 1, j + 1
  end
  return printed[i] == nil
end

local function write_lines(path, lines)
  local file <close> = assert(io.open(path, "wb"))
  assert(file:write(table.concat(lines, "\n"), #lines > 0 and "\n" or ""))
end

local function show_difference(scratch, expected, printed)
  write_lines(scratch .. ".expected", expected)
  write_lines(scratch .. ".printed", printed)
  io.stdout:flush()
  os.execute(
    ("diff -u --label expected --label printed %s %s"):format(
      quoted(scratch .. ".expected"), quoted(scratch .. ".printed")))
  os.remove(scratch .. ".expected")
  os.remove(scratch .. ".printed")
end

-- Splits the lines of a block into commands: { line =, command =, shown = {…}, expected = {…} }
local function commands_of(block)
  local commands = {}
  for _, entry in ipairs(block) do
    local last = commands[#commands]
    if last and last.shown[#last.shown]:match("\\$") and #last.expected == 0 then
      last.shown[#last.shown + 1] = entry.text
      last.command = last.command:gsub("\\$", "") .. entry.text
    elseif entry.text:match("^%$ ") then
      commands[#commands + 1] =
        { line = entry.line, command = entry.text:sub(3), shown = { entry.text }, expected = {} }
    elseif last then
      last.expected[#last.expected + 1] = entry.text
    else
      error(("line %d: a block begins with \"$ junheng …\""):format(entry.line), 0)
    end
  end
  return commands
end

local function read_options()
  local options = { fence = "```console" }
  for _, word in ipairs(arg) do
    if word == "--update" then
      options.update = true
    elseif word == "--only-checked" then
      options.fence = "```console check"
    elseif not options.program then
      options.program = word
    else
      options.file = word
    end
  end
  assert(options.file, "usage: run.lua PROGRAM [--update] [--only-checked] FILE.md")
  return options
end

local options = read_options()
local scratch = os.tmpname()
local out, failed, count = {}, 0, 0

local function check_block(block)
  for _, one in ipairs(commands_of(block)) do
    local printed = run(options.program, scratch, one.command)
    local good = fits(printed, one.expected, 1, 1)
    count = count + 1
    if not good and not options.update then
      failed = failed + 1
      print(("%s:%d: $ %s"):format(options.file, one.line, one.command))
      show_difference(scratch, one.expected, printed)
    end
    table.move(one.shown, 1, #one.shown, #out + 1, out)
    local kept = good and one.expected or printed
    table.move(kept, 1, #kept, #out + 1, out)
  end
end

local block
for number, text in ipairs(read_lines(options.file)) do
  if block and text == "```" then
    check_block(block)
    block = nil
    out[#out + 1] = text
  elseif block then
    block[#block + 1] = { line = number, text = text }
  else
    out[#out + 1] = text
    block = text == options.fence and {} or nil
  end
end
assert(not block, options.file .. ": the last block is not closed")
os.execute("rm -rf " .. quoted(scratch))

if options.update then
  write_lines(options.file, out)
end
print(("%s: %d commands, %d differ"):format(options.file, count, failed))
if failed > 0 then
  print("If the new output is right: lua5.4 tests/golden/run.lua PROGRAM --update FILE, then read git diff")
end
os.exit(failed == 0 and count > 0 and 0 or 1)
