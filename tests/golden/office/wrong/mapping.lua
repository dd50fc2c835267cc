-- mapping.lua - sources that contradict themselves and one another.
mapping { name = "有错的表", as_of = "2024-09-01" }

from "学校.csv" { table = "schools" }
from "校舍.csv" { table = "schools" }
