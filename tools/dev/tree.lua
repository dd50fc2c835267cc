-- The files of the source tree, for the checks beside this file.
--
-- Paths are relative to the root of the tree and sorted by bytes. Knows no git:
-- an unpacked archive is checked as a clone is.

local tree = {}

--- The root of the tree, with a slash: two folders above this file.
tree.root = arg[0]:match("^(.*/)tools/dev/[^/]*$") or "./"

--- Lists the files below some folders of the tree.
-- @param folders e.g. {"engine", "tools"}
-- @param endings e.g. {c = true, h = true}
function tree.files(folders, endings)
  local found = {}
  for _, folder in ipairs(folders) do
    local command = ("cd '%s' && find '%s' -type f 2>/dev/null"):format(tree.root, folder)
    local pipe <close> = assert(io.popen(command))
    for path in pipe:lines() do
      if endings[path:match("%.([^./]*)$") or ""] then
        found[#found + 1] = path
      end
    end
  end
  table.sort(found)
  return found
end

--- The lines of a file of the tree.
function tree.lines(path)
  local lines = {}
  for line in io.lines(tree.root .. path) do
    lines[#lines + 1] = line
  end
  return lines
end

--- The whole text of a file of the tree.
function tree.text(path)
  local file <close> = assert(io.open(tree.root .. path, "rb"))
  return file:read("a")
end

--- Prints what is wrong, one line each, and ends the script: status 1 if there was anything.
-- @param problems list of lines
-- @param summary  printed when there is nothing wrong
function tree.finish(problems, summary)
  for _, problem in ipairs(problems) do
    print(problem)
  end
  if #problems > 0 then
    print(("%d problems"):format(#problems))
    os.exit(1)
  end
  print(summary)
  os.exit(0)
end

return tree
