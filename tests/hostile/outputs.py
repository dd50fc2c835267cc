#!/usr/bin/env python3
"""Every output is whole or absent: outputs.py PROGRAM [--kills N] [--seed N] [--kind NAME]

Of each kind an earlier version stands there. Then a later one is written with a limit to the size of files, on a
small disk that is full (as root; skipped otherwise, which is told), and by runs that are ended at N random moments
by SIGTERM, SIGINT or SIGKILL. Afterwards the output is the earlier or the later one, byte for byte, and a run that did
not write all does not say that it did. What is read may not change meanwhile, either: pipes in the place of tables,
and tables that are cut short between.
"""
import argparse
import hashlib
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.normpath(os.path.join(HERE, "..", ".."))
GOOD = os.path.join(HERE, "good")
PRICES = os.path.join(HERE, "..", "fault", "prices.lua")
VARIED = "teachers_per_100.at_least=3,4,5"
SIZES = (0, 1, 100, 1000, 4096, 10000, 30000)
# For what is ended in mid-run, or may not write: it would leave the counts of coverage half written, too. It keeps them
# elsewhere (main).
UNCOUNTED = dict(os.environ)
faults = []


def judged(*words):
    return [*words, "--rules", os.path.join(GOOD, "pack"), "--data", "{data}", "--on", "2024-09-01"]


def kinds():
    """name → (arguments with {out} and {data}, whether the earlier version comes of other data than of --lang)"""
    out = ["--output", "{out}"]
    found = {"evaluate-" + form: (judged("evaluate", "--format", form) + out, form == "json")
             for form in ("text", "json", "csv")}
    found.update({
        "manifest": (judged("evaluate", "--output", os.devnull, "--manifest", "{out}"), True),
        "snapshot": (judged("evaluate", "--output", os.devnull, "--snapshot", "{out}"), True),
        "explain-html": (judged("explain", "990101", "--format", "html") + out, False),
        "compare-json": (["compare", "--rules", os.path.join(GOOD, "pack"), "--with",
                          os.path.join(ROOT, "tests", "fault", "stricter"), "--data", "{data}", "--dictionary", os.path.join(GOOD, "pack", "dictionary.lua"),
                          "--on", "2024-09-01", "--format", "json"] + out, True),
        "sweep-csv": (judged("sweep", "--vary", VARIED, "--format", "csv") + out, False),
        "plan-text": (judged("plan", "990101", "--prices", PRICES) + out, False),
        "targets-json": (["targets", "--rules", os.path.join(ROOT, "tests", "fault", "roadmap"), "--data", "{data}",
                          "--dictionary", os.path.join(GOOD, "pack", "dictionary.lua"), "--on", "2024-09-01",
                          "--format", "json"] + out, True),
        "validate-xlsx": (["validate", "--data", "{data}", "--dictionary",
                           os.path.join(GOOD, "pack", "dictionary.lua"), "--format", "xlsx"] + out, False),
        "limits-xlsx": (["rules", "export", "--rules", os.path.join(GOOD, "pack"), "--xlsx", "{out}"], False),
        "template-xlsx": (["template", "--rules", os.path.join(GOOD, "pack"), "--output", "{out}.xlsx"], False),
        "rulebook": (["rules", "export", "{out}", os.path.join(GOOD, "pack")], True),
        "templates": (["template", "--rules", os.path.join(GOOD, "pack"), "--data", "{data}", "--output", "{out}/"],
                      False),
        "import": (["import", "--mapping", "{data}/office/mapping.lua", "--output", "{out}"], True),
    })
    return found


def expect(is_right, what):
    if not is_right:
        faults.append(what)


def state(path):
    """The bytes as a hash; of a folder, of each file in it; None if nothing is there."""
    if os.path.isdir(path):
        return {os.path.relpath(os.path.join(at, name), path): state(os.path.join(at, name))
                for at, _, names in os.walk(path) for name in names}
    if not os.path.exists(path):
        return None
    with open(path, "rb") as stream:
        return hashlib.sha256(stream.read()).hexdigest()


class Trial:
    def __init__(self, program, name, inputs):
        arguments, by_data = kinds()[name]
        self.program, self.name = program, name
        self.place = os.path.join(inputs, name, "place")
        self.out = os.path.join(self.place, "out")
        os.makedirs(self.place)
        self.later = self.command(arguments, os.path.join(inputs, "later"), "en")
        self.earlier = self.command(arguments, os.path.join(inputs, "earlier" if by_data else "later"),
                                    "en" if by_data else "zh")
        self.shown = self.out + ".xlsx" if name == "template-xlsx" else self.out
        done = self.run(self.later)
        expect(done.returncode in (0, 1), "%s: %s" % (name, done.stderr.decode()))
        self.new = state(self.shown)
        self.reset()
        began = time.perf_counter()
        self.run(self.later)
        self.seconds = time.perf_counter() - began
        expect(name == "snapshot" or state(self.shown) == self.new, "%s: the same twice" % name)
        self.reset()
        expect(self.new and self.old, "%s: written at all" % name)
        if name != "rulebook":  # which is that of a pack, whatever the data and the language
            expect(self.old != self.new, "%s: two versions differ" % name)
        self.left = set(os.listdir(self.place))

    def command(self, arguments, data, lang):
        return [self.program] + [one.format(out=self.out, data=data) for one in arguments] + ["--lang", lang]

    def run(self, command, **how):
        return subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False, **how)

    def reset(self):
        if hasattr(self, "kept"):
            shutil.rmtree(self.place)
            shutil.copytree(self.kept, self.place)
            return
        shutil.rmtree(self.place)
        os.makedirs(self.place)
        self.run(self.earlier)
        self.old = state(self.shown)
        self.kept = self.place + ".kept"
        shutil.copytree(self.place, self.kept)

    def is_whole(self):
        """Imports are one thing; of other folders each page is."""
        now = state(self.shown)
        if self.name == "snapshot":  # holds when its sources were seen: whole is what the program takes
            done = self.run(self.later[:-2] + ["--lang", "en"])
            return now == self.old or b"damaged" not in done.stderr
        if not isinstance(now, dict) or self.name == "import":
            return now in (self.old, self.new)
        pages = {name: of for name, of in now.items() if not name.endswith(".part")}
        return all(of in (self.old.get(name), self.new.get(name)) for name, of in pages.items())

    def judge(self, status, what):
        expect(self.is_whole(), "%s, %s: neither the earlier nor the later one (status %s)" % (self.name, what, status))
        # A snapshot is a shorter way: that it could not be kept is a warning.
        if status in (0, 1) and self.name != "snapshot":
            expect(state(self.shown) == self.new, "%s, %s: status %d, but not written" % (self.name, what, status))


def limited(trial):
    """Files may not grow beyond a size; what comes of it is told or whole."""
    for size in SIZES:
        def limit(most=size):
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        trial.reset()
        done = trial.run(trial.later, preexec_fn=limit, env=UNCOUNTED)
        trial.judge(done.returncode, "files of at most %d bytes" % size)
        expect(done.returncode >= 0, "%s: no signal ends it: %d" % (trial.name, done.returncode))
        if done.returncode not in (0, 1):
            expect(b"JH-" in done.stderr, "%s: told with at most %d bytes: %r" % (trial.name, size, done.stderr))
            expect(set(os.listdir(trial.place)) <= trial.left, "%s: nothing is left: %s" % (
                trial.name, sorted(set(os.listdir(trial.place)) - trial.left)))


def full(trial, disk):
    """A disk on which nothing has room any more."""
    place, filler = os.path.join(disk, "place"), os.path.join(disk, "filler")
    trial.reset()
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(trial.kept, place)
    with open(filler, "wb", buffering=0) as stream:
        try:
            while True:
                stream.write(bytes(4096))
        except OSError:
            pass
    kept, trial.shown = trial.shown, trial.shown.replace(trial.place, place)
    done = trial.run([one.replace(trial.place, place) for one in trial.later])
    trial.judge(done.returncode, "a full disk")
    os.remove(filler)
    trial.shown = kept


def kill(trial, count, chance):
    """Ended at random moments; counts what is left beside the output."""
    left = whole = 0
    for _ in range(count):
        trial.reset()
        process = subprocess.Popen(trial.later, cwd=ROOT, env=UNCOUNTED, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0, trial.seconds * 1.1))
        process.send_signal(chance.choice((signal.SIGTERM, signal.SIGINT, signal.SIGKILL)))
        status = process.wait()
        trial.judge(status, "ended by a signal")
        whole += state(trial.shown) == trial.new
        left += bool(set(os.listdir(trial.place)) - trial.left)
    return whole, left


def streams(program, folder):
    """Standard output that cannot be written."""
    for name, (arguments, _) in kinds().items():
        if "{out}" != arguments[-1] or "--output" not in arguments or "xlsx" in arguments or name == "import":
            continue
        plain = [one.format(data=os.path.join(folder, "later"), out="") for one in arguments[:-2]]
        with open("/dev/full", "wb") as device:
            done = subprocess.run([program, *plain, "--lang", "en"], cwd=ROOT, stdout=device, stderr=subprocess.PIPE,
                                  check=False)
        expect(done.returncode == 3 and b"JH-" in done.stderr, "%s: a full device is told: %d" % (name, done.returncode))
        reading, writing = os.pipe()
        os.close(reading)
        done = subprocess.run([program, *plain, "--lang", "en"], cwd=ROOT, stdout=writing, stderr=subprocess.PIPE,
                              check=False)
        os.close(writing)
        expect(done.returncode == 3 and b"JH-" in done.stderr, "%s: a closed pipe is told: %d" % (name, done.returncode))


def readings(program, folder):
    """A pipe as a table is refused without waiting; a table that is cut short while it is read is told or judged whole."""
    data = os.path.join(folder, "pipe")
    shutil.copytree(os.path.join(folder, "later"), data)
    os.remove(os.path.join(data, "schools.csv"))
    os.mkfifo(os.path.join(data, "schools.csv"))
    command = [one.format(data=data) for one in judged(program, "evaluate")]
    try:
        done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False, timeout=60)
        expect(done.returncode == 3 and b"schools.csv" in done.stderr and not done.stdout,
               "a pipe as a table is told: %d %r" % (done.returncode, done.stderr))
    except subprocess.TimeoutExpired:
        expect(False, "a pipe as a table is not waited for")


def shrinking(program, folder, count, chance):
    """A large table is cut short, or grows, at random moments: a message, or the verdicts before or after."""
    data = os.path.join(folder, "moving")
    shutil.copytree(os.path.join(folder, "later"), data)
    path = os.path.join(data, "schools.csv")
    with open(path, encoding="utf-8") as stream:
        head, *rows = stream.read().splitlines()
    # Many more schools.
    rows += [row.replace(row.split(",")[0], "%s%06d" % (row.split(",")[0], i), 1) for i in range(6000) for row in rows]
    whole = "\n".join([head, *rows]) + "\n"
    short = "\n".join([head, *rows[:len(rows) // 2]]) + "\n"
    command = [one.format(data=data) for one in judged(program, "evaluate", "--lang", "en", "--format", "csv")]

    def judge_now():
        began = time.perf_counter()
        done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        return done, time.perf_counter() - began
    answers, seconds = [], 0
    for text in (short, whole):
        with open(path, "w", encoding="utf-8") as stream:
            stream.write(text)
        done, seconds = judge_now()
        answers.append((done.returncode, done.stdout))
        expect(done.returncode in (0, 1), "a large table is judged: %s" % done.stderr[:300])
    told = 0
    for _ in range(count):
        cuts = chance.random() < 0.5
        with open(path, "w", encoding="utf-8") as stream:
            stream.write(whole if cuts else short)
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        time.sleep(chance.uniform(0, seconds))
        if cuts:
            os.truncate(path, len(short.encode()))
        else:
            with open(path, "a", encoding="utf-8") as stream:
                stream.write(whole[len(short):])
        out, err = process.communicate()
        expect(process.returncode >= 0, "a table that moves: ended by %d" % process.returncode)
        is_told = process.returncode == 3 and b"JH-" in err and not out
        told += is_told
        expect(is_told or (process.returncode, out) in answers, "a table that moves is half judged: %d %r" % (
            process.returncode, err[:200]))
    return told


def make_inputs(folder):
    office = os.path.join(ROOT, "tests", "golden", "office", "text")
    for name in ("earlier", "later"):
        data = os.path.join(folder, name)
        shutil.copytree(os.path.join(GOOD, "data"), data)
        shutil.copytree(office, os.path.join(data, "office"))
    with open(os.path.join(folder, "earlier", "office", "mapping.lua"), "a", encoding="utf-8") as stream:
        stream.write("-- earlier\n")
    path = os.path.join(folder, "earlier", "schools.csv")
    with open(path, encoding="utf-8") as stream:
        text = stream.read()
    with open(path, "w", encoding="utf-8") as stream:
        stream.write(text.replace(",450,", ",451,", 1))


def make_disk(folder):
    """A disk of 256 KiB, if we may."""
    disk = os.path.join(folder, "disk")
    os.makedirs(disk)
    if os.geteuid() != 0 or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "none", disk],
                                           stderr=subprocess.DEVNULL, check=False).returncode:
        print("SKIPPED: a full disk (no small disk can be mounted here)")
        return None
    return disk


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--kills", type=int, default=6)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind", choices=sorted(kinds()))
    options = parser.parse_args()
    program, chance = os.path.abspath(options.program), random.Random(options.seed)
    folder = tempfile.mkdtemp(prefix="junheng-outputs-")
    UNCOUNTED["GCOV_PREFIX"] = os.path.join(folder, "counts")
    disk = None
    try:
        make_inputs(folder)
        disk = make_disk(folder)
        for name in [options.kind] if options.kind else kinds():
            trial = Trial(program, name, folder)
            limited(trial)
            if disk:
                full(trial, disk)
            whole, left = kill(trial, options.kills, chance)
            print("%-14s %d kills: %d later, %d earlier; something left beside it %d times" % (
                name, options.kills, whole, options.kills - whole, left))
        streams(program, folder)
        readings(program, folder)
        told = shrinking(program, folder, options.kills, chance)
        print("a table that moves: %d times, %d told" % (options.kills, told))
    finally:
        if disk:
            subprocess.run(["umount", disk], check=False)
        shutil.rmtree(folder)
    for fault in faults:
        print("FAULT " + fault)
    print("seed %d: %d faults" % (options.seed, len(faults)))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
