-- Xinjiang: points for the county's work on balance, as a village school's self-assessment of 2015–16 shows them:
-- the first of four parts, and of its 170 points the first 40.

pack "provincial/650000-xinjiang/basic-balance" {
  name     = { zh = "新疆维吾尔自治区县域义务教育均衡发展督导评估", en = "Xinjiang: balance of compulsory education in counties" },
  version  = "1.0.0",
  dictionary = "national",
  columns  = { "columns" },
  region   = "65",
  document = document "新疆维吾尔自治区县域义务教育均衡发展督导评估办法" {
    title = "新疆维吾尔自治区县域义务教育均衡发展督导评估办法", issuer = "新疆维吾尔自治区（文号未见）",
  },
  in_force  = "2015-09-01", -- in use in the school year 2015–2016; its day and number were not seen
  coverage  = "partial",
  missing   = {
    zh = "A1组织领导170分中只见B1领导职责40分；A2发展水平、A3管理与质量、A4校际均衡的分值和内容，以及总分、合格线均未见；"
      .. "文号和印发日期未见，按2015—2016学年已使用取学年初；兵团是否适用未见",
    en = "of A1, organisation and leadership, 170 points, only B1, duties of leaders, 40 points, was seen; neither points nor content of "
      .. "A2, level of development, A3, management and quality, A4, balance between schools, nor total and pass mark; nor number and day, "
      .. "in use in the school year 2015–2016, hence its first day; nor whether it holds for the Production and Construction Corps",
  },
  certainty = "single_source",
  files = { "part_a1" },
}
