-- The tier of each item that has a figure: reaching the standard is the first, the others are given by a person.
-- Note 3 of the form, which says what makes a tier, was not seen.

section "tiers" { name = { zh = "各项档次", en = "Tiers" }, clause = "注3", only_where = stage.is_scored }

local function tier_of(id, zh, en, clause, standard, given)
  grade(id) {
    name = { zh = zh, en = en }, clause = clause, of = stage, certainty = "inferred", at_least = "third",
    values = {
      { "first", name = { zh = "一档", en = "first tier" }, when = standard },
      { "second", name = { zh = "二档", en = "second tier" }, when = given:is "second" },
      { "third", name = { zh = "三档", en = "third tier" }, when = given:is "third" },
      { "fourth", name = { zh = "四档", en = "fourth tier" } },
    },
    note = { zh = "达到标准为一档（推断，注3未见）", en = "reaching the standard is the first tier (inferred, note 3 was not seen)" },
  }
end

tier_of("size_tier", "规模班额档次", "Tier: size and classes", "一、2",
  all_of { indicator "fewest_tracks", indicator "most_tracks", indicator "class_size" }, school.given_size_tier)
tier_of("land_tier", "用地面积档次", "Tier: land", "一、4", all_of { indicator "land_per_student" }, school.given_land_tier)
tier_of("building_tier", "建筑面积档次", "Tier: buildings", "二、1",
  all_of { indicator "building_area_per_student" }, school.given_building_tier)
tier_of("classroom_tier", "教室档次", "Tier: classrooms", "二、2",
  all_of {
    indicator "classroom_area_per_student", indicator "floor_to_glass", indicator "ceiling_lamps", indicator "board_lamps",
    indicator "classroom_floors",
  }, school.given_classroom_tier)
tier_of("auxiliary_tier", "教辅用房档次", "Tier: auxiliary rooms", "二、3",
  all_of { indicator "auxiliary_rooms" }, school.given_auxiliary_tier)
