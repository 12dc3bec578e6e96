#!/usr/bin/env python3
"""run_planted.py PROGRAM FOLDER [CASE ...]: defects planted in copies of the shipped terms, each caught at its line.

A case is a folder below FOLDER, named by the claim. It holds
  edits.json  a list of {"file", "old", "new"}: `old` stands exactly once in that file of the terms; optional
  add/        files that are added to the copy, by their paths; optional
  expected    what `check` finds in the copy and not in the shipped terms, errors and warnings alike, one a line:
              `overlays/seller/2024-10-30.yaml:31:5 exclusion/label-mismatch`
              An edit moves lines: the place is that in the copy. Nothing else may be found, so a case is a test
              against false alarms as well; `(gone) RULE` names one that the shipped terms have and the copy has not.
With YOMIKAE_RENEW=1 `expected` is written: read the diff.
"""
import collections
import difflib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDERS = ["iij", "itscom", "overlays", "usen"]
DAY = "2026-11-24"
SECONDS = 60


def check(program, folders, cwd):
    words = [program, "check", "--only-terms", folders[0]]
    for folder in folders[1:]:
        words += ["--terms", folder]
    done = subprocess.run([*words, "--as-of", DAY, "--format", "json", "--lang", "en"], cwd=cwd, capture_output=True,
                          timeout=SECONDS, check=False,
                          env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", "TZ": "UTC"})
    if done.returncode not in (0, 1, 2) or not done.stdout:
        sys.exit(f"check: status {done.returncode}\n{done.stderr.decode()}")
    return json.loads(done.stdout)["findings"]


def identity(finding):
    """A finding whatever its line: with a subject by that, else by its words."""
    subject = finding.get("subject")
    return finding["rule"], json.dumps(subject, ensure_ascii=False) if subject else finding["message"]


def shown(finding):
    place = f"{finding['file']}:{finding['line']}:{finding['column']}" if "file" in finding else "-"
    return f"{place} {finding['rule']}"


def plant(case, terms):
    for folder in FOLDERS:
        shutil.copytree(ROOT / folder, terms / folder)
    edits = case / "edits.json"
    for edit in json.loads(edits.read_text(encoding="utf-8")) if edits.exists() else []:
        path = terms / edit["file"]
        text = path.read_text(encoding="utf-8")
        if text.count(edit["old"]) != 1:
            sys.exit(f"{case.name}: `{edit['old']}` stands {text.count(edit['old'])} times in {edit['file']}")
        path.write_text(text.replace(edit["old"], edit["new"]), encoding="utf-8")
    if (case / "add").is_dir():
        shutil.copytree(case / "add", terms, dirs_exist_ok=True)


def main():
    program, folder = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
    cases = sorted(each for each in folder.iterdir() if (each / "expected").exists() or (each / "edits.json").exists())
    if len(sys.argv) > 3:
        cases = [case for case in cases if case.name in sys.argv[3:]]
    shipped = check(program, FOLDERS, ROOT)
    known = collections.Counter(identity(each) for each in shipped)
    failed = 0
    for case in cases:
        with tempfile.TemporaryDirectory() as temporary:
            plant(case, pathlib.Path(temporary))
            found = check(program, FOLDERS, temporary)
        left = known.copy()
        lines = []
        for each in found:
            if left[identity(each)] > 0:
                left[identity(each)] -= 1
            elif each["severity"] != "note":
                lines.append(shown(each))
        lines += [f"(gone) {rule}" for (rule, _), count in sorted(left.items()) for _ in range(count)]
        got = "".join(line + "\n" for line in lines)
        if os.environ.get("YOMIKAE_RENEW"):
            (case / "expected").write_text(got, encoding="utf-8")
        wanted = (case / "expected").read_text(encoding="utf-8") if (case / "expected").exists() else ""
        if got != wanted or not got:
            failed += 1
            print(f"{case.name}:" + ("" if got else " nothing is found"))
            print("".join(difflib.unified_diff(wanted.splitlines(True), got.splitlines(True), "expected", "got", n=0)))
    print(f"{len(cases) - failed} passed, {failed} failed")
    return 1 if failed or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
