#!/usr/bin/env python3
"""oracle.py --seed N --count M: random contracts and questions with the answers they must have, as JSON lines.

The oracle knows nothing of the program, of its YAML or of its rule language: iij.py, usen.py and itscom.py write the
provisions of the published texts a second time, civil_code.py and holidays.py the law of periods and of holidays.
"""
import argparse
import json
import random

import answers
import generate


def cases(seed, count, changes=False):
    rng = random.Random(seed)
    for number in range(count):
        contract, question, facts = generate.question(rng, number, changes)
        yield {"id": f"{seed}-{number}", "contract": contract, "question": question, "facts": facts,
               "expect": answers.answer(contract, question, facts)}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=10000)
    parser.add_argument("--changes", action="store_true", help="with quantities that change inside a month")
    wanted = parser.parse_args()
    for case in cases(wanted.seed, wanted.count, wanted.changes):
        print(json.dumps(case, ensure_ascii=False))


if __name__ == "__main__":
    main()
