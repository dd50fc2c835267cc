stages {
  { "primary", name = { zh = "小学", en = "primary" }, when = school.has_primary },
  { "junior", name = { zh = "初中", en = "junior" }, when = school.has_junior },
}
