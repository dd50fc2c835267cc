mapping { name = "表头写错", as_of = "2024-09-01" }

from "学校.csv" {
  table = "schools",
  columns = { school_code = "学校标识码", primary_students = "小学在校生" },
}
