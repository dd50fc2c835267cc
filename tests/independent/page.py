#!/usr/bin/env python3
"""Is the page of `explain --format html` well-formed, whole in itself, and safe from names that are markup?

page.py PROGRAM

Gives a county, a school, a cell and a target of a copy of the sample names that are markup, quotes, ampersands, and
reads the pages at every depth in both languages as XML: each name must stand there as text and as nothing else; no
script, no event handler, no link, no style that fetches anything, and paper of A4.
"""
import csv
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

HOSTILE = "<script>alert(\"1\")</script> & 'two' ]]> &lt; <!-- </style>"
KNOWN = {"html", "head", "meta", "title", "style", "body", "header", "main", "footer", "h1", "p"}


def spoil(folder):
    path = os.path.join(folder, "schools.csv")
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    name, evidence = rows[0].index("学校名称"), rows[0].index("课程佐证")
    for row in rows[1:]:
        if row[0] == "3199000050":
            row[name] = HOSTILE
            row[evidence] = HOSTILE
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)
    path = os.path.join(folder, "counties.csv")
    with open(path, encoding="utf-8-sig") as file:
        text = file.read()
    with open(path, "w", encoding="utf-8") as file:
        file.write(text.replace("甲二县", '"' + HOSTILE.replace('"', '""') + '"'))


def pack_of(folder):
    shutil.copytree("rules/national/quality-balance-2017", folder)
    shutil.copy("tests/golden/targets/targets.lua", folder)
    for name, old, new in (("pack.lua", '"verdict",\n', '"verdict", "targets",\n'),
                           ("targets.lua", "First counties", HOSTILE.replace('"', '\\"'))):
        path = os.path.join(folder, name)
        with open(path, encoding="utf-8") as file:
            text = file.read()
        assert old in text, old
        with open(path, "w", encoding="utf-8") as file:
            file.write(text.replace(old, new))
    return folder


def faults(page, wanted):
    """What is wrong with a page in which a hostile name must (or need not) be told."""
    if not page.startswith("<!DOCTYPE html>\n"):
        yield "no document type"
    try:
        root = xml.etree.ElementTree.fromstring(page.split("\n", 1)[1])
    except xml.etree.ElementTree.ParseError as error:
        yield "not well-formed: %s" % error
        return
    for element in root.iter():
        if element.tag not in KNOWN:
            yield "element %s" % element.tag
        for name in element.attrib:
            if name not in ("lang", "charset", "class"):
                yield "attribute %s of %s" % (name, element.tag)
    style = "".join(element.text or "" for element in root.iter("style"))
    if re.search(r"url|@import|expression|//", style):
        yield "the style asks for something from elsewhere"
    if "size:A4" not in style:
        yield "not made for A4"
    if wanted and HOSTILE not in "".join(root.itertext()):
        yield "the name does not stand there as it is"


def main():
    program = os.path.abspath(sys.argv[1])
    failed = count = 0
    with tempfile.TemporaryDirectory(prefix="junheng-page-") as temporary:
        data = os.path.join(temporary, "data")
        shutil.copytree("data/sample", data)
        spoil(data)
        pack = pack_of(os.path.join(temporary, "pack"))
        for asked in (["3199000050"], ["3199000050/junior"], ["990102"], ["990102", "--rule", "school_resources"],
                      ["named_2024"], ["3199000050", "--rule", "curriculum"]):
            for depth in ("sentence", "lines", "full"):
                for lang in ("zh", "en"):
                    words = [program, "explain", *asked, "--data", data, "--rules", pack, "--depth", depth, "--format",
                             "html", "--lang", lang, "--quiet"]
                    done = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
                    if done.returncode == 2 and asked[-1] == "curriculum":
                        continue
                    count += 1
                    found = list(faults(done.stdout.decode("utf-8"), lang == "en" or asked[0] != "named_2024"))
                    if done.returncode != 0:
                        found = [done.stderr.decode("utf-8")[:200]]
                    failed += len(found) > 0
                    for fault in found[:3]:
                        print("FAILED %s --depth %s --lang %s: %s" % (" ".join(asked), depth, lang, fault))
    print("%d pages, %d with faults" % (count, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
