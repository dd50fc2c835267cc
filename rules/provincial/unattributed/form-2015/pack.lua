-- A form of 2015 whose province is not named, perhaps Hebei: buildings, sets and computers by classes, degrees, laboratories.

pack "provincial/unattributed/form-2015" {
  name     = { zh = "2015年办学条件申报表填表说明（省份未具名，疑为河北）", en = "Form of 2015 on conditions of schools (province not named, perhaps Hebei)" },
  version  = "1.0.0",
  dictionary = "national",
  columns  = { "columns" },
  document = document "申报表填表说明（2015年）" {
    title = "申报表填表说明（2015年）", issuer = "省份未具名",
  },
  in_force  = "2015-01-01", -- only the year is known
  coverage  = "partial",
  missing   = {
    zh = "省份未印出，仅由十项指标的开头与河北相近推断；占地等其余指标的数值、达标规则和文号未见；印发日期未见，取年初",
    en = "the province is not printed, that it is Hebei is concluded from how its ten indicators begin; the figures of land and others, how many "
      .. "must be met, and the number were not seen; nor the day, hence the first of the year",
  },
  certainty = "inferred",
  files = { "schools", "indicators", "verdict" },
}
