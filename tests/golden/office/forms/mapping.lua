-- mapping.lua - a form for each school; the schools themselves stand in a list.
mapping { name = "校舍表", as_of = "2024-09-01", year = "2024" }

from "学校.csv" { table = "schools" }
from "5170/*.csv" {
  form = "教基5170", table = "schools",
  cells = { school_code = "D2", teaching_area_m2 = "C4", indoor_sports_area_m2 = "C5" },
}
