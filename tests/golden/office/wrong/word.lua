mapping { name = "词写错", as_of = "2024-09-01" }

from "学校.csv" {
  table = "schools",
  colums = { school_code = "学校标识码" },
}
