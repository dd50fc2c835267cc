-- Cases at the edges of provincial/350000-fujian/management-standard-school, written by `junheng test --edges --write`.

case "management_standard_schools: a figure is not known" {
  rule = "management_standard_schools",
  given = {
    schools = {
      {
        all_round_growth_percent = missing, environment_percent = 85, equal_rights_percent = 85,
        has_passed_spot_check = true, prerequisites_met = 6, school_system_percent = 85,
        school_type = "primary_school", teacher_growth_percent = 85, teaching_level_percent = 85,
      },
    },
  },
  expect = "undetermined",
}
