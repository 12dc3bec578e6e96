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


SINGLY = 12  # so many of the cases are also asked one by one: a batch must come to the same


def words_of(case, contract):
    if case["question"] == "effective":
        return ["effective", str(contract)]
    return ["compute", str(contract), case["question"]] + [f"{name}={value}" for name, value in case["facts"].items()]


def ask(program, case, folder):
    contract = pathlib.Path(folder) / "contract.yaml"
    contract.write_text(json.dumps(case["contract"], ensure_ascii=False), encoding="utf-8")
    done = subprocess.run([program, *words_of(case, contract), "--format", "json"], capture_output=True, text=True,
                          timeout=60, check=False)
    return done.returncode, done.stdout, done.stderr


def status_of(answer):
    """The exit status of the command that asks the question of one line alone."""
    if "errors" in answer:
        return 2
    wrong = any(finding["severity"] == "error" for finding in answer.get("findings", []))
    return 1 if wrong or answer["status"] == "refused" else 0


def ask_all(program, cases):
    """What came out for each case, asked in one process: exit status, output and what is said beside it."""
    lines = [json.dumps({"id": number, "contract": case["contract"], "question": case["question"],
                         "facts": case["facts"]}) for number, case in enumerate(cases)]
    done = subprocess.run([program, "compute", "--batch", "-"], input="".join(line + "\n" for line in lines),
                          capture_output=True, text=True, timeout=600, check=False)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    if [answer.pop("id", None) for answer in answers] != list(range(len(cases))):
        sys.exit(f"{len(answers)} answers to {len(cases)} lines, or not in their order: {done.stderr}")
    worst = max([status_of(answer) for answer in answers], default=0)
    if done.returncode != worst:
        sys.exit(f"exit status {done.returncode} of the batch, not {worst}: {done.stderr}")
    for answer in answers:
        said = "\n".join(finding["message"] for finding in answer.get("errors", []) + answer.pop("findings", []))
        yield status_of(answer), "" if "errors" in answer else json.dumps(answer), said


def differs(single, batched):
    """Whether the command alone came to anything else than the batch."""
    status, out, _ = single
    if status != batched[0]:
        return True
    return (json.loads(out) if out else None) != (json.loads(batched[1]) if batched[1] else None)


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
    computed = [case for case in cases if case["question"] != "effective"]
    got = dict(zip(map(id, computed), ask_all(program, computed)))
    singly = set(map(id, computed[:: max(1, len(computed) // SINGLY)]))
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for case in cases:
            found = []
            if id(case) not in got:
                got[id(case)] = ask(program, case, folder)
            elif id(case) in singly and differs(ask(program, case, folder), got[id(case)]):
                found = ["the command alone comes to something else than the batch"]
            found += problems(case, *got[id(case)])
            failed += bool(found)
            for problem in found:
                print(f"{case['id']}: {problem}")
    print(f"{len(cases) - failed} passed, {failed} failed")
    return 1 if failed or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
