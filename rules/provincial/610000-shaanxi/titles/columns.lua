-- columns.lua - what has been recognised of a county.

local function yes_no(id, zh, en) return column(id) { name = { zh = zh, en = en }, type = "bool" } end

column_of "counties" {
  yes_no("is_nine_year_high", "高水平高质量普及九年义务教育", "nine years of schooling for all, at a high level and well"),
  yes_no("is_preschool_universal", "普及学前教育", "pre-school for all"),
  yes_no("is_senior_universal", "普及高中阶段教育", "senior schooling for all"),
  yes_no("is_balance_qualified", "义务教育均衡发展合格", "compulsory education is balanced"),
}
