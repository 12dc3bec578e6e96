#!/usr/bin/env python3
"""check_terms_schemas.py PROGRAM ROOT: what an editor says of a YAML file is what the program says of it.

Held against each other are overlays/schema/*.schema.json and engine/load:

- Every file of the terms that ship, their examples and the good cases is valid; each that ships names its schema in its
  first line.
- A schema names the keys the loader asks for and no others; where a value is one of a few words, the same words. The
  names an ontology declares (columns, dates …) are those of overlays/common/matters.yaml. Every key is explained in
  Japanese and in English.
- The files of tests/schema/corpus use every key. In each of their mappings a key nobody knows is added and each key in
  turn is taken away: both refuse the one, and both miss the other or neither does.
- Both read, or refuse, the same dates, addresses, names of documents and quantities.

YAML is read here as editors read it (YAML 1.2, core schema): plain `true` is a boolean, `1` a number, nothing a null;
`2026-04-15`, `on` and `1:30` are texts. The loader itself takes the text of any scalar, and so do the schemas.
"""
import concurrent.futures
import copy
import json
import os
import pathlib
import queue
import re
import shutil
import subprocess
import sys
import tempfile

import jsonschema
import yaml

PROGRAM, ROOT = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
LOADER, CORPUS = ROOT / "engine/load", ROOT / "tests/schema/corpus"
SCHEMAS = {path.name.split(".")[0]: json.loads(path.read_text(encoding="utf-8"))
           for path in sorted((ROOT / "overlays/schema").glob("*.schema.json"))}
# Where the loader begins to read a file of each kind.
ENTRIES = {"acceptances": "load_acceptances", "answers": "load_answers_file", "calendar": "load_calendar",
           "channel": "load_channel", "contract": "load_agreement", "document": "load_document", "errata": "load_errata",
           "known-documents": "load_known_documents", "ontology": "load_ontology", "rules": "load_rules",
           "gate": "load_gate", "approvals": "load_approvals"}
# What loading finds; what the checks find beside it is not about the form of a file.
LOADING = {"yaml", "json", "format", "terms", "rule", "precedence"}
UNKNOWN = "no-such-key"
# Mappings whose keys are names the file itself gives: one more is one more name, to both.
GIVEN_HERE = [r"ontology: (sets|sets/(?!weekday)[^/]+|dimensions|dates|declarations|quantities|assumptions|columns|matters)",
              r"ontology: matters/[^/]+/facts", r"rules: rules/where"]
# Mappings whose keys are names an ontology declares, which may be another file's: a schema cannot know them all, so it
# takes any plain name where the program asks for a declared one.
DECLARED = [r"channel: roles", r"(channel|rules): .*/scope", r"rules: (prices|catalogue)(/includes)?",
            r"contract: (dates|declarations|quantities|changes/quantities|options|assumptions)",
            r"contract: order-form/(terms|notes|prices|prices/[^/]+)", r"answers: answers/(facts|scope)"]
# Closed mappings in which the program calls a key too many something else than `format/unknown-key`: the first has the
# name of one quantity as its only key, those of the second depend on what is expected, those of the third are the days of
# the week.
OTHER_WORDS = [r"rules: prices/each", r"answers: answers", r"ontology: sets/weekday"]
# Where a key too few is called something else than `format/missing-key`: the mapping is one key and its value.
ONE_KEY = [r"rules: prices/each"]
# Where a value of each kind stands in the corpus, and what may and may not stand there. (That a day does not exist, as
# 2026-02-30, or lies in another era, only the program sees.)
VALUES = [
    ("examples/mail.yaml", ("as-of",),
     ["2026-04-15", "2026/4/15", "2026/04/05", "2026年4月15日", "令和8年4月15日", "令和元年5月1日", "平成31年04月30日", "1868-01-25"],
     ["2026-4-15", "26-04-15", "2026.04.15", "2026/4-15", "令和8/4/15", "令和0年4月15日", "R8.4.15", "2026年4月15", "2026-13-01",
      "2026-04-32", "1867-12-31", "3000-01-01", " 2026-04-15", "２０２６-04-15"]),
    ("seller.rules.yaml", ("rules", 0, "at"),
     ["#7.2(3)", "7.2(3)", "#7", 7, "#7(3)", "#36-3.1", "#28.1:後段", "#3.1:ただし書", "#annex-1.2(1)(note-1)",
      "#suppl-2012-09-01.2", "#notes", "#1.1(イ)"],
     ["#7.2(3", "#7..2", "#7.0", "#07", "#7-", "#7.2.3", "#7.2()", "#7.2(1)(2)(3)", "#28.1:中段", "#28:", "##7", "＃7",
      "第7条", "#Annex", "maker/mail#7", 0, -1]),
    ("seller.channel.yaml", ("excludes", 0, "at"),
     ["seller/mail#1.2", "seller/mail", "seller/mail@2026-04-01#1.2", "seller/mail@令和8年4月1日#1.1:本文"],
     ["#1.2", "seller#1.2", "Seller/mail#1.2", "seller/mail-#1.2", "seller/mail#", "seller/mail@2026#1",
      "seller/mail/x#1"]),
    ("seller.channel.yaml", ("amends", 0, "provision"), ["maker/mail#4", "maker/mail@2020-04-01#9"],
     ["#4", "maker/mail", "maker/mail#4:本文"]),
    ("maker.yaml", ("provisions", 1, "paragraphs", 0, "cites", 0, "to"), ["#2", "maker/mail#2.1", "maker/price-list"],
     ["2", "#", "second"]),
    ("maker.rules.yaml", ("rules", 5, "notwithstanding"), ["#2.1:本文", ["#2.1", "maker/mail#1"]],
     ["2.1", ["#2.1", "2.1"]]),
    ("seller.yaml", ("document",), ["seller/mail", "a/b-2"],
     ["seller", "seller/", "seller/mail/x", "Seller/mail", "1/b", "a/b-"]),
    ("known.yaml", ("documents", 0, "document"), ["maker/price-list"], ["価格表", "maker price-list"]),
    ("examples/mail.yaml", ("quantities", "accounts"), [0, 25, "25", "1,000"], [-1, 1.5, "1,00", "many", "1000,000"]),
    ("examples/mail.yaml", ("order-form", "prices", "base", "monthly"), [0, "30,000"], [-1, 0.5, "quoted"]),
    ("accepted.yaml", ("accepts", 0, "at"),
     ["seller/mail#1.2", "seller/mail#1.1:本文", "seller/mail#annex-1.1(2)", "channel/seller", "matter/fee.monthly",
      "document/seller/mail", "maker/mail"],
     ["seller/mail@2026-04-01#1.2", "#1.2", "seller", "seller/mail#", "seller/mail#1..2", "seller#1.2", "channel/",
      "channel//seller", "Channel/seller", "1/b", "channel/売り手", "fee.monthly"]),
    ("accepted.yaml", ("accepts", 0, "because"), ["x", 1], ["", " ", "　"]),
    ("accepted.yaml", ("accepts", 0, "until"), ["2027-03-31", "令和9年3月31日"], ["2027-3-31", "2027-04", "2027-13-01"]),
    ("holidays.yaml", ("holidays", 0, "day"), ["01-02", "12-31", "02-29"],
     ["1-2", "13-01", "02-30", "04-31", "2026-01-02", "1月2日"]),
    ("holidays.yaml", ("holidays", 1, "monday"), [1, 5, "3"], [0, 6, 1.5, "first"]),
    ("holidays.yaml", ("holidays", 1, "month"), [1, "12"], [0, 13, "July"]),
    ("holidays.yaml", ("holidays", 1, "except"), [2020, "2021", [2020, "2021"]], [20, "2020年", [1867]]),
]
FAILED = []


def complain(where, words):
    FAILED.append(f"{where}: {words}")


class CoreLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """YAML 1.2, core schema; keys are texts."""
    yaml_implicit_resolvers = {}


for kind_of_scalar, pattern, firsts in (
        ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
        ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
        ("int", r"[-+]?[0-9]+", list("-+0123456789")),
        ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789"))):
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{kind_of_scalar}", re.compile(f"^(?:{pattern})$"), firsts)
CoreLoader.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))
CoreLoader.add_constructor("tag:yaml.org,2002:float", lambda _, node: float(node.value))
CoreLoader.add_constructor("tag:yaml.org,2002:map", lambda loader, node: {
    key.value: loader.construct_object(value, deep=True) for key, value in node.value})


def load(path):
    return yaml.load(path.read_text(encoding="utf-8"), Loader=CoreLoader)


def kind_of(data):
    return data.get("kind", "contract")


def shown(path):
    return str(path.relative_to(ROOT))


def shipped_files():
    folders = ("overlays", "iij", "itscom", "usen")
    return [path for folder in folders for path in sorted((ROOT / folder).rglob("*.yaml"))]


# What is there is valid.

def check_files():
    cases = [path for folder in ("cases", "small-world") for path in sorted((ROOT / "tests" / folder).rglob("*.yaml"))
             if "bad" not in path.parts]
    files = [*shipped_files(), *cases, *sorted(CORPUS.rglob("*.yaml"))]
    validators = {kind: jsonschema.Draft202012Validator(schema) for kind, schema in SCHEMAS.items()}
    for path in files:
        data = load(path)
        for error in validators[kind_of(data)].iter_errors(data):
            complain(shown(path), f"{error.json_path}: {error.message[:200]}")
    return len(files)


def check_first_lines():
    for path in [*shipped_files(), *sorted(CORPUS.rglob("*.yaml"))]:
        schema = os.path.relpath(ROOT / f"overlays/schema/{kind_of(load(path))}.schema.json", path.parent)
        wanted = f"# yaml-language-server: $schema={schema}"
        if path.read_text(encoding="utf-8").split("\n", 1)[0] != wanted:
            complain(shown(path), f"the first line is not `{wanted}`")


# The same keys on both sides.

def functions(path):
    """The bodies of the functions of a source, by name."""
    text = path.read_text(encoding="utf-8")
    blank = re.sub(r"//[^\n]*|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\])'", lambda found: " " * len(found[0]), text)
    bodies, blocks, begin = {}, [], 0
    for at, sign in enumerate(blank):
        if sign == "{":
            before = " ".join(blank[begin:at].split())
            named = re.search(r"([\w~]+)\(", before)
            inside = any(kind == "function" for kind, *_ in blocks)
            scope = re.search(r"\b(namespace|class|struct)\b[^()]*$", before) is not None
            kind = "scope" if scope else "function" if named and not inside else "block"
            blocks.append((kind, named[1] if named else "", at))
        elif sign == "}":
            kind, name, start = blocks.pop()
            if kind == "function":
                code = re.sub(r"(?m)//[^\n]*$", "", text[start:at])
                bodies[name] = bodies.get(name, "") + code
        if sign in "{};":
            begin = at + 1
    return bodies


ASKING = (r"\b(?:need|take|demand|need_text|text|texts|list|date|need_date|need_scalar|scalar|flag|choice<[^()]*>|single|"
          r"optional_texts?|named_dates|each_entry)\(\s*(?:\w+,\s*)?")


def keys_asked_for(body):
    keys = set(re.findall(ASKING + r'"([^"]+)"', body))
    for pair in re.findall(ASKING + r'[^()"]*\? "([^"]+)" : "([^"]+)"', body):
        keys |= set(pair)
    for loop in re.finditer(r"for \(const auto[&*]? (?:\[(\w+), \w+\]|(\w+)) :\s*([^;]*?)\)\s*[{\w]", body):
        variable, over = loop[1] or loop[2], loop[3]
        if re.search(ASKING + rf"{variable}\b", body[loop.end() - 1:loop.end() + 300]):
            named = re.search(rf"\b{over}\s*{{(.*?)}};", body, re.DOTALL) if over.isidentifier() else None
            keys |= set(re.findall(r'"([^"]+)"', named[1] if named else over))
    return keys


def words_to_choose_from(body):
    return [(key, set(re.findall(r'{"([^"]+)"', words)))
            for key, words in re.findall(r'\bchoice<[^()]*>\(\s*"([^"]+)",\s*{(.*?)}}', body, re.DOTALL)]


def loader_keys():
    """For each entry, the keys that the functions it comes to ask for, and the words they choose from."""
    sources = {path.stem: path for path in sorted(LOADER.glob("*.cc"))}
    bodies = {name: functions(path) for name, path in sources.items()}
    declared = {path.stem: set(re.findall(r"\b(\w+)\(", path.read_text(encoding="utf-8")))
                for path in LOADER.glob("*.h")}
    included = {name: re.findall(r'#include "load/(\w+)\.h"', path.read_text(encoding="utf-8"))
                for name, path in sources.items()}

    def found_in(file, name):
        """The source that holds a function called in another: its own, or one whose header it includes."""
        return next((each for each in (file, *included[file])
                     if name in bodies.get(each, {}) and (each == file or name in declared.get(each, ()))), None)

    def reached(file, name, seen):
        if file and (file, name) not in seen:
            seen.add((file, name))
            for called in re.findall(r"\b(\w+)[({]", bodies[file][name]):
                reached(found_in(file, called), called, seen)
        return seen

    keys, choices = {}, {}
    for kind, entry in ENTRIES.items():
        file = next(each for each in bodies if entry in declared.get(each, ()))
        come_to = reached(file, entry, set())
        if kind not in ("contract", "answers"):  # the head of any other file is read before its kind is known
            reached("terms_directory", "parse_file", come_to)
        keys[kind] = set().union(*(keys_asked_for(bodies[file][name]) for file, name in come_to))
        choices[kind] = [each for file, name in come_to for each in words_to_choose_from(bodies[file][name])]
    return keys, choices


def owners(node):
    """Every part of a schema that says which keys a mapping has."""
    if isinstance(node, dict):
        if "properties" in node and "type" in node:
            yield node
        for value in node.values():
            yield from owners(value)
    elif isinstance(node, list):
        for value in node:
            yield from owners(value)


def common_names():
    """What overlays/common declares, under the word by which a schema's `$comment` says that it lists it."""
    common = load(ROOT / "overlays/common/matters.yaml")
    names = {group: set(common[group])
             for group in ("sets", "dimensions", "dates", "quantities", "assumptions", "columns")}
    names["parties"] = set(common["sets"][common["roles"]["parties"]])
    names["charges"] = {name for name, column in common["columns"].items()
                        if common["matters"].get(column["matter"], {}).get("type") == "money"}
    return names


def check_keys():
    (asked, choices), names, shared, count = loader_keys(), common_names(), {}, 0
    if set(SCHEMAS) != set(ENTRIES):
        complain("overlays/schema", f"schemas {sorted(SCHEMAS)}, kinds of file {sorted(ENTRIES)}")
    for kind, schema in SCHEMAS.items():
        where = f"{kind}.schema.json"
        jsonschema.Draft202012Validator.check_schema(schema)
        keys = set()
        for owner in owners(schema):
            listed = owner.get("$comment", "").removeprefix("names: ")
            own = set(owner["properties"])
            if listed:
                for name in sorted(names[listed] - own):
                    complain(where, f"`{name}` of the {listed} of overlays/common/matters.yaml is not there")
                own -= names[listed]
            keys |= own
            for key, value in owner["properties"].items():
                count += 1
                for said in ("title", "description"):
                    japanese, _, english = value.get(said, "").partition(" / ")
                    if not japanese or not english or not re.search(r"[ぁ-んァ-ヶ一-龠]", japanese):
                        complain(where, f"the {said} of `{key}` is not in Japanese / English")
        for key in sorted(keys - asked[kind]):
            complain(where, f"the loader does not ask for `{key}`")
        for key in sorted(asked[kind] - keys):
            complain(where, f"the loader asks for `{key}`, which is not there")
        for key, words in choices[kind]:
            listed = [set(value["enum"]) for owner in owners(schema)
                      for name, value in owner["properties"].items() if name == key and "enum" in value]
            if words not in listed:
                complain(where, f"the words the loader knows for `{key}` are {sorted(words)}")
        for reference in set(re.findall(r'"\$ref": "([^"]*)"', json.dumps(schema))):
            if reference.removeprefix("#/$defs/") not in schema["$defs"]:
                complain(where, f"`{reference}` leads nowhere in this file")
        for name, shape in schema["$defs"].items():
            if shared.setdefault(name, shape) != shape:
                complain(where, f"`$defs/{name}` differs from the one of another schema")
    return count


def check_corpus_uses_every_key(corpus):
    """What several schemas share is shared here as well: a key is used where one of their files has it."""
    used, name_of = set(), {}
    for kind, schema in SCHEMAS.items():
        for owner in owners(schema):
            name_of[id(owner["properties"])] = json.dumps(owner["properties"])

    def note_keys(validator, properties, instance, schema):
        if validator.is_type(instance, "object") and id(properties) in name_of:
            used.update((name_of[id(properties)], key) for key in properties if key in instance)
        yield from jsonschema.Draft202012Validator.VALIDATORS["properties"](validator, properties, instance, schema)

    noting = jsonschema.validators.extend(jsonschema.Draft202012Validator, {"properties": note_keys})
    for data in corpus.values():
        list(noting(SCHEMAS[kind_of(data)]).iter_errors(data))
    for kind, schema in SCHEMAS.items():
        for owner in owners(schema):
            for key in owner["properties"]:
                if (name_of[id(owner["properties"])], key) not in used:
                    beside = list(owner["properties"])[:6]
                    complain("tests/schema/corpus", f"no file has the `{key}` of {kind} that stands beside {beside}")


# A key too many, a key too few.

def mappings(node, path=()):
    if isinstance(node, dict):
        yield path
        for key, value in node.items():
            yield from mappings(value, (*path, key))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from mappings(value, (*path, index))


def at(data, path):
    for step in path:
        data = data[step]
    return data


class Bench:
    """Copies of the corpus in which one file at a time is another."""

    def __init__(self, folder, copies):
        self.free = queue.Queue()
        for number in range(copies):
            shutil.copytree(CORPUS, pathlib.Path(folder) / str(number))
            self.free.put(pathlib.Path(folder) / str(number))

    def findings(self, name, data):
        """The kinds of errors the program finds in that file; JSON is YAML."""
        folder = self.free.get()
        try:
            (folder / name).write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
            done = subprocess.run([PROGRAM, "check", "--only-terms", str(folder), "--format", "json"],
                                  capture_output=True, text=True, timeout=60, check=False)
            shutil.copyfile(CORPUS / name, folder / name)
        finally:
            self.free.put(folder)
        found = json.loads(done.stdout)["findings"]
        here = {pathlib.Path(name).name, "argument"}  # the facts of an answer are read as arguments are
        return {each["rule"] for each in found
                if each["severity"] == "error" and each["rule"].split("/")[0] in LOADING
                and pathlib.Path(each.get("file", "")).name in here}


def is_listed(listed, where):
    return any(re.fullmatch(each, where) for each in listed)


def where_in(data, path):
    return f"{kind_of(data)}: {'/'.join(step for step in path if isinstance(step, str))}"


def check_one_more(bench, validator, name, data, path):
    where, changed = where_in(data, path), copy.deepcopy(data)
    mapping = at(changed, path)
    # With the value of its last key, which fits: it is the key that is judged.
    mapping[UNKNOWN] = copy.deepcopy(list(mapping.values())[-1]) if mapping else "x"
    taken, found = validator.is_valid(changed), bench.findings(name, changed)
    if is_listed(GIVEN_HERE, where):
        right = taken and not found
    elif is_listed(DECLARED, where):
        right = taken and found
    elif is_listed(OTHER_WORDS, where):
        right = not taken and found
    else:
        right = not taken and "format/unknown-key" in found
    if not right:
        complain(f"corpus/{name}", f"one more key in `{where}`: the schema {'takes' if taken else 'refuses'} it, "
                                   f"the program finds {sorted(found)}")


def check_one_less(bench, validator, name, data, path, key):
    where, changed = where_in(data, path), copy.deepcopy(data)
    del at(changed, path)[key]
    taken, found = validator.is_valid(changed), bench.findings(name, changed)
    missed = ("format/wrong-kind" if is_listed(ONE_KEY, where) else "format/missing-key") in found
    if taken == missed:
        complain(f"corpus/{name}", f"without `{key}` in {list(path)}: the schema {'takes' if taken else 'refuses'} it, "
                                   f"the program finds {sorted(found)}")


def check_value(bench, validator, name, data, path, value, good):
    changed = copy.deepcopy(data)
    at(changed, path[:-1])[path[-1]] = value
    taken, found = validator.is_valid(changed), bench.findings(name, changed)
    if taken != good or ("format/bad-value" not in found) != good:
        complain(f"corpus/{name}", f"`{value}` at {list(path)}: the schema {'takes' if taken else 'refuses'} it, "
                                   f"the program finds {sorted(found)}")


def check_changes(corpus):
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(2) as pool:
        bench, jobs = Bench(folder, 2), []
        for name, data in corpus.items():
            if bench.findings(name, data):
                complain(f"corpus/{name}", f"is not accepted as it is: {bench.findings(name, data)}")
            validator = jsonschema.Draft202012Validator(SCHEMAS[kind_of(data)])
            for path in mappings(data):
                jobs.append(pool.submit(check_one_more, bench, validator, name, data, path))
                for key in at(data, path):
                    jobs.append(pool.submit(check_one_less, bench, validator, name, data, path, key))
        for name, path, *values in VALUES:
            validator = jsonschema.Draft202012Validator(SCHEMAS[kind_of(corpus[name])])
            for good, listed in zip((True, False), values):
                for value in listed:
                    jobs.append(pool.submit(check_value, bench, validator, name, corpus[name], path, value, good))
        for job in jobs:
            job.result()
    return len(jobs)


def main():
    corpus = {str(path.relative_to(CORPUS)): load(path) for path in sorted(CORPUS.rglob("*.yaml"))}
    files = check_files()
    check_first_lines()
    keys = check_keys()
    check_corpus_uses_every_key(corpus)
    changes = check_changes(corpus)
    print("\n".join(FAILED[:40]))
    print(f"{files} files, {keys} keys, {changes} changes, {len(FAILED)} differences")
    return 1 if FAILED or not files or not changes else 0


if __name__ == "__main__":
    sys.exit(main())
