#!/usr/bin/env python3
"""check_structure.py ROOT: what the project holds to that no compiler sees.

- A module includes only modules that stand before it in engine/CMakeLists.txt, and what it links says the same.
- Only base/text.cc knows ICU, only load/yaml.cc knows yaml-cpp.
- The build lists every source.
- No source of the program names a party, a service, an option, a ground, a quantity or a price of the terms.
- Every kind of finding is fired by a golden case, and every command has one.
- No two files define types of one name in one namespace: a linker takes either, and nobody sees it.
- No file frightens: sources up to 500 lines, headers up to 200.
"""
import pathlib
import re
import sys

import yaml

ROOT = pathlib.Path(sys.argv[1])
PROBLEMS = []


def complain(path, words):
    PROBLEMS.append(f"{path.relative_to(ROOT)}: {words}")


def text(path):
    return path.read_text(encoding="utf-8")


def sources(*folders):
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in (".h", ".cc") and "build" not in path.parts:
                yield path


def check_layers():
    cmake = text(ROOT / "engine/CMakeLists.txt")
    modules = re.findall(r"yomikae_module\((\w+)\s+SOURCES ([^)]*?)\s+USES", cmake)
    order = [name for name, _ in modules]
    folders = {path.name for path in (ROOT / "engine").iterdir() if path.is_dir()}
    if folders != set(order):
        complain(ROOT / "engine/CMakeLists.txt", f"modules {sorted(order)}, folders {sorted(folders)}")
    for name, listed in modules:
        folder = ROOT / "engine" / name
        there = {str(path.relative_to(folder)) for path in folder.rglob("*.cc")}
        if there != set(listed.split()):
            complain(ROOT / "engine/CMakeLists.txt", f"{name}: listed and there differ: {there ^ set(listed.split())}")
    for path in sources("engine"):
        own = path.relative_to(ROOT / "engine").parts[0]
        for included in re.findall(r'#include "(\w+)/', text(path)):
            if included not in order or order.index(included) > order.index(own):
                complain(path, f"{own} includes {included}")


def check_owners():
    for path in sources("engine", "tools/cli"):
        if re.search(r"#include <unicode/", text(path)) and path.name != "text.cc":
            complain(path, "only base/text.cc may use ICU")
        if re.search(r"#include <yaml-cpp/", text(path)) and path.name != "yaml.cc":
            complain(path, "only load/yaml.cc may use yaml-cpp")


def names_of_the_terms():
    """Every name of a closed set the terms declare, and every party."""
    names = set()
    for path in ROOT.glob("*/names.yaml"):
        for members in yaml.safe_load(text(path)).get("sets", {}).values():
            names |= set(members)
    matters = yaml.safe_load(text(ROOT / "overlays/common/matters.yaml"))
    for name in ("ground", "quantity", "item", "cause", "occasion"):
        names |= set(matters["sets"][name])
    names |= {folder for folder in ("iij", "usen", "itscom")}
    # English words the engine uses in a sense of its own.
    return names - {"base", "start", "end", "change", "other", "provider", "type-fee"}


def check_no_law_in_code():
    names = names_of_the_terms()
    for path in sources("engine", "tools"):
        for number, line in enumerate(text(path).splitlines(), 1):
            code = line.split("//")[0]
            for word in re.findall(r'"([a-z][a-z0-9-]*)"', code):
                if word in names:
                    complain(path, f"line {number} names `{word}` of the terms")
            if re.search(r"usen|itscom|\biij", line, re.IGNORECASE):
                complain(path, f"line {number} names a party")


def check_coverage():
    registry = re.findall(r'FindingRule\{"([a-z/-]+)"', text(ROOT / "engine/base/finding.cc"))
    shown = ""
    commands = ""
    for case in (ROOT / "tests/cases").rglob("command"):
        commands += text(case)
        for name in ("stdout", "stderr"):
            if (case.parent / name).exists():
                shown += text(case.parent / name)
    # A file larger than the limit is not kept in the repository: a unit test makes one.
    for path in (ROOT / "tests/unit/load").glob("*.cc"):
        shown += "".join(f"[{rule}]" for rule in ("yaml/size",) if f'"{rule} ' in text(path))
    for rule in registry:
        if f"[{rule}]" not in shown and f'"rule":"{rule}"' not in shown.replace('"rule": ', '"rule":'):
            complain(ROOT / "engine/base/finding.cc", f"no golden case fires `{rule}`")
    for path in sources("tools/cli"):
        for command in re.findall(r'add_subcommand\("(\w+)"', text(path)):
            if not re.search(rf"^{command}\b", commands, re.MULTILINE):
                complain(path, f"no golden case runs `{command}`")


NAMED = re.compile(r"^(?:struct|class|enum class) (\w+)\b(?!::)[^;{]*\{")


def check_one_definition():
    """Types at the left margin, outside namespaces without a name: those another file can clash with."""
    defined = {}
    for path in sources("engine", "tools/cli"):
        spaces = []
        for line in text(path).split("\n"):
            opened = re.match(r"^(?:inline )?namespace ?([\w:]*) ?\{", line)
            if opened:
                spaces.append(opened[1])
            elif re.match(r"^\}  // namespace", line):
                spaces.pop()
            named = NAMED.match(line)
            if named and "" not in spaces:
                defined.setdefault(("::".join(spaces), named[1]), []).append(path)
    for (space, name), paths in defined.items():
        if len(paths) > 1:
            complain(paths[0], f"{space}::{name} is defined in {paths[1].relative_to(ROOT)} too")
    if len(defined) < 100:
        complain(ROOT / "engine", f"only {len(defined)} types are seen")


def check_sizes():
    for path in sources("engine", "tools", "tests"):
        lines = len(text(path).splitlines())
        limit = 200 if path.suffix == ".h" else 500
        if lines > limit:
            complain(path, f"{lines} lines, at most {limit}")


for check in (check_layers, check_owners, check_no_law_in_code, check_coverage, check_one_definition,
              check_sizes):
    check()
print("\n".join(PROBLEMS))
print(f"{len(PROBLEMS)} problems")
sys.exit(1 if PROBLEMS else 0)
