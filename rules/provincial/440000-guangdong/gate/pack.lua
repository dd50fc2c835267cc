-- Guangdong: the form of 2015 by which every school of a county is held against eleven indicators, of which it may
-- miss two; with the land of standardised schools and one line of the "strong city" acceptance, which were seen beside it.

pack "provincial/440000-guangdong/gate" {
  name     = { zh = "广东省小学、初中办学基本标准达标", en = "Guangdong: basic standards of primary and junior schools" },
  version  = "1.0.0",
  dictionary = "national",
  columns  = { "columns" },
  region   = "44",
  document = document "表Ⅱ-2（2015年申报）" {
    title = "小学、初中办学基本标准达标情况（分学校）", issuer = "广东省人民政府教育督导室（推断）",
  },
  in_force  = "2015-01-01", -- the form for applications of 2015; its day and number were not seen
  coverage  = "partial",
  missing   = {
    zh = "初中的多数指标值、田径场和其他运动面积随规模的标准未见；生均公用经费只见2014年标准，以后各年按历年表取数；"
      .. "标准化学校只见第一至四条，教育强市35项三级指标只见残疾儿童入学率一项有数值；九年一贯制等学校共用资源如何计算未见；"
      .. "教师比两个标准各用于哪类县未见，由县申报",
    en = "most values for junior schools, and tracks and other grounds by size, were not seen; of public funds only the standard of 2014, "
      .. "those of later years are read from the yearly table; of the standardised schools only articles 1 to 4, of the 35 items of the "
      .. "strong city only one figure; how the shared resources of nine-year and other through-schools count; which counties have which of the two teacher ratios",
  },
  certainty = "single_source",
  files = { "schools", "gate", "standard_school", "strong_city", "verdict" },
}
