-- columns.lua - what the thresholds need beside the national dictionary.

local function small(id, zh, en)
  return column(id) { name = { zh = zh, en = en }, type = "count", unit = "class", max = 400 }
end
local function titled(id, zh, en)
  return column(id) { name = { zh = zh, en = en }, type = "count", unit = "teacher", max = 2000 }
end

column_of "schools" {
  small("primary_small_classes", "小学40人及以下班数", "primary classes of 40 students or fewer"),
  small("junior_small_classes", "初中45人及以下班数", "junior classes of 45 students or fewer"),
  titled("primary_titled_teachers", "小学中高级职称教师数", "primary teachers with a middle or senior title"),
  titled("junior_titled_teachers", "初中中高级职称教师数", "junior teachers with a middle or senior title"),
  column "books" { name = { zh = "图书册数", en = "books" }, also = { "图书册", "图书数" }, type = "count", unit = "book", max = 5000000 },
}
