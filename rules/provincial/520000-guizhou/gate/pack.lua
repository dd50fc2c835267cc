-- Guizhou: points for a school's basic conditions: bands of a standard, deductions, points where nobody boards.

pack "provincial/520000-guizhou/gate" {
  name     = { zh = "贵州省县域义务教育学校办学基本条件评估指标体系（修订）", en = "Guizhou: basic conditions of schools (revised)" },
  version  = "1.0.0",
  dictionary = "national",
  columns  = { "columns" },
  region   = "52",
  document = document "贵州省县域义务教育学校办学基本条件评估指标体系（修订）" {
    title = "贵州省县域义务教育学校办学基本条件评估指标体系（修订）", issuer = "贵州省人民政府教育督导室（推断）",
  },
  in_force  = "2014-01-01", -- in use in September 2014; its day and number were not seen
  coverage  = "partial",
  missing   = {
    zh = "第五部分、合格分数线未见；第二、三、四部分部分项目的分值未见，按各部分余分合计为未见分；专用教室每缺一种扣分值未见；"
      .. "完全中学、十二年一贯制学校如何计算未见，未编入；文号和印发日期未见，按2014年9月已使用取年初",
    en = "section five and the pass mark were not seen; the points of some items of sections two to four were not seen and stand as "
      .. "unseen points of their section; nor what is taken for each room that is missing; complete secondary and twelve-year schools are left out; nor number and day: in use in September 2014, "
      .. "hence the first day of that year",
  },
  certainty = "single_source",
  files = { "schools", "standards", "points", "verdict" },
}
