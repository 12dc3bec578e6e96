#!/usr/bin/env python3
"""run_golden.py PROGRAM FOLDER [CASE ...]: runs the golden cases below FOLDER.

A case is a folder with a file `command` (the words behind the program, one line) and what is expected: `stdout`,
`stderr` (missing files stand for nothing) and `status`. It runs inside its folder. A case below `good` must end with
status 0 or 1, one below `bad` with 1 or 2. Several commands make several lines; their outputs follow each other, each
after a line `$ command`. With YOMIKAE_RENEW=1 the expectations are written instead of compared: read the diff.
"""
import difflib
import os
import pathlib
import shlex
import subprocess
import sys

SECONDS = 60


def run(program, case):
    out, err, status = [], [], []
    lines = [line for line in (case / "command").read_text(encoding="utf-8").splitlines() if line.strip()]
    environment = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", "TZ": "UTC"}
    for line in lines:
        done = subprocess.run([program] + shlex.split(line), cwd=case, capture_output=True, timeout=SECONDS,
                              env=environment, check=False)
        head = f"$ {line}\n" if len(lines) > 1 else ""
        out.append(head + done.stdout.decode("utf-8", "backslashreplace"))
        err.append((head if done.stderr else "") + done.stderr.decode("utf-8", "backslashreplace"))
        status.append(str(done.returncode))
    return {"stdout": "".join(out), "stderr": "".join(err), "status": " ".join(status) + "\n"}


def expectation(case, name):
    path = case / name
    return path.read_text(encoding="utf-8") if path.exists() else ""


def renew(case, got):
    for name, text in got.items():
        path = case / name
        if text:
            path.write_text(text, encoding="utf-8")
        elif path.exists():
            path.unlink()


def wrong(case, got):
    allowed = {"good": {"0", "1"}, "bad": {"1", "2"}}[case.parent.name]
    if not set(got["status"].split()) <= allowed:
        return [f"status {got['status'].strip()} in a folder `{case.parent.name}`"]
    problems = []
    for name, text in got.items():
        wanted = expectation(case, name)
        if wanted != text:
            problems += list(difflib.unified_diff(wanted.splitlines(), text.splitlines(), f"{name} expected",
                                                  f"{name} got", lineterm="", n=1))[:40]
    return problems


def main():
    program, folder = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
    cases = sorted(path.parent for path in folder.rglob("command"))
    if len(sys.argv) > 3:
        cases = [case for case in cases if case.name in sys.argv[3:]]
    failed = 0
    for case in cases:
        got = run(program, case)
        if os.environ.get("YOMIKAE_RENEW"):
            renew(case, got)
        problems = wrong(case, got)
        if problems:
            failed += 1
            print(f"{case.relative_to(folder.parent)}:")
            print("\n".join("  " + line for line in problems))
    print(f"{len(cases) - failed} passed, {failed} failed")
    return 1 if failed or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
