#!/usr/bin/env python3
"""run_worked.py PROGRAM CASES.json: asks the program every worked case and compares what a lawyer worked out by hand.

What a case expects: `status` ("*" is any), `value`, further arguable values (`also`), the `safe` one, documents that
must be cited (`cites`), or of `effective` an exit status (`exit`), matters with status and source, and fates.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile


def ask(program, case, folder):
    contract = pathlib.Path(folder) / "contract.yaml"
    contract.write_text(json.dumps(case["contract"], ensure_ascii=False), encoding="utf-8")
    words = ["effective", str(contract)]
    if case["question"] != "effective":
        words = ["compute", str(contract), case["question"]] + [f"{name}={value}" for name, value in case["facts"].items()]
    done = subprocess.run([program, *words, "--format", "json"], capture_output=True, text=True, timeout=60, check=False)
    return done.returncode, done.stdout, done.stderr


def matter_problems(expected, answer):
    for wanted in expected:
        row = next((row for row in answer["matters"] if row["matter"] == wanted["matter"]), None)
        if row is None:
            yield f"no matter {wanted['matter']}"
            continue
        source = row["source"] or {}
        if "status" in wanted and row["status"] != wanted["status"]:
            yield f"{wanted['matter']} is {row['status']}, not {wanted['status']}"
        if "document" in wanted and source.get("document") != wanted["document"]:
            yield f"{wanted['matter']} comes from {source.get('document')}, not {wanted['document']}"
        if "label" in wanted and not re.fullmatch(wanted["label"], source.get("label", "")):
            yield f"{wanted['matter']} comes from {source.get('label')}, not {wanted['label']}"


def provision_problems(expected, answer):
    if not expected:
        return
    fates = {(each["document"], each["provision"]): each["fate"] for each in answer["provisions"]}
    for wanted in expected:
        fate = fates.get((wanted["document"], wanted["provision"]))
        if fate not in wanted["fate"]:
            yield f"{wanted['document']}#{wanted['provision']} is {fate}, not {' or '.join(wanted['fate'])}"


def answer_problems(expected, answer):
    if expected["status"] not in ("*", answer["status"]):
        yield f"status {answer['status']}, not {expected['status']}"
    for name in ("value", "safe"):
        if name in expected and answer[name] != expected[name]:
            yield f"{name} {answer[name]}, not {expected[name]}"
    values = [reading["value"] for reading in answer["readings"]]
    for value in expected.get("also", []):
        if value not in values:
            yield f"no reading comes to {value}, only to {values}"
    cited = {source["document"] for source in answer["sources"]}
    for document in expected.get("cites", []):
        if document not in cited:
            yield f"{document} is not cited"


def problems(case, status, out, err):
    expected = case["expect"]
    if "exit" in expected and status != expected["exit"]:
        return [f"exit status {status}, not {expected['exit']}: {err}"]
    if expected.get("exit") == 2:
        return [] if err.strip() else ["exit status 2 without a word"]
    if status == 2:
        return [f"could not run: {err}"]
    answer = json.loads(out)
    found = list(matter_problems(expected.get("matters", []), answer))
    found += list(provision_problems(expected.get("provisions", []), answer))
    if case["question"] != "effective":
        found += list(answer_problems(expected, answer))
    return found


def main():
    program, cases = sys.argv[1], json.loads(pathlib.Path(sys.argv[2]).read_text(encoding="utf-8"))
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for case in cases:
            found = problems(case, *ask(program, case, folder))
            failed += bool(found)
            for problem in found:
                print(f"{case['id']}: {problem}")
    print(f"{len(cases) - failed} passed, {failed} failed")
    return 1 if failed or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
