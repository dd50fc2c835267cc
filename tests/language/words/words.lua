-- A small dictionary for the packs that try the words of the rule language.
dictionary "language" { name = { zh = "规则语言用例字典", en = "Dictionary of the language cases" }, version = "1.0.0" }

table_of "counties" {
  name = { zh = "县", en = "counties" }, level = "county", key = "code", names = "name",
  columns = {
    column "code" { name = "代码", type = "code" },
    column "name" { name = "名称", type = "text" },
    column "terrain" { name = "地形", type = "choice",
      choices = { { "plains", name = "平原" }, { "mountain", name = "山区" }, { "lake", name = "湖区" } } },
    column "rate_percent" { name = "比率", type = "decimal", unit = "percent", min = 0, max = 100 },
    column "dropout_percent" { name = "辍学率", type = "decimal", unit = "percent", min = 0, max = 100 },
    column "layout_tier" { name = "布局档次", type = "choice",
      choices = { { "first", name = "一档" }, { "second", name = "二档" }, { "third", name = "三档" }, { "fourth", name = "四档" } } },
    column "judged_points" { name = "评分", type = "decimal", min = 0, max = 100 },
    column "has_plan" { name = "有规划", type = "bool" },
    column "has_system" { name = "有制度", type = "bool" },
    column "is_incomplete" { name = "制度不健全", type = "bool" },
    column "has_boarders" { name = "有寄宿生", type = "bool" },
    column "accident_year" { name = "事故年份", type = "count", unit = "year", min = 1900, max = 2100 },
    column "budget_wan_yuan" { name = "预算", type = "decimal", unit = "wan_yuan", min = 0 },
  },
}

table_of "history" {
  name = { zh = "历年数据", en = "history" }, level = "history", parent = "counties", by = "county_code", optional = true,
  columns = {
    column "county_code" { name = "县代码", type = "code" },
    column "year" { name = "年份", type = "count", unit = "year", min = 1990, max = 2100 },
    column "funds_wan_yuan" { name = "经费", type = "decimal", unit = "wan_yuan", min = 0 },
    column "is_growing" { name = "三个增长", type = "bool" },
    column "has_accident" { name = "安全事故", type = "bool" },
  },
}

table_of "schools" {
  name = { zh = "学校", en = "schools" }, level = "school", key = "code", names = "name", parent = "counties", by = "county_code",
  columns = {
    column "code" { name = "学校代码", type = "code" },
    column "name" { name = "校名", type = "text" },
    column "county_code" { name = "所属县", type = "code" },
    column "has_primary" { name = "有小学", type = "bool" },
    column "has_junior" { name = "有初中", type = "bool" },
    column "area_type" { name = "地区类型", type = "choice", choices = { { "urban", name = "城区" }, { "town", name = "镇区" }, { "rural", name = "乡村" } } },
    column "classes" { name = "班级数", type = "count", unit = "class", min = 0, max = 500 },
    column "students" { name = "学生数", type = "count", unit = "student", min = 0, max = 20000 },
    column "teachers" { name = "教师数", type = "count", unit = "teacher", min = 0, max = 2000 },
    column "area_m2" { name = "面积", type = "decimal", unit = "m2", min = 0, max = 1000000 },
    column "equipment_yuan" { name = "设备值", type = "decimal", unit = "yuan", min = 0, max = 100000000 },
    column "has_track" { name = "有环形跑道", type = "bool" },
    column "has_court" { name = "有球场", type = "bool" },
    column "has_boarders" { name = "有寄宿生", type = "bool" },
    column "room_score" { name = "教室分", type = "decimal", min = 0, max = 10 },
    column "tier" { name = "档次", type = "choice",
      choices = { { "first", name = "一档" }, { "second", name = "二档" }, { "third", name = "三档" }, { "fourth", name = "四档" } } },
    column "built_year" { name = "建成年份", type = "count", unit = "year", min = 1900, max = 2100 },
    column "computers" { name = "计算机", type = "count", unit = "computer", min = 0, max = 5000 },
    column "music_rooms" { name = "音乐室", type = "count", unit = "room", min = 0, max = 100 },
  },
}

-- Three made-up counties, for what reports say of grades, points and titles.
source "counties.csv" { table = "counties" }
source "history.csv" { table = "history" }
source "schools.csv" { table = "schools" }
dataset { name = { zh = "规则语言用例数据（虚构）", en = "Data of the language cases (made up)" }, as_of = "2024-06-01" }
