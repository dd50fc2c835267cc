"""spoiled_text.py - what goes wrong with a text file as such: bytes, encodings, delimiters, quotes, ends."""
from spoiled_base import GOOD, Reading


def lines_of(table):
    return table.text().encode().split(b"\n")[:-1]


def join(lines, end=b"\n"):
    return end.join(lines) + end


def cut_short(rng, table):
    """Cut at a random byte; a cut behind a whole record cannot be seen."""
    content = table.text().encode()
    for _ in range(12):
        at = rng.randrange(len(content) // 10, len(content) - 1)
        kept = content[:at]
        # In the last cell, what is left is a figure all the same: only the missing line end shows it.
        rest = []
        last = kept.rsplit(b"\n", 1)[-1]
        if last.count(b",") == len(table.header) - 1 and not kept.endswith(b"\n"):
            made = table.copy()
            made.rows = made.rows[:kept.count(b"\n")]
            made.rows[-1][-1] = last.rsplit(b",", 1)[-1].decode()
            rest = [Reading(made, said=True)]
        elif kept.endswith(b"\n"):
            made = table.copy()
            made.rows = made.rows[:kept.count(b"\n") - 1]
            rest = [Reading(made)]
        yield "after %d of %d bytes" % (at, len(content)), kept, rest


def cut_in_last_cell(_, table):
    """The last record ends in the middle of its last figure."""
    made = table.copy()
    made.rows[-1][-1] = "12"
    cut = table.copy()
    cut.rows[-1][-1] = "1"
    yield "12 becomes 1, without a line end", made.text().encode()[:-2], [Reading(cut, said=True)]
    full = table.text().encode()
    yield "the last line lacks its end alone", full[:-1], [GOOD]


def other_encoding(_, table):
    text = table.text()
    for name in ("gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be", "utf-32"):
        yield name, text.encode(name), [GOOD]
    yield "big5", text.encode("big5", "replace"), []
    yield "UTF-8 taken for Latin-1 and saved", text.encode().decode("latin-1").encode(), []
    yield "UTF-8 taken for GBK and saved", text.encode().decode("gbk", "replace").encode(), []
    yield "GBK taken for Latin-1 and saved", text.encode("gbk").decode("latin-1").encode(), []


def mixed_encoding(_, table):
    for at, name in ((5, "gbk"), (40, "gbk"), (70, "big5"), (10, "utf-16-le")):
        lines = lines_of(table)
        lines[at] = lines[at].decode().encode(name, "replace")
        yield "line %d in %s" % (at + 1, name), join(lines), []


def marks(_, table):
    bom, content = b"\xef\xbb\xbf", table.text().encode()
    yield "a mark", bom + content, [GOOD]
    yield "two marks", bom + bom + content, [GOOD]
    yield "a mark in the middle", content.replace(b"\n", b"\n" + bom, 20), [GOOD]
    yield "the mark of UTF-16 before UTF-8", b"\xff\xfe" + content, []
    yield "a mark and GBK", bom + table.text().encode("gbk"), []


def ends(_, table):
    lines = lines_of(table)
    yield "CR LF", join(lines, b"\r\n"), [GOOD]
    yield "CR", join(lines, b"\r"), [GOOD]
    yield "LF CR", join(lines, b"\n\r"), [GOOD]
    yield "CR CR LF", join(lines, b"\r\r\n"), [GOOD]
    yield "mixed", b"".join(line + (b"\n", b"\r\n", b"\r")[i % 3] for i, line in enumerate(lines)), [GOOD]
    yield "none at all", b"".join(lines), []
    yield "vertical tabs", join(lines, b"\v"), []


def delimiters(_, table):
    for name, one in (("semicolons", ";"), ("tabs", "\t"), ("bars", "|"), ("blanks", " "), ("colons", ":")):
        yield name, table.text(one).encode(), [GOOD]
    yield "wide commas", "\n".join("，".join(line) for line in table.lines()).encode() + b"\n", [GOOD]
    lines = lines_of(table)
    yield "semicolons in half of the lines", join(lines[:40] + [one.replace(b",", b";") for one in lines[40:]]), []


def trailing_delimiter(_, table):
    lines = lines_of(table)
    yield "in all lines", join([line + b"," for line in lines]), [GOOD]
    yield "in all lines but the header", join(lines[:1] + [line + b"," for line in lines[1:]]), [GOOD]
    yield "in one line", join(lines[:9] + [lines[9] + b","] + lines[10:]), [GOOD]
    yield "one cell more in a line", join(lines[:9] + [lines[9] + b",7"] + lines[10:]), []
    yield "one cell less in a line", join(lines[:9] + [lines[9].rsplit(b",", 1)[0]] + lines[10:]), [GOOD]


def broken_quotes(rng, table):
    for shape in (b'"%s', b'%s"', b'"%s"x', b'x"%s"', b'""%s"', b"'%s'", b'"%s\n'):
        lines, at = lines_of(table), rng.randrange(1, 70)
        parts = lines[at].split(b",")
        parts[1] = shape % parts[1]
        lines[at] = b",".join(parts)
        named = table.put(at - 1, "学校名称", "'%s'" % table.rows[at - 1][1])
        yield "%s around the name in line %d" % (shape.decode() % "…", at + 1), join(lines), [GOOD, Reading(named)]
    lines = lines_of(table)
    lines[10] = lines[10].replace(b",", b',"', 1)
    lines[30] = lines[30].replace(b",", b'",', 1)
    yield "opened in line 11, closed in line 31", join(lines), []


def stray_bytes(rng, table):
    for name, one in (("NUL", b"\0"), ("0x01", b"\x01"), ("0xFF", b"\xff"), ("end of file mark", b"\x1a"), ("DEL", b"\x7f")):
        lines, at = lines_of(table), rng.randrange(1, 70)
        parts = lines[at].split(b",")
        parts[22] = parts[22][:1] + one + parts[22][1:]
        lines[at] = b",".join(parts)
        yield "%s in a figure of line %d" % (name, at + 1), join(lines), []
    yield "an end of file mark at the end", table.text().encode() + b"\x1a", [GOOD]
    yield "NULs at the end", table.text().encode() + b"\0" * 512, [GOOD]


def line_break_in_cell(rng, table):
    for end in ("\n", "\r\n", "\r"):
        row = rng.randrange(len(table.rows))
        name = table.rows[row][1]
        made = table.put(row, "学校名称", name[:2] + end + name[2:])
        yield "in the name of row %d" % (row + 1), made.text().encode(), [GOOD, Reading(made)]


KINDS = {name.replace("_", " "): kind for name, kind in list(globals().items()) if name in (
    "cut_short", "cut_in_last_cell", "other_encoding", "mixed_encoding", "marks", "ends", "delimiters", "trailing_delimiter",
    "broken_quotes", "stray_bytes", "line_break_in_cell")}
