#!/usr/bin/env python3
"""check_completion.py PROGRAM: bash, zsh and fish offer what may come next on a half-typed line.

Each shell runs as a person has it, with the script the program writes for it. On bash and zsh, which complete only at a
terminal, the line is typed into one, a key inserts every word that is offered, and another reads the line back; fish
answers `complete -C`. What must be offered is what the program itself says there is, by --help and `list`, so the test
follows it.
"""
import os
import pathlib
import pty
import re
import select
import shlex
import subprocess
import sys
import tempfile
import threading

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
SECONDS = 60
INSERT_ALL, SHOW, CLEAR = "\x0f", "\x14", "\x15"
READY = "ready for a line"
OUT = 9  # where a shell writes the line to
PROBLEMS = []

BASH = """
PS1='{ready}'
show() {{ printf '%s\\n' "$READLINE_LINE" >&{out}; }}
bind 'set enable-bracketed-paste off'
bind '"\\C-o": insert-completions'
bind -x '"\\C-t": show'
source {script}
"""
ZSH = """
PS1='{ready}'
fpath=({folder} $fpath)
autoload -Uz compinit && compinit -u -D
{source}
show() {{ print -r -- "$BUFFER" >&{out}; }}
zle -N show
zle -C insert-all complete-word _generic
zstyle ':completion:insert-all::::' completer _all_matches _complete
zstyle ':completion:insert-all:*' insert true
bindkey -e
bindkey '^O' insert-all
bindkey '^T' show
"""


def ask(*words):
    done = subprocess.run([PROGRAM, *words], capture_output=True, text=True, timeout=SECONDS, check=True)
    return done.stdout


def names(kind, *words):
    return set(ask("list", kind, "--names", *words).split())


def options(*command):
    return set(re.findall(r"--[a-z][a-z-]*", "\n".join(re.findall(r"^  (-\S+)", ask(*command, "--help"), re.MULTILINE))))


def starting(known, begin):
    return {word for word in known if word.startswith(begin)}


class Terminal:
    """A shell at a terminal: a line is typed, every word that is offered is inserted, the line is read back."""

    def __init__(self, words, environment, folder):
        self.lines, out = os.pipe()
        process, self.keys = pty.fork()
        if process == 0:
            os.dup2(out, OUT)
            os.set_inheritable(OUT, True)  # should it have been that number already
            os.chdir(folder)
            os.execvpe(words[0], words, environment)
        os.close(out)
        shown = b""
        while READY.encode() not in shown:
            shown += self.read(self.keys)
        threading.Thread(target=self.drain, daemon=True).start()

    @staticmethod
    def read(source):
        if not select.select([source], [], [], SECONDS)[0]:
            sys.exit("the shell says nothing")
        got = os.read(source, 4096)
        if not got:
            sys.exit("the shell has ended")
        return got

    def drain(self):
        try:
            while os.read(self.keys, 4096):
                pass
        except OSError:
            pass  # the shell has ended

    def offered(self, line):
        os.write(self.keys, (line + INSERT_ALL + SHOW + CLEAR).encode())
        full = b""
        while not full.endswith(b"\n"):
            full += self.read(self.lines)
        cursor = line.rfind(" ") + 1  # what stands before the word at the cursor is as it was
        return shlex.split(full.decode()[cursor:])


class Fish:
    def __init__(self, script, environment, folder):
        self.script, self.environment, self.folder = script, environment, folder

    def offered(self, line):
        command = f"source {self.script}; complete -C {shlex.quote(line)}"
        done = subprocess.run(["fish", "--no-config", "-c", command], env=self.environment, cwd=self.folder, text=True,
                              capture_output=True, timeout=SECONDS, check=False)
        if done.returncode != 0 or done.stderr:
            sys.exit(f"fish: {line}: {done.stderr}")
        return [each.split("\t")[0] for each in done.stdout.splitlines()]


def shells(scratch, folder, environment):
    """Each shell with what it needs set up in `scratch`."""
    for name in ("bash", "zsh", "fish"):
        script = {"zsh": "functions/_yomikae"}.get(name, f"yomikae.{name}")
        ask("completion", name, "--output", scratch / script)
    (scratch / "bashrc").write_text(BASH.format(ready=READY, out=OUT, script=scratch / "yomikae.bash"))
    yield "bash", Terminal(["bash", "--rcfile", scratch / "bashrc", "-i"], environment, folder)
    for name, source in (("zsh", ""), ("zsh that sources", "source <(yomikae completion zsh)")):
        settings = scratch / name.split()[-1]
        settings.mkdir()
        functions = settings if source else scratch / "functions"
        (settings / ".zshrc").write_text(ZSH.format(ready=READY, out=OUT, folder=functions, source=source))
        yield name, Terminal(["zsh", "-d", "-i"], environment | {"ZDOTDIR": str(settings)}, folder)
    yield "fish", Fish(scratch / "yomikae.fish", environment, folder)


def half_typed_lines():
    """Each line with the words that must be offered."""
    commands = set(re.findall(r"^  (\w+)", ask("--help").split("Subcommands:")[1], re.MULTILINE))
    findings, matters, questions = names("findings"), names("matters"), names("questions")
    yield "yomikae ", commands
    yield "yomikae comp", starting(commands, "comp")
    yield "yomikae --v", {"--version"}
    for command in sorted(commands):
        yield f"yomikae {command} --", options(command)

    # Words an option or a place is chosen from.
    yield "yomikae effective --only ", {"matters", "dates", "provisions", "open"}
    yield "yomikae effective --only=", {"matters", "dates", "provisions", "open"}
    yield "yomikae effective contract.yaml --format j", {"json"}
    yield "yomikae list ", set(re.search(r"WHAT TEXT:{(.*)}", ask("list", "--help"))[1].split(","))
    yield "yomikae list --lang en ma", {"matters"}  # the value of an option is at no place
    yield "yomikae list --lang=en ma", {"matters"}
    yield "yomikae completion ", {"bash", "zsh", "fish"}

    # Files and folders.
    yield "yomikae effective ", {"contract.yaml", "of mine.yaml", "terms"}
    yield "yomikae effective --strict of", {"of mine.yaml"}
    yield "yomikae effective --terms ", {"terms"}
    yield "yomikae list matters --output c", {"contract.yaml"}
    yield "yomikae check terms contract.yaml of", {"of mine.yaml"}  # a place that repeats

    # Names from the terms: the shipped ones, or those the line names.
    yield "yomikae compute contract.yaml ", questions
    yield "yomikae compute contract.yaml late", starting(questions, "late")
    yield "yomikae compute --as-of 2026-04-01 contract.yaml customer-", starting(questions, "customer-")
    yield "yomikae compute 'of mine.yaml' late", starting(questions, "late")
    yield f"{PROGRAM} compute contract.yaml late", starting(questions, "late")
    yield "yomikae compute --only-terms terms contract.yaml ", names("questions", "--only-terms", TERMS)
    yield "yomikae compute contract.yaml --only-terms=terms ", names("questions", "--only-terms", TERMS)
    yield "yomikae explain contract.yaml outage", starting(matters, "outage")
    yield "yomikae explain version/", starting(findings, "version/")
    yield "yomikae explain con", starting(findings | matters, "con") | {"contract.yaml"}
    yield "yomikae new overlay mine --on ", names("channels")
    yield "yomikae new overlay mine --service mail", starting(names("services"), "mail")

    # Where nothing is known, nothing is offered.
    yield "yomikae compute contract.yaml late-charge ", set()
    yield "yomikae effective --as-of ", set()
    yield "yomikae explain contract.yaml late-charge ", set()
    yield "yomikae nothing ", set()


TERMS = pathlib.Path(__file__).resolve().parent.parent / "cases/contract/small-terms"
with tempfile.TemporaryDirectory() as home:
    scratch = pathlib.Path(home)
    folder = scratch / "here"
    for each in (folder, scratch / "bin", scratch / "functions"):
        each.mkdir()
    (scratch / "bin/yomikae").symlink_to(PROGRAM)
    (folder / "terms").symlink_to(TERMS)
    for file in ("contract.yaml", "of mine.yaml"):
        (folder / file).touch()
    environment = {"PATH": f"{scratch / 'bin'}:{os.environ['PATH']}", "HOME": home, "LC_ALL": "C.UTF-8", "TERM": "dumb"}
    lines = list(half_typed_lines())
    for shell, terminal in shells(scratch, folder, environment):
        for line, wanted in lines:
            got = [word.rstrip("/=").split("=")[-1] for word in terminal.offered(line)]
            if line.endswith(" "):  # zsh offers the options too, where no other word can follow
                got = [word for word in got if not word.startswith("-")]
            if len(got) != len(set(got)) or set(got) != wanted:
                PROBLEMS.append(f"{shell}: {line}<TAB> offers {sorted(got)}, not {sorted(wanted)}")
print("\n".join(PROBLEMS))
print(f"{len(lines)} lines, {len(PROBLEMS)} problems")
sys.exit(1 if PROBLEMS else 0)
