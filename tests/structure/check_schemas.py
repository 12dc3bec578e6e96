#!/usr/bin/env python3
"""check_schemas.py PROGRAM ROOT: every JSON output is valid by the schema that is published for it.

Asked are the shipped examples and the worked cases: all statuses, every kind of answer. A schema allows no key it does
not name, so an output that grows without its schema fails.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

import jsonschema

PROGRAM, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
FOLDER = ROOT / "engine/render/schema"


def validator(path):
    schema = json.loads(path.read_text(encoding="utf-8"))
    resolver = jsonschema.RefResolver(FOLDER.resolve().as_uri() + "/", schema)  # one schema names another by its file
    return jsonschema.Draft202012Validator(schema, resolver=resolver)


SCHEMAS = {path.name.split(".")[0]: validator(path) for path in FOLDER.glob("*.schema.json")}
FAILED = []


def check(schema, *words):
    done = subprocess.run([PROGRAM, *words, "--format", "json"], capture_output=True, text=True, timeout=60, check=False)
    if done.returncode == 2:
        return
    for error in SCHEMAS[schema].iter_errors(json.loads(done.stdout)):
        FAILED.append(f"{' '.join(words)}: {error.json_path}: {error.message[:200]}")


for what in ("documents", "channels", "services", "options", "matters", "questions", "definitions", "errata",
             "holidays", "findings"):
    check("list", "list", what)
for example in sorted(ROOT.glob("*/examples/standard.yaml")):
    check("effective", "effective", str(example))
    check("comparison", "effective", str(example), "--as-of", "2026-11-21", "--against", "2026-03-01")
    check("answer", "compute", str(example), "statement", "from=2026-04", "to=2026-07")
    for subject in ("minimum-term", "fee.monthly", "customer-termination"):
        check("explanation", "explain", str(example), subject)
check("explanation", "explain", str(ROOT / "usen/examples/standard.yaml"), "iij/secure-mx#7.2")
check("check", "check")
accepted, small_world = ROOT / "tests/cases/acceptance/good", ["--only-terms", str(ROOT / "tests/small-world")]
check("check", "check", str(accepted / "an-accepted-finding-is-listed-with-its-reason-and-does-not-count/terms"), *small_world)
of_contract = accepted / "what-is-accepted-of-a-contract-is-listed-and-does-not-count"
for schema, *words in (("effective", "effective"), ("explanation", "explain", "duties")):
    command, *subject = words
    check(schema, command, str(of_contract / "contract.yaml"), *subject, *small_world, "--terms", str(of_contract / "terms"))
two_days = accepted / "what-is-different-on-two-days-says-what-is-accepted"
check("comparison", "effective", str(two_days / "contract.yaml"), "--against", "2026-05-01", *small_world, "--terms",
      str(two_days / "terms"))
MARKET = ROOT / "tests/cases/diff"
for new in sorted(MARKET.glob("good/*/new")):
    check("diff", "diff", str(MARKET / "market/old"), str(new), "--terms", str(MARKET / "market/words"), "--as-of", "2026-11-21")
check("diff", "diff", str(MARKET / "good/an-old-state-that-cannot-be-read-is-an-answer/bad"), str(MARKET / "market/old"),
      "--terms", str(MARKET / "market/words"))
for subject in ("minimum-term", "refusal-grounds", "iij/secure-mx#7", "usen/secure-mx#4", "itscom/server-hosting#25",
                "coverage/unmarked"):
    check("reference", "explain", subject)
with tempfile.TemporaryDirectory() as folder:
    contract = pathlib.Path(folder) / "contract.yaml"
    cases = json.loads((ROOT / "tests/worked/more-cases.json").read_text(encoding="utf-8"))
    for case in cases[::3]:
        contract.write_text(json.dumps(case["contract"], ensure_ascii=False), encoding="utf-8")
        facts = [f"{name}={value}" for name, value in case["facts"].items()]
        if case["question"] == "effective":
            check("effective", "effective", str(contract))
        else:
            check("answer", "compute", str(contract), case["question"], *facts)
lines = [{"id": case["id"], "contract": case["contract"], "question": case["question"], "facts": case["facts"]}
         for case in cases if case["question"] != "effective"]
closed = {"contract": "C-1", "channel": "itscom", "service": "mail-secure-mx", "as-of": "2026-11-21",
          "dates": {"application": "2026-11-01"}, "options": [{"option": "no-such-option"}]}
lines += [{"id": [1, {"a": None}], "contract": closed, "question": "minimum-term.end"}, {"question": []}, 1]
batch = subprocess.run([PROGRAM, "compute", "--batch", "-"], input="".join(f"{json.dumps(line)}\n" for line in lines),
                       capture_output=True, text=True, timeout=60, check=False)
answers = [json.loads(line) for line in batch.stdout.splitlines()]
for line, answer in zip(lines, answers):
    for error in SCHEMAS["batch"].iter_errors(answer):
        FAILED.append(f"--batch {json.dumps(line)[:200]}: {error.json_path}: {error.message[:200]}")
if len(answers) != len(lines) or [list(answer) for answer in answers[-3:]] != [["id", "errors"], ["errors"], ["errors"]]:
    FAILED.append(f"--batch: {len(answers)} answers to {len(lines)} lines: {batch.stdout[-400:]}{batch.stderr}")
print("\n".join(FAILED[:20]))
print(f"{len(SCHEMAS)} schemas, {len(FAILED)} violations")
sys.exit(1 if FAILED or len(SCHEMAS) != 9 else 0)
