-- dictionary.lua - the school tables of stats.moe.gov.tw, school years 101 to 103, as published.
-- Six files, one for each year and stage; two title lines above the header; five of them UTF-16,
-- one Big5.
extends "tables.lua"

dataset {
  name = { zh = "真实学校统计，22 个县市", en = "Real school statistics of 22 counties and cities" },
  as_of = "2014-09-01",
  year = "103",
}

local files = {
  { "101_basec.txt", "primary", "101" },
  { "101_basej.txt", "junior", "101" },
  { "102_basec.txt", "primary", "102" },
  { "102_basej.txt", "junior", "102", "BIG5" },
  { "103_basec.txt", "primary", "103" },
  { "103_basej.txt", "junior", "103" },
}
for i = 1, #files do
  local file = files[i]
  source(file[1]) {
    table = "schools", delimiter = "\t", encoding = file[4], skip_lines = 2,
    set = { stage = file[2], school_year = file[3] },
  }
end
