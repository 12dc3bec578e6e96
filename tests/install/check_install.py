#!/usr/bin/env python3
"""check_install.py ROOT BUILD PROGRAM CMAKE [ARGUMENT ...]: what `cmake --install` puts down works wherever it is moved.

The build is installed into a new prefix, and the prefix is moved. There the program answers from an empty folder as the
built one does, by the terms of its own prefix and by no others; and a program outside the tree (consumer/) is configured
with the ARGUMENTs, finds the package, and sees the same terms.
"""
import filecmp
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT, BUILD, PROGRAM = (pathlib.Path(word) for word in sys.argv[1:4])
CMAKE, ARGUMENTS = sys.argv[4], sys.argv[5:]
FOLDERS = ["overlays", "iij", "itscom", "usen"]
COMPLETIONS = {"bash": "bash-completion/completions/yomikae", "zsh": "zsh/site-functions/_yomikae",
               "fish": "fish/vendor_completions.d/yomikae.fish"}
MATTERS = ["customer-termination", "jurisdiction", "late-charge"]  # every channel lays down something on them
SECONDS = 300
PROBLEMS = []


def expect(holds, words):
    if not holds:
        PROBLEMS.append(words)


def run(*words, cwd=None):
    environment = {name: value for name, value in os.environ.items() if name not in ("DESTDIR", "CMAKE_PREFIX_PATH")}
    return subprocess.run([str(word) for word in words], cwd=cwd, env=environment, capture_output=True, timeout=SECONDS,
                          text=True, check=False)


def must(*words):
    done = run(*words)
    if done.returncode != 0:
        sys.exit(f"{' '.join(str(word) for word in words)}: status {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def files(folder):
    return sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())


def check_terms(prefix):
    for name in FOLDERS:
        source, installed = ROOT / name, prefix / "share/yomikae" / name
        expect(files(source) == files(installed), f"share/yomikae/{name} holds other files than {name}")
        _, *differ = filecmp.cmpfiles(source, installed, [str(path) for path in files(source)], shallow=False)
        expect(not any(differ), f"share/yomikae/{name}: not as in {name}: {differ}")


def check_nothing_points_back(prefix, first):
    for path in prefix.rglob("*.cmake"):
        text = path.read_text(encoding="utf-8")
        for place in (ROOT, BUILD, first):
            expect(str(place) not in text, f"{path.relative_to(prefix)} names {place}")


def check_program(prefix, empty):
    program = prefix / "bin/yomikae"
    link = empty.parent / "link"
    link.symlink_to(program)
    for example in sorted(prefix.glob("share/yomikae/*/examples/standard.yaml")):
        built = run(PROGRAM, "effective", example, cwd=empty)
        expect(built.returncode in (0, 1), f"the built program on {example}: {built.stderr}")
        for installed in (program, link):
            done = run(installed, "effective", example, cwd=empty)
            expect((done.returncode, done.stdout, done.stderr) == (built.returncode, built.stdout, built.stderr),
                   f"{installed.name} effective {example} differs: {done.stdout[:400]}{done.stderr}")
    overlays = prefix / "share/yomikae/overlays"
    overlays.rename(empty.parent / "aside")
    done = run(program, "list", "matters", cwd=empty)
    expect(done.returncode == 2 and str(overlays) in done.stderr, f"without {overlays} it said: {done.stderr}")
    (empty.parent / "aside").rename(overlays)


def check_completions(prefix):
    for shell, path in COMPLETIONS.items():
        installed = (prefix / "share" / path).read_text(encoding="utf-8")
        expect(installed == must(PROGRAM, "completion", shell), f"share/{path} is not what `completion {shell}` writes")


def check_library(prefix, build):
    must(CMAKE, "-S", ROOT / "tests/install/consumer", "-B", build, f"-DCMAKE_PREFIX_PATH={prefix}", *ARGUMENTS)
    must(CMAKE, "--build", build)
    for example in sorted(prefix.glob("share/yomikae/*/examples/standard.yaml")):
        done = run(prefix / "bin/yomikae", "effective", example, "--only", "matters", "--format", "json")
        rows = {row["matter"]: row for row in json.loads(done.stdout)["matters"] if not row["scope"]}
        for matter in MATTERS:
            source = rows[matter]["source"]
            sentence = f":{source['sentence']}" if "sentence" in source else ""
            wanted = f"{source['document']}#{source['provision']}{sentence} {rows[matter]['display']}\n"
            got = must(build / "consumer", example, matter)
            expect(got == wanted, f"{matter} of {example}: the consumer says {got}, the program {wanted}")


with tempfile.TemporaryDirectory() as scratch:
    folder = pathlib.Path(scratch).resolve()
    first, moved, empty = folder / "first", folder / "moved to", folder / "empty"
    empty.mkdir()
    must(CMAKE, "--install", BUILD, "--prefix", first)
    shutil.move(first, moved)
    check_terms(moved)
    check_nothing_points_back(moved, first)
    check_program(moved, empty)
    check_completions(moved)
    check_library(moved, folder / "consumer")
    expect(not any(empty.iterdir()), "the program left something in the folder it ran in")
print("\n".join(PROBLEMS))
print(f"{len(PROBLEMS)} problems")
sys.exit(1 if PROBLEMS else 0)
