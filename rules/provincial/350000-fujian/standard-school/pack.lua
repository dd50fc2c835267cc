-- Fujian: standardised schools, 2009. 100 points, 80 pass; land and buildings are added up stage by stage.

pack "provincial/350000-fujian/standard-school" {
  name     = { zh = "福建省义务教育标准化学校", en = "Fujian: standardised schools" },
  version  = "1.0.0",
  dictionary = "national",
  columns  = { "columns" },
  region   = "35",
  document = document "闽教综〔2009〕54号" {
    title = "关于开展“义务教育标准化学校”建设与评估的通知", issuer = "福建省教育厅",
  },
  in_force  = "2009-01-01", -- of the day only the year is known
  coverage  = "partial",
  missing   = {
    zh = "硬件60分中只见用地6分的细则，其余54分和管理部分（按40分推断）由评估人给分；校舍面积随规模变化的各行（闽教发〔2007〕113号，"
      .. "行间插入法）未见，只知其最小、最大值，落在其间的学校不判；该标准只由报道得知运动场地、球场和教室的数；印发日未见，按年初",
    en = "of 60 points for hardware only the 6 for land were seen item by item, the other 54 and those for management (40, inferred) are given "
      .. "by a person; the rows of the table of floor area by size (闽教发〔2007〕113号, interpolated between rows) were not seen, only "
      .. "their smallest and largest value: schools in between are not judged; of that standard, grounds, courts and classrooms are known from a report; of the day only the year is known",
  },
  certainty = "single_source",
  files = { "schools", "standards", "construction", "points", "verdict" },
}
