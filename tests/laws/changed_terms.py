#!/usr/bin/env python3
"""changed_terms.py PROGRAM ROOT: changed terms give changed answers without a line of code.

Each change is made to a copy of the shipped terms; the program is asked before and after. What must change is worked
out from the terms, not from the output.
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

PROGRAM, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
FOLDERS = ["overlays", "iij", "itscom", "usen"]
FAILED = []

USEN = {"contract": "C-1", "channel": "usen", "service": "secure-mx", "as-of": "2026-11-21",
        "dates": {"service-start": "2026-04-15", "billing-start": "2026-04-15"},
        "order-form": {"prices": {"base": {"monthly": 30000}}}}
IIJ = {"contract": "C-2", "channel": "iij", "service": "secure-mx", "as-of": "2026-11-21",
       "dates": {"service-start": "2026-04-15", "billing-start": "2026-04-15"},
       "options": [{"option": "sandbox", "billing-start": "2026-04-15"}]}
ITSCOM = {"contract": "C-3", "channel": "itscom", "service": "mail-secure-mx", "as-of": "2026-11-21",
          "dates": {"service-start": "2026-04-15"}, "quantities": {"accounts": 12, "disk-gb": 10}}


class Copy:
    """A copy of the shipped terms that is edited and asked."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        for name in FOLDERS:
            shutil.copytree(ROOT / name, self.folder / "terms" / name)

    def replace(self, path, old, new):
        file = self.folder / "terms" / path
        text = file.read_text(encoding="utf-8")
        if old not in text:
            sys.exit(f"{path} no longer holds `{old}`: this test must follow the terms")
        file.write_text(text.replace(old, new), encoding="utf-8")

    def run(self, contract, *words):
        path = self.folder / "contract.yaml"
        path.write_text(json.dumps(contract), encoding="utf-8")
        done = subprocess.run([PROGRAM, words[0], str(path), *words[1:], "--only-terms", str(self.folder / "terms"),
                               "--format", "json"], capture_output=True, text=True, timeout=60, check=False)
        if done.returncode == 2:
            sys.exit(done.stderr)
        return json.loads(done.stdout)

    def matter(self, contract, name):
        rows = self.run(contract, "effective", "--only", "matters")["matters"]
        return next(row for row in rows if row["matter"] == name)

    def fate(self, contract, document, provision):
        rows = self.run(contract, "effective", "--only", "provisions")["provisions"]
        return next(row["fate"] for row in rows if (row["document"], row["provision"]) == (document, provision))

    def compute(self, contract, question, **facts):
        return self.run(contract, "compute", question, *[f"{name}={value}" for name, value in facts.items()])


def expect(claim, got, wanted):
    if got != wanted:
        FAILED.append(claim)
        print(f"{claim}: {got}, not {wanted}")


def without_the_rank_of_usen(copy):
    """第4条第1項 ranks the texts; without it nothing does, and what they say differently stands against each other."""
    expect("ranked, USEN's year wins", copy.matter(USEN, "minimum-term")["source"]["document"], "usen/secure-mx")
    copy.replace("usen/secure-mx/2024-10-30.rules.yaml", """  - at: '#4.1'
    order: [order-form, usen/secure-mx, [iij/secure-mx, iij/general]]
""", "  []\n")
    expect("unranked, one year and one month conflict", copy.matter(USEN, "minimum-term")["status"], "conflict")
    expect("unranked, the end cannot be told", copy.compute(USEN, "minimum-term.end")["status"], "conflict")
    expect("unranked, the provisions that agree still hold", copy.matter(USEN, "governing-law")["status"], "effective")


def with_the_layers_swapped(copy):
    copy.replace("usen/secure-mx/2024-10-30.rules.yaml", "order: [order-form, usen/secure-mx, [iij/secure-mx, iij/general]]",
                 "order: [order-form, [iij/secure-mx, iij/general], usen/secure-mx]")
    row = copy.matter(USEN, "minimum-term")
    expect("swapped, the wholesaler's month wins", row["source"]["document"], "iij/secure-mx")
    expect("swapped, USEN's year is displaced", [loser["source"]["document"] for loser in row["over"]], ["usen/secure-mx"])
    expect("swapped, the term ends after a month", copy.compute(USEN, "minimum-term.end")["value"], "2026-05-14")


def with_another_term(copy):
    copy.replace("usen/secure-mx/2024-10-30.rules.yaml", "    value: 1 year\n", "    value: 2 years\n")
    expect("two years", copy.compute(USEN, "minimum-term.end")["value"], "2028-04-30")


def with_another_price(copy):
    expect("4,500 and two accounts", copy.compute(ITSCOM, "fee.monthly")["value"], 5100)
    copy.replace("itscom/server-hosting/2024-03-01.rules.yaml", "monthly: 4500,", "monthly: 4800,")
    expect("4,800 and two accounts", copy.compute(ITSCOM, "fee.monthly")["value"], 5400)


def with_another_notice(copy):
    expect("30 days", copy.compute(IIJ, "customer-termination.effect", notice="2026-06-10")["value"], "2026-07-10")
    copy.replace("iij/secure-mx/2025-04-01.rules.yaml", "elapses(notice, 30 days)", "elapses(notice, 60 days)")
    expect("60 days", copy.compute(IIJ, "customer-termination.effect", notice="2026-06-10")["value"], "2026-08-09")
    expect("60 days for options too (like)",
           copy.compute(IIJ, "option-termination.effect", option="sandbox", notice="2026-06-10")["value"], "2026-08-09")


def with_another_exclusion(copy):
    expect("DOX is cut out", copy.fate(USEN, "iij/secure-mx", "7.2(2)"), "excluded")
    copy.replace("overlays/usen/2024-10-30.yaml", "name: DOX連携オプション", "name: メール監査オプション")
    expect("mail audit is cut out instead", copy.fate(USEN, "iij/secure-mx", "7.2(3)"), "excluded")
    expect("DOX is not sold all the same", copy.fate(USEN, "iij/secure-mx", "7.2(2)"), "not-offered")


def with_a_reading_decided(copy):
    expect("three readings", copy.compute(USEN, "customer-termination.latest-notice", effect="2027-03-31")["status"], "ambiguous")
    text = (copy.folder / "terms/usen/secure-mx/2024-10-30.rules.yaml").read_text(encoding="utf-8")
    begin = text.index("      deadline:\n")
    end = text.index("    falls: last-of-month")
    copy.replace("usen/secure-mx/2024-10-30.rules.yaml", text[begin:end], "      deadline: last-of-month(effect, -3)\n")
    answer = copy.compute(USEN, "customer-termination.latest-notice", effect="2027-03-31")
    expect("one reading", (answer["status"], answer["value"]), ("effective", "2026-12-31"))


CHANGES = [without_the_rank_of_usen, with_the_layers_swapped, with_another_term, with_another_price, with_another_notice,
           with_another_exclusion, with_a_reading_decided]
for change in CHANGES:
    with tempfile.TemporaryDirectory() as folder:
        change(Copy(folder))
print(f"{len(CHANGES)} changes, {len(FAILED)} failed expectations")
sys.exit(1 if FAILED else 0)
