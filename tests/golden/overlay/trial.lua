reform "classes_of_thirty" { on = "any", from = "2024-01-01", reason = "试行小班" }
change "class_size.at_most.primary" { was = 45, now = 30 }
