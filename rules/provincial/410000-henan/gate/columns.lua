-- columns.lua - what Henan's form asks beside the national dictionary.
--
-- Where a figure has a standard, reaching it is the first tier, computed; a tier that a person gives is
-- wanted only below it. Items without a figure have the tier that a person gave.

local function area(id, zh, en)
  return column(id) { name = { zh = zh, en = en }, type = "decimal", unit = "m2", scale = 2, max = 10000000 }
end
local function yes_no(id, zh, en) return column(id) { name = { zh = zh, en = en }, type = "bool" } end
local first = { "first", name = { zh = "一档", en = "first tier" } }
local second = { "second", name = { zh = "二档", en = "second tier" } }
local third = { "third", name = { zh = "三档", en = "third tier" } }
local fourth = { "fourth", name = { zh = "四档", en = "fourth tier" } }
local function tier(id, zh, en)
  return column(id) { name = { zh = zh .. "档次", en = en .. ": tier" }, type = "choice", choices = { first, second, third, fourth } }
end
local function tier_below(id, zh, en)
  return column(id) {
    name = { zh = zh .. "未达标准时档次", en = en .. ": tier below the standard" }, type = "choice", choices = { second, third, fourth },
  }
end

column_of "schools" {
  column "boarding" {
    name = { zh = "寄宿情况", en = "boarding" }, type = "choice",
    choices = {
      { "none", name = { zh = "非寄宿", en = "no boarders" } },
      { "part", name = { zh = "部分寄宿", en = "some board" } },
      { "full", name = { zh = "全寄宿", en = "all board" } },
    },
  },
  yes_no("has_dining", "有学生就餐", "students eat at school"),
  column "primary_tracks" { name = { zh = "小学轨数", en = "parallel classes of a year, primary" }, type = "count", max = 60 },
  column "junior_tracks" { name = { zh = "初中轨数", en = "parallel classes of a year, junior" }, type = "count", max = 60 },
  area("site_area_m2", "校园用地面积", "land of the school"),
  area("building_area_m2", "校舍建筑面积", "floor area of all buildings"),
  area("classroom_area_m2", "普通教室面积", "floor area of classrooms"),
  area("classroom_glass_m2", "普通教室采光玻璃面积", "glass of classroom windows"),
  column "ceiling_lamps" { name = { zh = "每间教室40瓦照明灯最少盏数", en = "40 W ceiling lamps, fewest in a classroom" }, type = "count", max = 100 },
  column "board_lamps" { name = { zh = "每间教室黑板灯最少盏数", en = "40 W lamps at the blackboard, fewest in a classroom" }, type = "count", max = 100 },
  yes_no("has_hard_floors", "教室地面硬化防滑", "classroom floors are hard and not slippery"),
  yes_no("has_music_room", "有音乐教室", "has a music room"),
  yes_no("has_art_room", "有美术教室", "has an art room"),
  yes_no("has_laboratory", "有科学教室或实验室", "has a science room or laboratory"),
  yes_no("has_computer_room", "有计算机教室", "has a computer room"),
  yes_no("has_library", "有图书室", "has a library"),
  yes_no("has_reading_room", "有阅览室", "has a reading room"),
  yes_no("has_multipurpose_room", "有多功能教室", "has a multi-purpose room"),
  yes_no("has_sports_store", "有体育器材室", "has a store for sports gear"),
  yes_no("has_counselling_room", "有心理辅导室", "has a counselling room"),
  tier("layout_tier", "学校设置", "siting"),
  tier_below("given_size_tier", "规模班额", "size and classes"),
  tier("environment_tier", "校园环境", "campus"),
  tier_below("given_land_tier", "用地面积", "land"),
  tier_below("given_building_tier", "建筑面积", "buildings"),
  tier_below("given_classroom_tier", "教室", "classrooms"),
  tier_below("given_auxiliary_tier", "教辅用房", "auxiliary rooms"),
  tier("office_tier", "办公用房", "offices"),
  column "living_rooms_points" {
    name = { zh = "寄宿、就餐用房得分", en = "points for boarding and dining rooms" }, type = "decimal", scale = 2, max = 9,
  },
}
