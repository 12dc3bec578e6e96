#!/usr/bin/env python3
"""make_seeds.py ROOT FOLDER: bundles of real files for check_fuzz, and the words the files are made of as a dictionary.

Small bundles first, for they run by the hundred a second: the small world, the one every key stands in, and each
service's own files with what they need.
"""
import pathlib
import re
import sys

ROOT, FOLDER = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
SKIPPED = {"examples", "cases", "schema"}


def files(*folders):
    found = []
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.yaml")):
            if not SKIPPED & set(path.relative_to(ROOT / folder).parts):
                found.append(path)
    return found


def bundle(name, paths):
    text = "".join(f"=== {path.relative_to(ROOT)}\n{path.read_text(encoding='utf-8')}" for path in paths)
    (FOLDER / name).write_text(text, encoding="utf-8")
    return text


FOLDER.mkdir(parents=True, exist_ok=True)
small = bundle("small-world", files("tests/small-world"))
every_key = bundle("every-key", files("tests/schema/corpus"))
for case in ("another-wholesaler-with-an-ontology-of-its-own",):
    bundle(case, files(f"tests/cases/overlays/good/{case}/terms"))
bundle("iij", files("overlays/common", "overlays/iij", "iij"))
bundle("usen", files("overlays/common", "overlays/iij", "overlays/usen", "iij", "usen"))
bundle("all", files("overlays", "iij", "itscom", "usen"))
words = sorted(set(re.findall(r"[a-z][a-z-]+:?", small + every_key)) | set("-*/+=<>()[]{}'\"#:,|&"))
(FOLDER.parent / "words.dict").write_text(
    "".join('"{}"\n'.format(word.replace("\\", "\\\\").replace('"', '\\"')) for word in words), encoding="utf-8")
