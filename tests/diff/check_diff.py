#!/usr/bin/env python3
"""check_diff.py PROGRAM ROOT: `diff` between revisions of a repository made for the occasion, and the hook and the
workflow that use it.

- `git:REV` reads a revision without touching the working tree, whatever lies in it; from a folder below the top too.
- The hook lets spelling pass, stops a price that goes up, and lets it pass once it is approved; when the price changes
  again the approval has lapsed.
- Every `run:` of the workflow that calls the program calls it with arguments it takes.
- A diff of two revisions leaves nothing behind in the folder for temporary files.
"""
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

import yaml

PROGRAM, ROOT = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
MARKET = ROOT / "tests/cases/diff/market"
HOOK = ROOT / "tools/ci/pre-commit"
WORKFLOW = ROOT / "tools/ci/terms.yml"
FAILED = []
GATE = "format: 1\nkind: gate\nchanges:\n  - { change: worse, name: price-up, matters: [fee.*], severity: error }\n"


def expect(what, condition, said=""):
    if not condition:
        FAILED.append(f"{what}: {said}".rstrip(": \n"))


class Repository:
    def __init__(self, folder):
        self.path = pathlib.Path(folder) / "terms"
        self.temporary = pathlib.Path(folder) / "temporary"
        self.temporary.mkdir()
        shutil.copytree(MARKET / "old", self.path)
        shutil.copy(MARKET / "words/words.yaml", self.path)
        (self.path / "gate.yaml").write_text(GATE, encoding="utf-8")
        self.git("init", "--quiet", "--initial-branch=main")
        self.commit("as it was", hook=False)
        shutil.copy(HOOK, self.path / ".git/hooks/pre-commit")

    def environment(self):
        return {"PATH": os.environ["PATH"], "HOME": str(self.path.parent), "LC_ALL": "C.UTF-8", "TZ": "UTC",
                "TMPDIR": str(self.temporary), "YOMIKAE": PROGRAM, "YOMIKAE_OPTIONS": "--as-of 2026-11-21",
                "GIT_CONFIG_NOSYSTEM": "1"}

    def run(self, words, below="."):
        return subprocess.run(words, cwd=self.path / below, env=self.environment(), capture_output=True, text=True,
                              timeout=120, check=False)

    def git(self, *words):
        return self.run(["git", "-c", "user.name=test", "-c", "user.email=test@example.com", *words])

    def commit(self, message, hook=True):
        self.git("add", "--all")
        return self.git("commit", "--quiet", "--message", message, *([] if hook else ["--no-verify"]))

    def diff(self, *words, below="."):
        return self.run([PROGRAM, "diff", *words, "--as-of", "2026-11-21"], below)

    def change(self, name, before, after):
        path = self.path / name
        text = path.read_text(encoding="utf-8")
        expect(f"{name} holds {before}", before in text)
        path.write_text(text.replace(before, after, 1), encoding="utf-8")


def check_hook(repository):
    repository.change("maker.yaml", "人に教えないこと", "人に、教えないこと")
    done = repository.commit("spelling")
    expect("spelling passes the hook", done.returncode == 0, done.stdout + done.stderr)
    repository.change("maker.rules.yaml", "monthly: 3000", "monthly: 3300")
    done = repository.commit("price")
    expect("a price that goes up is stopped", done.returncode != 0 and "price-up" in done.stdout + done.stderr,
           done.stdout + done.stderr)
    done = repository.diff("git:HEAD", ".", "--approve", "--because", "agreed with everybody", "--by", "test")
    expect("the change is approved", done.returncode == 0 and (repository.path / "approvals.yaml").exists(),
           done.stdout + done.stderr)
    repository.change("maker.rules.yaml", "monthly: 3300", "monthly: 3500")
    done = repository.commit("another price")
    expect("an approval of 3300 is none of 3500", done.returncode != 0, done.stdout + done.stderr)
    repository.change("maker.rules.yaml", "monthly: 3500", "monthly: 3300")
    done = repository.commit("price")
    expect("what is approved passes", done.returncode == 0, done.stdout + done.stderr)


def check_revisions(repository):
    (repository.path / "maker.yaml").write_text("not what was committed\n", encoding="utf-8")
    done = repository.diff("git:HEAD~1", "git:HEAD")
    expect("two revisions are compared", done.returncode == 0 and "3000" in done.stdout, done.stdout + done.stderr)
    again = repository.diff("git:HEAD~1", "git:HEAD")
    expect("the same bytes", again.stdout == done.stdout)
    expect("no temporary path is shown", str(repository.temporary) not in done.stdout, done.stdout)
    below = repository.path / "below"
    below.mkdir()
    inside = repository.diff("git:HEAD~1", "git:HEAD", below="below")
    expect("the same from a folder below", inside.stdout == done.stdout, inside.stdout + inside.stderr)
    none = repository.diff("git:HEAD~9", "git:HEAD")
    expect("a revision that is not there", none.returncode == 2 and "HEAD~9" in none.stderr, none.stderr)
    option = repository.diff("git:--output=x", "git:HEAD")
    expect("a revision is no option", option.returncode == 2 and not (repository.path / "x").exists(), option.stderr)
    expect("the working tree is as it was",
           (repository.path / "maker.yaml").read_text(encoding="utf-8") == "not what was committed\n")
    left = list(repository.temporary.iterdir())
    expect("nothing is left behind", not left, str(left))


def check_workflow(repository):
    repository.git("checkout", "--quiet", "--", ".")
    runs = [step["run"] for step in yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))["jobs"]["terms"]["steps"]
            if "run" in step]
    called = 0
    for line in runs:
        if not line.startswith("yomikae "):
            continue
        called += 1
        words = shlex.split(re.sub(r"\$BASE", "HEAD~1", line))
        done = repository.run([PROGRAM, *words[1:]])
        expect(f"`{line}`", done.returncode in (0, 1), done.stderr)
    expect("the workflow calls the program", called == 3)
    page = repository.path / "terms.md"
    expect("the workflow writes a page", page.exists() and "| " in page.read_text(encoding="utf-8"))


def main():
    with tempfile.TemporaryDirectory() as folder:
        repository = Repository(folder)
        check_hook(repository)
        check_revisions(repository)
        check_workflow(repository)
    print("\n".join(FAILED))
    print(f"{len(FAILED)} failures")
    return 1 if FAILED else 0


if __name__ == "__main__":
    sys.exit(main())
