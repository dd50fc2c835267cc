-- Cases of article 9.

case "85 per cent" {
  rule = "social_recognition", given = { social_recognition_percent = 85 },
  expect = { verdict = "met", measure = "85", margin = "0" },
}
case "84.9999 per cent" { rule = "social_recognition", given = { social_recognition_percent = "84.9999" }, expect = "unmet" }
case "85.0001 per cent" { rule = "social_recognition", given = { social_recognition_percent = "85.0001" }, expect = "met" }
case "no survey" { rule = "social_recognition", given = { social_recognition_percent = missing }, expect = "undetermined" }
