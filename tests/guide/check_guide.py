#!/usr/bin/env python3
"""check_guide.py PROGRAM ROOT: the guide of the overlay language does what it says.

A block "```yaml PATH" is a file a reader writes; a block "```console" is what they type and see. Both are done, from top to
bottom, in an empty folder: each command must end with status 0 and print the lines shown, where a line `…` stands for any
lines. Every YAML block must be such a file, so that none is left untried.
"""
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

PROGRAM, ROOT = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
GUIDE = ROOT / "overlays/README.md"
PROBLEMS = []


def blocks(text):
    for found in re.finditer(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        yield text[: found.start()].count("\n") + 1, *found.groups()


def matches(wanted, got):
    """Whether `got` is the lines of `wanted`, a line `…` standing for any number of lines."""
    if not wanted:
        return not got
    if wanted[0] == "…":
        return any(matches(wanted[1:], got[i:]) for i in range(len(got) + 1))
    return bool(got) and wanted[0].rstrip() == got[0].rstrip() and matches(wanted[1:], got[1:])


def run(line, command, wanted, folder):
    words = shlex.split(command)
    if words[0] != "yomikae":
        PROBLEMS.append(f"line {line}: `{command}` does not begin with yomikae")
        return
    done = subprocess.run([PROGRAM, *words[1:]], cwd=folder, capture_output=True, text=True, timeout=60, check=False,
                          env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", "TZ": "UTC"})
    if done.returncode != 0 or not matches(wanted, done.stdout.splitlines()):
        PROBLEMS.append(f"line {line}: `{command}` ended with {done.returncode}\n{done.stdout[:2000]}{done.stderr[:4000]}")


def main():
    files = commands = 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        # The guide's files name the schemas as they lie in the repository.
        shutil.copytree(ROOT / "overlays/schema", folder / "overlays/schema")
        for line, language, path, body in blocks(GUIDE.read_text(encoding="utf-8")):
            if language == "yaml" and path:
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                (folder / path).write_text(body, encoding="utf-8")
                files += 1
            elif language == "yaml":
                PROBLEMS.append(f"line {line}: a YAML block that is no file: nothing tries it")
            elif language == "console":
                for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
                    command, *wanted = part.splitlines()
                    run(line, command, wanted, folder)
                    commands += 1
    print("\n".join(PROBLEMS))
    print(f"{files} files, {commands} commands, {len(PROBLEMS)} problems")
    return 1 if PROBLEMS or not files or not commands else 0


if __name__ == "__main__":
    sys.exit(main())
