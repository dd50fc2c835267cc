"""The tables of a made-up nation as rows by header, to be spoiled; and the same schools a year before."""
import csv
import os

TABLES = ["counties", "schools", "rooms", "monitoring"]


class Data:
    """The tables of a folder, as rows by header."""

    def __init__(self, folder):
        self.head, self.rows = {}, {}
        for table in TABLES:
            with open(os.path.join(folder, table + ".csv"), encoding="utf-8", newline="") as file:
                reader = csv.DictReader(file)
                self.rows[table] = list(reader)
                self.head[table] = reader.fieldnames
        with open(os.path.join(folder, "dictionary.lua"), encoding="utf-8") as file:
            self.dictionary = file.read()
        self.succession, self.index = [], None

    def copy(self):
        twin = object.__new__(Data)
        twin.head, twin.dictionary, twin.succession = self.head, self.dictionary, []
        twin.index = None
        twin.rows = {table: [dict(row) for row in rows] for table, rows in self.rows.items()}
        return twin

    def write(self, folder):
        os.makedirs(folder, exist_ok=True)
        for table in TABLES:
            path = os.path.join(folder, table + ".csv")
            with open(path, "w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, self.head[table], lineterminator="\n")
                writer.writeheader()
                writer.writerows(self.rows[table])
        with open(os.path.join(folder, "dictionary.lua"), "w", encoding="utf-8") as file:
            file.write(self.dictionary)
        if self.succession:
            with open(os.path.join(folder, "succession.csv"), "w", encoding="utf-8") as file:
                file.write("old_code,new_code,day,kind\n")
                file.writelines(",".join(line) + "\n" for line in self.succession)

    def county(self, code):
        return next((row for row in self.rows["counties"] if row["county_code"] == code), None)

    def school(self, code):
        """Looked up by code; index is None after codes or rows have changed."""
        if self.index is None:
            self.index = {row["school_code"]: row for row in self.rows["schools"]}
        return self.index.get(code)

    def rooms_of(self, code):
        return [row for row in self.rows["rooms"] if row["school_code"] == code]

    def recode_county(self, old, new):
        for table in ("counties", "schools", "monitoring"):
            for row in self.rows[table]:
                if row["county_code"] == old:
                    row["county_code"] = new

    def recode_school(self, old, new):
        for table in ("schools", "rooms"):
            for row in self.rows[table]:
                if row["school_code"] == old:
                    row["school_code"] = new
        self.index = None

    def drop_school(self, code):
        for table in ("schools", "rooms"):
            self.rows[table] = [row for row in self.rows[table] if row["school_code"] != code]
        self.index = None

    def drop_county(self, code):
        gone = {row["school_code"] for row in self.rows["schools"] if row["county_code"] == code}
        for table in ("counties", "schools", "monitoring"):
            self.rows[table] = [row for row in self.rows[table] if row["county_code"] != code]
        self.rows["rooms"] = [row for row in self.rows["rooms"] if row["school_code"] not in gone]
        self.index = None


def is_figure(column):
    parts = ("students", "classes", "teachers", "_m2", "wan_yuan", "multimedia_rooms", "graduates")
    return any(part in column for part in parts)


def year_before(data, rng):
    """The same schools with a few percent more or less of everything."""
    old = data.copy()
    for table in ("schools", "counties"):
        for row in old.rows[table]:
            row["school_year"] = "2023"
            percent = rng.choice([93, 94, 95, 96, 97, 98, 102, 103, 104, 105, 106, 107])
            for column, value in row.items():
                if not value[:1].isdigit() or not is_figure(column) or (table == "counties" and "special" in column):
                    continue
                if "." in value or column.endswith(("_m2", "wan_yuan")):
                    places = 2 if column.endswith("_m2") else 4
                    row[column] = "%.*f" % (places, float(value) * percent / 100)
                else:
                    row[column] = str(int(value) * percent // 100)
    return old
