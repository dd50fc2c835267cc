-- What could be read of Shandong's rules for new schools: sizes and green areas, from excerpts. Two documents, neither
-- of which was seen: the standard of conditions of schools (revised in 2016, with sizes for schools built in or after 2020), and
-- the rules of October 2018 for schools of housing estates.

pack "provincial/370000-shandong/new-schools" {
  name = { zh = "山东省新建学校和居住区配套学校规模", en = "Shandong: sizes of new schools and of schools of housing estates" },
  version = "1.0.0",
  dictionary = "national",
  columns = { "columns" },
  region = "37",
  document = document "山东省普通中小学校办学条件标准（文号未见）" {
    title = "山东省普通中小学校办学条件标准", issuer = "山东省教育厅",
  },
  in_force = "2020-01-01",
  coverage = "partial",
  missing = {
    zh = "只见摘录：生均面积、用房、器材和人员标准未查到；40瓦灯9盏、12个班以下小学专用教室可合并、服务半径500米和1000米未列入："
      .. "没有相应数据；文号和日期未见",
    en = "only excerpts were seen: areas, rooms, equipment and staff were not found; nine lamps of 40 W, merged special rooms in primary "
      .. "schools of up to 12 classes, and radii of 500 and 1000 m are not here, as there are no such data; numbers and days were not seen",
  },
  certainty = "unverified",
  files = { "sizes" },
}
