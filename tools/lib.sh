# shellcheck shell=bash
# What the launchers share: the repository's root, the packages, the build. Sourced by its absolute path.
# Everything said here goes to standard error, and only when something is done. What fails ends with status 2.

root=${BASH_SOURCE[0]%/*/*}

say() { printf '%s: %s\n' "${0##*/}" "$*" >&2; }

fail() {
  say "$*"
  exit 2
}

# logged LOG WHAT COMMAND...: runs the command with its output appended to LOG; shows the log's tail when it fails.
# The user's standard input is the program's, so no command run here may read it.
logged() {
  local log=$1 what=$2 status=0
  shift 2
  if [[ -t 2 ]]; then
    NINJA_STATUS='[%f/%t] ' "$@" </dev/null 2>&1 | tee -a -- "$log" | show_steps
    status=${PIPESTATUS[0]}
  else
    "$@" </dev/null >>"$log" 2>&1 || status=$?
  fi
  if ((status != 0)); then
    tail -n 40 -- "$log" >&2
    fail "$what failed (status $status); the whole log: $log"
  fi
}

# On a terminal, ninja's counter on one line that is wiped at the end.
show_steps() {
  local line
  while IFS= read -r line; do
    if [[ $line =~ ^\[[0-9]+/[0-9]+\] ]]; then printf '\r%s ' "${BASH_REMATCH[0]}" >&2; fi
  done
  printf '\r\033[K' >&2
}

# packages SECTION: the packages that tools/packages.txt lists for it, one a line.
packages() {
  local line inside=
  while IFS= read -r line; do
    if [[ $line =~ ^'# for '(.*):$ ]]; then
      inside=
      if [[ ", ${BASH_REMATCH[1]}, " == *", $1, "* ]]; then inside=yes; fi
    elif [[ -n $inside ]]; then
      line=${line%%#*}
      line=${line//[[:space:]]/}
      if [[ -n $line ]]; then printf '%s\n' "$line"; fi
    fi
  done <"$root/tools/packages.txt"
}

# need_packages SECTION...: installs what is missing of the packages of these sections.
need_packages() {
  local section wanted=() missing=() name status found=' '
  for section; do
    while IFS= read -r name; do wanted+=("$name"); done < <(packages "$section")
  done
  ((${#wanted[@]})) || fail "tools/packages.txt has no section for: $*"
  if ! command -v dpkg-query >/dev/null; then
    say "not a Debian system: what tools/packages.txt lists for $1 has to be there already"
    return
  fi
  while IFS=' ' read -r name status; do
    if [[ $status == installed ]]; then found+="$name "; fi
  done < <(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "${wanted[@]}" 2>/dev/null)
  for name in "${wanted[@]}"; do
    if [[ $found != *" $name "* ]]; then
      missing+=("$name")
      found+="$name "
    fi
  done
  if ((${#missing[@]})); then install_packages "${missing[@]}"; fi
}

install_packages() {
  local as_root=() log
  if ((EUID != 0)); then
    command -v sudo >/dev/null ||
      fail "these packages are missing, and neither root nor sudo is here to install them: apt-get install $*"
    as_root=(sudo)
    sudo -n true 2>/dev/null || say "sudo may ask for a password to install: $*"
    sudo -v || fail "sudo refused; install by hand: apt-get install $*"
  fi
  say "installing $*"
  mkdir -p -- "$root/build" || fail "cannot write to $root/build"
  log=$root/build/packages.log
  : >"$log" || fail "cannot write $log"
  as_root+=(env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300)
  # An update that fails (a mirror is away) is no reason to stop: the lists at hand may do.
  "${as_root[@]}" update </dev/null >>"$log" 2>&1 || say "apt-get update failed; going on with the lists at hand"
  logged "$log" "installing $*" "${as_root[@]}" install -y --no-install-recommends "$@"
}

# is_built PRESET TARGET: whether nothing the program is made of has changed since `build` made it here. Directories count
# too, so that a file taken away is noticed.
is_built() {
  local stamp=$root/build/$1/.built-$2 newer
  [[ -f $stamp && $(<"$stamp") == "$root" ]] || return 1
  newer=$(find "$root/engine" "$root/tools" "$root/CMakeLists.txt" "$root/CMakePresets.json" \
    -newer "$stamp" -print -quit 2>/dev/null) || return 1
  [[ -z $newer ]]
}

# configure PRESET YES|NO: with the tests, or as it was configured before, at first without (their packages may be missing).
configure() {
  local preset=$1 tests=$2 dir=$root/build/$1 cache=$root/build/$1/CMakeCache.txt args=() home=
  if [[ -f $cache ]]; then home=$(sed -n 's/^CMAKE_HOME_DIRECTORY:INTERNAL=//p' "$cache"); fi
  if [[ -n $home && $home != "$root" ]]; then args+=(--fresh); fi # the repository was moved or copied
  if [[ $tests == yes ]]; then
    args+=(-DYOMIKAE_TESTS=ON)
    if [[ $home == "$root" && -f $dir/build.ninja ]] && grep -q '^YOMIKAE_TESTS:[A-Z]*=ON$' "$cache"; then return; fi
  else
    if [[ $home == "$root" && -f $dir/build.ninja ]]; then return; fi
    if [[ $home != "$root" ]]; then args+=(-DYOMIKAE_TESTS=OFF); fi
  fi
  say "configuring $preset"
  logged "$dir.log" "configuring $preset" cmake -S "$root" --preset "$preset" "${args[@]}"
}

# build PRESET [TARGET]: configures where needed and builds the target, or everything with the tests. One at a time: who
# comes second waits and finds the work done.
build() {
  local preset=$1 target=${2:-all} dir=$root/build/$1 tests=yes lock
  if [[ $target != all ]]; then tests=no; fi
  mkdir -p -- "$dir" || fail "cannot write to $root/build"
  exec {lock}>"$dir.lock" || fail "cannot write $dir.lock"
  flock -n "$lock" || {
    say "waiting for another build"
    flock "$lock"
  }
  : >"$dir.log"
  configure "$preset" "$tests"
  # The stamp bears the time before the build: a file saved while it runs is built next time.
  printf '%s\n' "$root" >"$dir/.building-$target"
  if [[ $(ninja -C "$dir" -n "$target" 2>&1 </dev/null) != *'no work to do'* ]]; then
    say "building $preset ($target)"
    logged "$dir.log" "building $preset" cmake --build "$dir" --target "$target"
  fi
  mv -f -- "$dir/.building-$target" "$dir/.built-$target"
  exec {lock}>&-
}
