"""Runs the program on a broken copy of good/ and judges what it says.

A case breaks a copy in one way and states what must come back: the exit status,
the code, and the place. Whatever the case: no crash, no sanitizer report, no
verdict on standard output when the run failed, and no run without end.
"""
import os
import re
import shutil
import subprocess
import tempfile
import time
from dataclasses import dataclass, field

HERE = os.path.dirname(os.path.abspath(__file__))
GOOD = os.path.join(HERE, "good")
DAY = "2024-09-01"
TIMEOUT_S = 90
CRASH = re.compile(r"Sanitizer|runtime error:|Assertion|core dumped|internal error", re.I)


@dataclass
class Run:
    command: list
    status: int
    out: str
    err: str
    seconds: float
    peak_mib: float

    @property
    def said(self):
        return self.err + self.out


@dataclass
class Case:
    """breaks: what breaks the copy, called with its folder; codes: one of these must be named; place:
    a pattern in the line with the code ("" = no place needed); says: a pattern anywhere in the answer;
    status: other statuses than those of the group, by command; most_mib: memory, where it matters;
    only: the commands that must name the code (all, if empty); arguments: more of them, {folder} is the copy."""

    name: str
    breaks: object
    codes: tuple = ()
    place: str = ""
    says: str = ""
    status: dict = field(default_factory=dict)
    most_mib: float = 0
    only: tuple = ()
    arguments: tuple = ()


class Program:
    def __init__(self, path):
        self.path = path

    def run(self, *arguments, stdout=None, folder=None):
        """Runs with English messages, in a folder; stdout may name a file that takes the output."""
        command = [self.path, *arguments]
        began = time.monotonic()
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            target = open(stdout, "wb") if stdout else None
            process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=target or out, stderr=err, cwd=folder,
                env=dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="en"))
            usage = wait_for(process, began + TIMEOUT_S)
            if target:
                target.close()
            out.seek(0)
            err.seek(0)
            return Run(command, process.returncode, out.read().decode("utf-8", "replace"),
                       err.read().decode("utf-8", "replace"), time.monotonic() - began,
                       usage.ru_maxrss / 1024)


def wait_for(process, until):
    """Like Popen.wait, with the use of resources; ends what runs too long."""
    while True:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            process.returncode = os.waitstatus_to_exitcode(status)
            return usage
        if time.monotonic() > until:
            process.kill()
        time.sleep(0.005)


def copy_of_good():
    folder = tempfile.mkdtemp(prefix="junheng-hostile-")
    for part in ("data", "pack"):
        shutil.copytree(os.path.join(GOOD, part), os.path.join(folder, part))
    return folder


def evaluate(folder):
    return ["evaluate", "--lang", "en", "--rules", os.path.join(folder, "pack"),
            "--data", os.path.join(folder, "data"), "--on", DAY]


def validate(folder):
    return ["validate", "--lang", "en", "--data", os.path.join(folder, "data"),
            "--dictionary", os.path.join(folder, "pack", "dictionary.lua")]


def check(folder):
    return ["check", "--lang", "en", os.path.join(folder, "pack")]


def faults_of(run, case, statuses):
    """What is wrong with the answer, as sentences."""
    faults = []
    if run.status < 0:
        faults.append("ended by signal %d after %.1f s" % (-run.status, run.seconds))
    elif run.status not in statuses:
        faults.append("exit status %d, expected %s" % (run.status, " or ".join(map(str, statuses))))
    if CRASH.search(run.said):
        faults.append("a crash report in the output")
    if run.status not in (0, 1) and run.command[1] == "evaluate" and run.out:
        faults.append("verdicts on standard output in spite of the failure")
    if case.most_mib and run.peak_mib > case.most_mib:
        faults.append("took %.0f MiB, at most %.0f expected" % (run.peak_mib, case.most_mib))
    is_asked = not case.only or run.command[1] in case.only
    if case.codes and is_asked and not is_located(run.said, case):
        faults.append("no line with %s [%s]" % (case.place or "any place", " or ".join(case.codes)))
    if case.says and is_asked and not re.search(case.says, run.said):
        faults.append("does not say /%s/" % case.says)
    return faults


def is_located(said, case):
    pattern = re.compile(case.place)
    for line in said.splitlines():
        if any("[%s]" % code in line for code in case.codes):
            if not case.place or pattern.search(line):
                return True
    return False


def judge(program, case, commands):
    """Runs a case with each (arguments of a folder, allowed statuses); gives faults and their runs."""
    found = []
    folder = copy_of_good()
    try:
        case.breaks(folder)
        for arguments, statuses in commands:
            line = arguments(folder) + [one.format(folder=folder) for one in case.arguments]
            statuses = case.status.get(line[0], statuses)
            run = program.run(*line, folder=folder)
            for fault in faults_of(run, case, statuses):
                found.append((fault, run))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return found
