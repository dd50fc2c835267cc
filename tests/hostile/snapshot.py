"""Snapshots against the program: whatever the file is, results are the same bytes as without it.

    snapshot.py PROGRAM [--every N] [--data FOLDER]

Written and taken for each kind of result; cut off, spoiled, of another order of bytes, foreign, a folder, a pipe;
of data that changed in any way; several processes at once. --every: one in so many of the places where it is cut.
"""
import argparse
import os
import random
import shutil
import struct
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
OLD = 1_600_000_000
PAGE = 4096
FLIPS = 60


class World:
    def __init__(self, program, folder, data):
        self.program, self.folder, self.failed = program, folder, 0
        self.data = os.path.join(folder, "data")
        shutil.copytree(data, self.data)
        self.snapshot = os.path.join(folder, "kept.snapshot")
        for name in os.listdir(self.data):
            self.age(name)

    def age(self, name, when=OLD):
        os.utime(os.path.join(self.data, name), (when, when))

    def path(self, name):
        return os.path.join(self.data, name)

    def run(self, words, with_snapshot=True, path=None):
        line = [self.program, *words, "--data", self.data, "--lang", "en"]
        if with_snapshot:
            line += ["--snapshot", path or self.snapshot]
        done = subprocess.run(line, capture_output=True, timeout=120, cwd=ROOT, check=False)
        told = done.stderr.decode()
        note = [code for code in range(905, 913) if f"[JH-{code}]" in told]
        rest = "\n".join(x for x in told.splitlines() if not any(f"[JH-{c}]" in x for c in note))
        return (done.returncode, done.stdout, rest), note[0] if note else 0

    def expect(self, what, got, wanted):
        if got != wanted:
            self.failed += 1
            print(f"FAILED {what}: {str(got)[:300]!r}, expected {str(wanted)[:300]!r}")

    def same(self, what, words, note, path=None):
        """The result with the snapshot is that without it, and the note tells what became of it."""
        wanted, _ = self.run(words, False)
        got, told = self.run(words, path=path)
        self.expect(what, got, wanted)
        if note is not None:
            self.expect(what + ": note", told, note)

    def bytes(self):
        with open(self.snapshot, "rb") as file:
            return file.read()

    def put(self, content):
        with open(self.snapshot, "wb") as file:
            file.write(content)


EVALUATE = ["evaluate", "--format", "json"]


def results(w):
    county = w.run(["evaluate", "--format", "csv"], False)[0][1].decode().splitlines()[1].split(",")
    code = next(x for x in county if len(x) == 6 and x.isdigit())
    lines = [["evaluate"], EVALUATE, ["evaluate", "--format", "csv", "--jobs", "1"],
             ["evaluate", "--readings"], ["evaluate", "--region", code[:2]],
             ["explain", code, "--depth", "full"], ["explain", code, "--format", "json"],
             ["validate"], ["validate", "--format", "json"],
             ["compare", "--rules", "national/basic-balance-2012", "--with", "national/quality-balance-2017"],
             ["sweep", "--vary", "class_size.at_most.primary=42..48:1"]]
    for line in lines:
        if os.path.exists(w.snapshot):
            os.remove(w.snapshot)
        what = " ".join(line)
        w.same(what + ", written", line, 905)
        w.same(what + ", taken", line, 0)


def fresh(w):
    if os.path.exists(w.snapshot):
        os.remove(w.snapshot)
    w.same("fresh", EVALUATE, 905)
    return w.bytes()


def spoiled(w, every):
    whole = fresh(w)
    for size in range(0, len(whole), PAGE * every):
        w.put(whole[:size])
        w.same(f"cut at {size}", EVALUATE, 908 if size else 905)
        w.expect(f"cut at {size}: written anew", len(w.bytes()), len(whole))
    seed = int(os.environ.get("JUNHENG_SEED", "20240901"))
    print(f"seed {seed}")
    draw = random.Random(seed)
    for _ in range(FLIPS // every):
        at, bit = draw.randrange(8, len(whole)), draw.randrange(8)
        w.put(whole[:at] + bytes([whole[at] ^ 1 << bit]) + whole[at + 1:])
        w.same(f"bit {bit} of byte {at}", EVALUATE, None)
    w.put(whole + b"x")
    w.same("one byte more", EVALUATE, 908)
    w.put(whole[:8] + struct.pack(">I", struct.unpack("<I", whole[8:12])[0]) + whole[12:])
    w.same("other order of bytes", EVALUATE, 907)
    w.put(whole[:12] + struct.pack("=I", 999) + whole[16:])
    w.same("other format", EVALUATE, 907)
    w.same("and right again", EVALUATE, 0)


def foreign(w):
    fresh(w)
    for content in (b"county_code,name\n", b"SQLite format 3\0" * 10):
        w.put(content)
        w.same("a file of others", EVALUATE, 911)
        w.expect("it is left as it is", w.bytes(), content)
    os.remove(w.snapshot)
    w.same("a folder", EVALUATE, 911, path=w.data)
    w.same("in no folder", EVALUATE, 909, path=os.path.join(w.folder, "none", "kept"))
    w.same("a device", EVALUATE, 911, path="/dev/null")
    if hasattr(os, "mkfifo"):
        pipe = os.path.join(w.folder, "pipe")
        os.mkfifo(pipe)
        got, note = w.run(EVALUATE, path=pipe)
        w.expect("a pipe", (got, note), (w.run(EVALUATE, False)[0], 911))
    if os.geteuid() != 0:
        closed = os.path.join(w.folder, "closed")
        os.mkdir(closed, 0o500)
        w.same("no permission", EVALUATE, 909, path=os.path.join(closed, "kept"))


def changed(w):
    """Each way in which data change, also those that leave size or time as they were."""
    name = "schools.csv"
    with open(w.path(name), "rb") as file:
        before = file.read()

    def put(content, when, to=name):
        with open(w.path(to), "wb") as file:
            file.write(content)
        w.age(to, when)

    with open(w.path("rooms.csv"), "rb") as file:
        rooms = file.read()
    lines = rooms.split(b"\n")
    shorter = b"\n".join(lines[:2] + lines[3:])
    digit = next(i for i in range(len(before) - 1, 0, -1) if before[i:i + 1] in b"12345678")
    other = before[:digit] + bytes([before[digit] + 1]) + before[digit + 1:]
    fresh(w)
    put(shorter, OLD, "rooms.csv")
    w.same("a record less", EVALUATE, 906)
    put(rooms, OLD, "rooms.csv")
    w.same("the record again", EVALUATE, 906)
    put(before, OLD + 100)
    w.same("the same bytes, later", EVALUATE, 0)
    put(other, OLD + 200)
    w.same("one digit, later", EVALUATE, 906)
    now = time.time()
    put(before, now)
    w.same("written just now", EVALUATE, 906)
    w.same("taken by its hash", EVALUATE, 0)
    put(other, now)
    w.same("one digit, at the same time", EVALUATE, 906)
    put(before, OLD)
    fresh(w)
    os.rename(w.path("rooms.csv"), w.path("away.csv"))
    w.same("a table less", EVALUATE, None)
    os.rename(w.path("away.csv"), w.path("rooms.csv"))
    w.same("a table more", EVALUATE, None)
    fresh(w)
    with open(w.path("dictionary.lua"), "a", encoding="utf-8") as file:
        file.write("\n")
    w.same("a dictionary with a line more", EVALUATE, None)
    w.same("another year", EVALUATE + ["--year", "1900"], None)
    w.same("other columns", ["validate"], None)
    w.same("as before", EVALUATE, None)
    put(b"\xff\xfe\x00" + before, OLD)
    w.same("a table that is refused", EVALUATE, None)
    put(before, OLD)


def together(w):
    wanted = w.run(EVALUATE, False)[0]
    os.path.exists(w.snapshot) and os.remove(w.snapshot)
    line = [w.program, *EVALUATE, "--data", w.data, "--lang", "en", "--snapshot", w.snapshot]
    running = [subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=ROOT)
               for _ in range(6)]
    for one in running:
        w.expect("several at once", one.communicate(timeout=120)[0], wanted[1])
    w.same("after several", EVALUATE, 0)
    w.expect("nothing left beside it", [x for x in os.listdir(w.folder) if x.endswith(".new")], [])


def main():
    words = argparse.ArgumentParser()
    words.add_argument("program")
    words.add_argument("--every", type=int, default=8)
    words.add_argument("--data", default=os.path.join(ROOT, "data", "sample"))
    how = words.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        w = World(os.path.abspath(how.program), folder, how.data)
        results(w)
        spoiled(w, how.every)
        foreign(w)
        changed(w)
        together(w)
    print("failed" if w.failed else "all the same", w.failed)
    return 1 if w.failed else 0


if __name__ == "__main__":
    sys.exit(main())
