-- columns.lua - the base quota of public funds, which the national dictionary has only as "the same for town and country".

local function quota(id, zh, en)
  return column(id) { name = { zh = zh, en = en }, type = "decimal", unit = "yuan/student", scale = 2, max = 1000000,
    note = "县内统一执行的年生均定额，单位元" }
end

column_of "counties" {
  quota("primary_public_funds_quota_yuan", "小学生均公用经费基准定额", "base quota of public funds per primary student"),
  quota("junior_public_funds_quota_yuan", "初中生均公用经费基准定额", "base quota of public funds per junior student"),
}
