mapping { name = "路径", as_of = "2024-09-01" }

from "../text/学校.csv" { table = "schools" }
