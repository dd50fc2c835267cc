-- columns.lua - which recognitions a county has.

column_of "counties" {
  column "is_initially_balanced" { name = { zh = "认定为初步均衡", en = "recognised as initially balanced" }, type = "bool" },
  column "is_basically_balanced" { name = { zh = "认定为基本均衡", en = "recognised as basically balanced" }, type = "bool" },
}
