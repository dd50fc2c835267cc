#!/bin/sh
# The sample with two earlier years: years.sh FOLDER makes FOLDER/old with 2022, FOLDER/new with 2023 and 2024.
#
# In 2022 and 2023 the first county admits by examination, in 2022 the fourth, too; the second of the
# second prefecture does in 2023. The fourth county has another code in 2022.
set -e
mkdir -p "$1/old" "$1/new"
cp data/sample/*.csv data/sample/dictionary.lua "$1/old"
cp data/sample/*.csv data/sample/dictionary.lua "$1/new"
sed -i 's/as_of = "2024-/as_of = "2022-/' "$1/old/dictionary.lua"
for table in counties schools; do
  sed -i 's/,2024,/,2022,/' "$1/old/$table.csv"
  sed -n '2,$p' "data/sample/$table.csv" | sed 's/,2024,/,2023,/' >> "$1/new/$table.csv"
done
examine() { # FILE COUNTY YEAR: has_exam_admission is the 47th column
  sed -i "s/^\($2,[^,]*,[^,]*,[^,]*,$3,\([^,]*,\)\{41\}\)否,/\1是,/" "$1/counties.csv"
}
examine "$1/old" 990101 2022
examine "$1/new" 990101 2023
examine "$1/old" 990104 2022
examine "$1/new" 990202 2023
sed -i 's/^990104,/990199,/' "$1/old/counties.csv" "$1/old/monitoring.csv"
sed -i 's/^\([^,]*,[^,]*\),990104,/\1,990199,/' "$1/old/schools.csv"
printf 'old_code,new_code,day,kind\n990199,990104,2023-01-01,renamed\n' > "$1/new/succession.csv"
