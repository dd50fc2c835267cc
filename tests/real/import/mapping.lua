-- mapping.lua - six files as a ministry published them, into one dataset of three school years.
mapping {
  name = { zh = "真实学校统计，22 个县市", en = "Real school statistics of 22 counties and cities" },
  dictionary = "tables.lua", -- of ../class-size, which knows the headers of all three years
  as_of = "2014-09-01", year = "103",
}

-- Two files for each year; that one of them is Big5 cannot be found out.
local function year(number, junior_encoding)
  from(number .. "_basec.txt") {
    table = "schools", set = { school_year = number, stage = "primary" },
  }
  from(number .. "_basej.txt") {
    table = "schools", set = { school_year = number, stage = "junior" }, encoding = junior_encoding,
  }
end

year("101")
year("102", "BIG5")
year("103")
