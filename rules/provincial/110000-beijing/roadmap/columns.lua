-- columns.lua - which recognition a district has.

column_of "counties" {
  column "is_basically_balanced" { name = { zh = "认定为基本均衡", en = "recognised as basically balanced" }, type = "bool" },
}
