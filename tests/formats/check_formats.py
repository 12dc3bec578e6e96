#!/usr/bin/env python3
"""check_formats.py PROGRAM ROOT: what `check` writes for other programs is what those programs read.

SARIF is held against the part of its schema that is used (sarif.schema.json here), its places against the files, its
fingerprints against a run in the other language and one with a line put in front of every file. JUnit is read by an XML
parser and its counts recounted. GitHub's commands are read back by its own rules: escapes, ten annotations of a kind,
balanced groups, no command in a line of text. The terms hold names made to break each of them.
"""
import collections
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

import jsonschema

PROGRAM, ROOT = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
HERE = pathlib.Path(__file__).resolve().parent
DAY = "2026-11-24"
NASTY = 'メ]]>"&<x>, 50%::error::\\u202e##[warning]'
PROBLEMS = []


def expect(holds, words):
    if not holds:
        PROBLEMS.append(words)


def check(cwd, form, *more):
    done = subprocess.run([PROGRAM, "check", "--only-terms", "terms", "--as-of", DAY, "--format", form, *more], cwd=cwd,
                          capture_output=True, timeout=60, check=False)
    expect(done.returncode in (0, 1), f"--format {form}: status {done.returncode}\n{done.stderr.decode()}")
    return done.stdout.decode("utf-8")


def copy_terms(folder):
    """The shipped terms with an exclusion of a name that is nowhere, a dozen times."""
    for each in ("iij", "itscom", "overlays", "usen"):
        shutil.copytree(ROOT / each, folder / "terms" / each)
    path = folder / "terms/overlays/usen/2024-10-30.yaml"
    row = "  - { at: 'usen/secure-mx#4.2', document: iij/secure-mx, article: '7', heading: オプションサービス, item: '%d', name: \"%s\" }\n"
    name = NASTY.replace('"', '\\"')
    path.write_text(path.read_text(encoding="utf-8").rstrip("\n") + "\n" +
                    "".join(row % (number, f"{name}{number}") for number in range(20, 32)), encoding="utf-8")


def line_of(folder, uri, number):
    path = folder / re.sub(r"(%[0-9A-F]{2})+", lambda m: bytes.fromhex(m[0].replace("%", "")).decode(), uri)
    return path.read_text(encoding="utf-8").split("\n")[number - 1]


def check_sarif(folder):
    log = json.loads(check(folder, "sarif"))
    schema = json.loads((HERE / "sarif.schema.json").read_text(encoding="utf-8"))
    for error in jsonschema.Draft202012Validator(schema).iter_errors(log):
        PROBLEMS.append(f"sarif: {error.json_path}: {error.message[:200]}")
    run = log["runs"][0]
    findings = json.loads(check(folder, "json"))["findings"]
    expect(len(run["results"]) == len(findings) > 12, f"sarif: {len(run['results'])} results, {len(findings)} findings")
    for result, finding in zip(run["results"], findings):
        rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
        expect(rule["id"] == result["ruleId"] == finding["rule"], f"sarif: {rule['id']} for {finding['rule']}")
        expect(bool(result.get("suppressions")) == ("accepted" in finding), f"sarif: suppressions of {finding}")
        for location in result.get("locations", []):
            where = location.get("physicalLocation")
            if not where:
                continue
            region = where["region"]
            line = line_of(folder, where["artifactLocation"]["uri"], region["startLine"])
            expect((region["startLine"], region["startColumn"]) == (finding["line"], finding["column"]),
                   f"sarif: {region} for {finding['file']}:{finding['line']}:{finding['column']}")
            expect(region["startColumn"] <= len(line) + 1, f"sarif: column {region['startColumn']} of {line!r}")
            expect((region["startLine"], region["startColumn"]) <= (region["endLine"], region["endColumn"]),
                   f"sarif: {region} ends before it begins")
    prints = [each["partialFingerprints"]["yomikae/v1"] for each in run["results"]]
    expect(len(set(prints)) == len(prints), f"sarif: {len(prints) - len(set(prints))} fingerprints twice")
    other = json.loads(check(folder, "sarif", "--lang", "en"))["runs"][0]["results"]
    expect(prints == [each["partialFingerprints"]["yomikae/v1"] for each in other], "sarif: fingerprints by language")
    for path in (folder / "terms").rglob("*.yaml"):
        path.write_text("# moved\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    moved = json.loads(check(folder, "sarif"))["runs"][0]["results"]
    expect(prints == [each["partialFingerprints"]["yomikae/v1"] for each in moved], "sarif: fingerprints by line")


def check_junit(folder):
    root = ElementTree.fromstring(check(folder, "junit"))
    findings = json.loads(check(folder, "json"))["findings"]
    for suite in root:
        cases = list(suite)
        counted = {"tests": len(cases), "failures": sum(case.find("failure") is not None for case in cases),
                   "skipped": sum(case.find("skipped") is not None for case in cases)}
        for name, count in counted.items():
            expect(int(suite.get(name)) == count, f"junit: {suite.get('name')}: {name} {suite.get(name)} and not {count}")
    failures = sum(int(suite.get("failures")) for suite in root)
    errors = sum(each["severity"] == "error" and "accepted" not in each for each in findings)
    expect(failures == errors, f"junit: {failures} failures for {errors} errors")
    expect(any("]]>" in (case.get("name") or "") for case in root.iter("testcase")), "junit: a name is not whole")


def check_github(folder):
    text = check(folder, "github")
    depth = 0
    kinds = collections.Counter()
    for line in text.splitlines():
        command = re.fullmatch(r"::(error|warning|notice) ((?:\w+=[^,:]*,?)+)::(.*)", line)
        if command:
            kinds[command[1]] += 1
            expect("title=" in command[2] and not depth, f"github: {line[:120]}")
            expect(not re.search(r"%(?!25|0A|0D|3A|2C)", command[2] + command[3]), f"github: unescaped %: {line[:200]}")
        elif line.startswith("::group::"):
            depth += 1
        elif line == "::endgroup::":
            depth -= 1
        else:
            expect(line.startswith("| ") and "##[" not in line and depth == 1, f"github: {line[:120]}")
    expect(depth == 0, "github: a group is not closed")
    expect(kinds["warning"] == 10, f"github: {kinds}")
    expect(len(text.splitlines()) > 12, "github: what has no annotation is not told")


with tempfile.TemporaryDirectory() as temporary:
    place = pathlib.Path(temporary)
    copy_terms(place)
    check_junit(place)
    check_github(place)
    check_sarif(place)
print("\n".join(PROBLEMS[:30]))
print(f"{len(PROBLEMS)} problems")
sys.exit(1 if PROBLEMS else 0)
