-- columns.lua - rooms and grounds that the national dictionary does not have.

local function area(id, zh, en, note)
  return column(id) { name = { zh = zh, en = en }, type = "decimal", unit = "m2", scale = 2, max = 1000000, note = note }
end
local function rooms(id, zh, en) return column(id) { name = { zh = zh, en = en }, type = "count", max = 1000 } end
local function metres(id, zh, en)
  return column(id) { name = { zh = zh, en = en }, type = "decimal", scale = 2, max = 10000, note = "单位：米" }
end
local function yes_no(id, zh, en) return column(id) { name = { zh = zh, en = en }, type = "bool" } end

column_of "schools" {
  area("classroom_area_m2", "普通教室总面积", "area of all classrooms"),
  area("smallest_classroom_m2", "最小普通教室面积", "area of the smallest classroom"),
  area("lab_area_m2", "实验室总面积", "area of all laboratories"),
  rooms("lab_rooms", "实验室间数", "laboratories"),
  area("smallest_lab_m2", "最小实验室面积", "area of the smallest laboratory"),
  area("library_area_m2", "图书室面积", "area of the library"),
  area("computer_room_area_m2", "计算机教室总面积", "area of all computer rooms"),
  rooms("computer_rooms", "计算机教室间数", "computer rooms"),
  area("smallest_computer_room_m2", "最小计算机教室面积", "area of the smallest computer room"),
  yes_no("has_dirt_ground", "运动场地为土质", "the sports ground is of dirt"),
  metres("loop_track_m", "环形跑道长度", "length of the loop track in metres"),
  metres("straight_track_m", "直跑道长度", "length of the straight track in metres"),
  area("court_area_m2", "最大运动场面积", "area of the largest court"),
  yes_no("is_in_mountains", "山区学校", "school in the mountains"),
}
