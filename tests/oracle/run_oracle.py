#!/usr/bin/env python3
"""run_oracle.py PROGRAM [--seed N] [--count M] [--changes] [--only-terms DIR]: asks what the oracle has worked out.

Prints the differences, each with a shell command that asks it again, and how many of which cases were asked.
"""
import argparse
import collections
import json
import shlex
import subprocess
import sys

import oracle

SHOWN = 20
# What a channel's answer may rest on (iTSCOM's 約款 stands by itself).
ALLOWED = {"iij": {"iij/general", "iij/secure-mx", "iij/secure-access"}, "itscom": {"itscom/server-hosting"},
           "usen": {"usen/secure-mx", "iij/general", "iij/secure-mx"}}
STATUSES = ("effective", "ambiguous", "delegated", "missing", "silent", "conflict", "refused")


def ask(program, options, cases):
    """The answers, in the order of the cases."""
    lines = "".join(json.dumps({key: case[key] for key in ("id", "contract", "question", "facts")}, ensure_ascii=False)
                    + "\n" for case in cases)
    done = subprocess.run([program, "compute", "--batch", "-", *options], input=lines, capture_output=True, text=True,
                          check=False)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    if len(answers) != len(cases):
        sys.exit(f"{len(cases)} questions, {len(answers)} answers: {done.stderr}")
    return answers


def rows(answer):
    return [[reading["status"], reading["value"]] for reading in answer["readings"]]


def differences(case, answer):
    """What is not as expected, in words."""
    if "errors" in answer:
        yield "could not be run: " + "; ".join(each["message"] for each in answer["errors"])
        return
    expected = case["expect"]
    for name in ("status", "value", "safe"):
        if answer[name] != expected[name]:
            yield f"{name}: {answer[name]}, not {expected[name]}"
    if "exact" in expected and answer.get("exact") != expected["exact"]:
        yield f"exact: {answer.get('exact')}, not {expected['exact']}"
    if "instead" in expected and answer.get("instead") != expected["instead"]:
        yield f"instead: {answer.get('instead')}, not {expected['instead']}"
    found = rows(answer)
    if set(map(str, found)) != set(map(str, expected["readings"])):
        yield f"readings: {found}, not {expected['readings']}"
    elif found[0] != expected["readings"][0] or not answer["readings"][0]["preferred"]:
        yield f"preferred: {found[0]}, not {expected['readings'][0]}"
    # What nobody has priced has no name of the interface: it is counted.
    named = [each for each in answer["missing"] if each.isascii()]
    if sorted(named) != expected["missing"]:
        yield f"missing: {named}, not {expected['missing']}"
    if len(answer["missing"]) - len(named) != expected["unpriced"]:
        yield f"missing: {answer['missing']}, not {expected['unpriced']} without a price or a rule"
    cited = {source["document"] for source in answer["sources"]}
    if not cited.issuperset(expected["cites"]):
        yield f"cites {sorted(cited)}, not {expected['cites']}"
    if cited - ALLOWED[case["contract"]["channel"]] - {"order-form"}:
        yield f"cites {sorted(cited)}, some of which is no part of the contract"


def command(program, options, case):
    facts = [f"{name}={value}" for name, value in case["facts"].items()]
    contract = shlex.quote(json.dumps(case["contract"], ensure_ascii=False))
    return f"echo {contract} >c.yaml; " + shlex.join([program, "compute", "c.yaml", case["question"], *facts, *options])


def print_table(cases, answers):
    counts = collections.defaultdict(collections.Counter)
    for case, answer in zip(cases, answers):
        key = f"{case['contract']['channel']}/{case['contract']['service']}", case["question"]
        counts[key][answer.get("status", "errors")] += 1
    print(f"{'':46} {'cases':>6} " + " ".join(f"{each:>9}" for each in STATUSES))
    for (service, question), found in sorted(counts.items()) + [
            (("all", ""), sum(counts.values(), collections.Counter()))]:
        print(f"{service:22} {question:36.36} {sum(found.values()):>6} "
              + " ".join(f"{found[each] or '':>9}" for each in STATUSES))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--seed", type=int, default=20261124)
    parser.add_argument("--count", type=int, default=10000)
    parser.add_argument("--changes", action="store_true", help="with quantities that change inside a month")
    parser.add_argument("--only-terms", metavar="DIR", help="terms to ask instead of those that ship")
    wanted = parser.parse_args()
    options = ["--only-terms", wanted.only_terms] if wanted.only_terms else []
    cases = list(oracle.cases(wanted.seed, wanted.count, wanted.changes))
    answers = ask(wanted.program, options, cases)
    failed = 0
    for case, answer in zip(cases, answers):
        found = list(differences(case, answer))
        failed += bool(found)
        if found and failed <= SHOWN:
            print(f"{case['id']}: {case['question']} {case['facts']}")
            for each in found:
                print(f"    {each}")
            print("    " + command(wanted.program, options, case))
    print_table(cases, answers)
    print(f"{len(cases) - failed} agree, {failed} differ")
    return 1 if failed or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
