#!/usr/bin/env python3
"""check_new.py PROGRAM: `new overlay` makes a folder that loads, checks and answers as it is, and refuses what it must.

Everything happens in a folder that is gone afterwards. Each overlay is made, held against `check`, and its own example
is asked for: the exit status and a few lines are compared, the rest is for the golden cases.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

PROGRAM = os.path.abspath(sys.argv[1])
DAY = "2026-11-21"
SECONDS = 60
FILES = ["examples/standard.answers.yaml", "examples/standard.yaml", "overlay.yaml", f"terms/{DAY}.rules.yaml",
         f"terms/{DAY}.yaml"]
PROBLEMS = []


def expect(holds, words):
    if not holds:
        PROBLEMS.append(words)


def run(cwd, *words):
    environment = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", "TZ": "UTC"}
    return subprocess.run([PROGRAM, *words], cwd=cwd, env=environment, capture_output=True, timeout=SECONDS, text=True,
                          encoding="utf-8", check=False)


def files(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def text(path):
    return path.read_text(encoding="utf-8") if path.exists() else ""


def check_made(cwd, name, arguments, folder, on, layers, more=(), found=("resale/no-room", "resale/open")):
    """One overlay: what it says of itself, what `check` says of it, and which texts govern its example."""
    what = " ".join(["new overlay", name, *arguments])
    made = run(cwd, "new", "overlay", name, *arguments, "--as-of", DAY)
    expect(made.returncode == 0, f"{what}: status {made.returncode}\n{made.stderr}")
    if made.returncode != 0:
        return
    expect(on in made.stdout.splitlines()[0], f"{what}: does not say it is made on {on}:\n{made.stdout}")
    expect(files(cwd / folder) == FILES, f"{what}: made {files(cwd / folder)}")
    checked = run(cwd, "check", folder, "--as-of", DAY)
    summary = (checked.stdout.splitlines() or [""])[-1]
    expect(checked.returncode == 0 and summary.startswith("エラー 0 件、"),
           f"check {folder}: status {checked.returncode}\n{checked.stdout}{checked.stderr}")
    example = f"{folder}/examples/standard.yaml"
    effective = run(cwd, "effective", example, "--terms", folder, "--format", "json")
    expect(effective.returncode == 0, f"effective {example}: status {effective.returncode}\n{effective.stderr}")
    if effective.returncode != 0:
        return
    answer = json.loads(effective.stdout)
    got = [layer["layer"] for layer in answer["precedence"]]
    expect(got == ["order-form", f"{name}/terms", *layers], f"effective {example}: the layers are {got}")
    terms = next((row for row in answer["matters"] if row["matter"] == "minimum-term" and not row["scope"]), None)
    expect(terms is not None and terms["source"]["document"] == f"{name}/terms",
           f"effective {example}: the minimum term is not that of {name}/terms: {terms}")
    roles = {each["role"]: each["name"] for each in answer["roles"]}
    expect(roles.get("operator") == "株式会社インターネットイニシアティブ", f"effective {example}: roles {roles}")
    for key, value in more:
        expect(answer.get(key) == value, f"effective {example}: {key} is {answer.get(key)}")


def check_expectation_counts(cwd, folder):
    """The sheet that is made is really held against the example: another term, and it no longer agrees."""
    rules = cwd / folder / f"terms/{DAY}.rules.yaml"
    if not rules.exists():
        return  # reported where it was to be made
    rules.write_text(text(rules).replace("value: 6 months", "value: 7 months"), encoding="utf-8")
    checked = run(cwd, "check", folder)
    expect(checked.returncode == 1 and "answers/differ" in checked.stdout and "`7 months`" in checked.stdout,
           f"check {folder} after a change: status {checked.returncode}\n{checked.stdout}")


def check_refused(cwd, words, rule, says):
    before = files(cwd)
    done = run(cwd, "new", "overlay", *words)
    what = " ".join(["new overlay", *words])
    expect(done.returncode == 2 and done.stdout == "", f"{what}: status {done.returncode}\n{done.stdout}")
    expect(f"[{rule}]" in done.stderr and says in done.stderr, f"{what}: no {rule} with {says}:\n{done.stderr}")
    expect(files(cwd) == before, f"{what}: left files behind")


def check_world(cwd, name, services):
    """Terms that lack what an overlay is made of are refused with words, not in silence and not by a crash."""
    world = cwd / name
    world.mkdir()
    (world / "channel.yaml").write_text("format: 1\nkind: channel\nchannel: bare\nversion: 2020-01-01\nname: bare\n"
                                        + services, encoding="utf-8")
    (world / "words.yaml").write_text("format: 1\nkind: ontology\nsets: { service: { box: box } }\n"
                                      "dimensions: { service: { values: service } }\n", encoding="utf-8")
    done = run(cwd, "new", "overlay", "mine", "--on", "bare", "--only-terms", name)
    expect(done.returncode == 2 and done.stderr, f"new overlay on {name}: status {done.returncode}, {done.stderr!r}")


def main():
    with tempfile.TemporaryDirectory() as place:
        cwd = pathlib.Path(place)
        mx = ["iij/secure-mx", "iij/general"]
        check_made(cwd, "minato", [], "minato", "iij のサービス `secure-mx`", mx, [("service", "secure-mx")])
        # The six months of the template are shorter than the year of the reseller it stands on: check says so.
        check_made(cwd, "hama", ["--on", "usen"], "hama", "usen のサービス `secure-mx`", ["usen/secure-mx", *mx],
                   found=("resale/no-room", "resale/open", "resale/owes-more"))
        check_made(cwd, "seki", ["--service", "secure-access"], "seki", "iij のサービス `secure-access`",
                   ["iij/secure-access", "iij/general"], [("service", "secure-access")], found=("resale/no-room",))
        check_made(cwd, "oka", ["--into", "far/away"], "far/away", "far/away を作った", mx, [("channel", "oka")])
        expect("extends: usen" in text(cwd / "hama/overlay.yaml"), "hama does not extend usen")
        expect("extends:" not in text(cwd / "minato/overlay.yaml"), "minato extends a wholesaler")
        english = run(cwd, "new", "overlay", "kita", "--as-of", DAY, "--lang", "en")
        expect(english.stdout.startswith(f"kita is made (on `secure-mx` of iij, version {DAY})\n"),
               f"new overlay kita in English:\n{english.stdout}")

        check_refused(cwd, ["minato"], "format/bad-value", "minato:1:1")
        check_refused(cwd, ["other", "--into", "hama"], "format/bad-value", "hama:1:1")
        for name in ("Minato", "3minato", "mi/nato", "みなと", "../out"):
            check_refused(cwd, [name], "format/bad-value", "NAME:1:1")
        check_refused(cwd, ["usen"], "format/duplicate", "`usen`")
        check_refused(cwd, ["other", "--on", "usenn"], "format/unknown-name", "`usen` のことか")
        check_refused(cwd, ["other", "--service", "secure-mxx"], "format/unknown-name", "`secure-mx` のことか")
        check_refused(cwd, ["other", "--on", "usen", "--service", "secure-access"], "format/unknown-name", "`usen`")
        check_refused(cwd, ["other", "--into", "/proc/nothing"], "format/bad-value", "/proc/nothing")
        check_world(cwd, "without-services", "")
        check_world(cwd, "without-layers", "services: [{ service: box, name: box }]\n")
        check_expectation_counts(cwd, "minato")
    print("\n".join(PROBLEMS) if PROBLEMS else "new overlays load, check and answer")
    return 1 if PROBLEMS else 0


if __name__ == "__main__":
    sys.exit(main())
