#!/usr/bin/env bash
# Sets everything up and builds Kroniek: the program and, of the articles in seeds/, the page.
#
#   ./build.sh                    dist/kroniek.html and dist/site/
#   ./build.sh serve              the same, and serves the site on this machine
#   ./build.sh test               the same, and runs all tests
#   ./build.sh fuzz [MINUTES]     tries files, queries and archives that chance changes, for an hour or as long as it is told
#   ./build.sh bench              the same, and measures sizes and times
#   ./build.sh bench peers        the same beside other engines, which it installs; --corpus NAME, --peer NAME: see bench/README.md
#   --corpus FOLDER               another folder than seeds/
#   --title TEXT                  the title of the page; the folder's name when left out
set -euo pipefail
invoked_from=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")"

usage() { sed -n '2,11s/^# \{0,1\}//p' build.sh; }
stop() { printf 'build.sh: %s\n' "$*" >&2; exit 1; }

task=build
corpus=seeds
title=
minutes=60
beside=()
while (($#)); do
  case $1 in
    build | serve | test | bench) task=$1 ;;
    fuzz)
      task=fuzz
      if [[ ${2:-} =~ ^[0-9]+$ ]]; then minutes=$2; shift; fi ;;
    peers)
      [[ $task == bench ]] || { echo "build.sh: peers belongs to bench. See ./build.sh --help" >&2; exit 2; }
      # What follows is for the comparison.
      task=peers beside=("${@:2}")
      break ;;
    --corpus)
      (($# > 1)) || { echo "build.sh: --corpus needs a folder" >&2; exit 2; }
      case $2 in /*) corpus=$2 ;; *) corpus=$invoked_from/$2 ;; esac
      shift ;;
    --title)
      (($# > 1)) || { echo "build.sh: --title needs a text" >&2; exit 2; }
      title=$2
      shift ;;
    -h | --help) usage; exit 0 ;;
    *) echo "build.sh: what is $1? See ./build.sh --help" >&2; exit 2 ;;
  esac
  shift
done
[[ -d $corpus ]] || stop "$corpus is not a folder"

# ---- what has to be there -------------------------------------------------------------------------------------------

# at_least HAVE WANT: compares major.minor
at_least() {
  local have=(${1//./ }) want=(${2//./ })
  ((have[0] > want[0] || (have[0] == want[0] && ${have[1]:-0} >= ${want[1]:-0})))
}
# version PROGRAM: the first number with a dot that it prints about itself; it may print to either stream
version() { "$1" --version 2>&1 | grep -oE '[0-9]+\.[0-9]+' | head -n 1 || true; }
# need PROGRAM VERSION WHERE
need() {
  command -v "$1" >/dev/null || stop "$1 is missing: install $3"
  local have
  have=$(version "$1")
  at_least "${have:-0.0}" "$2" || stop "$1 is $have, $2 or later is needed: install $3"
}

prerequisites() {
  need cargo 1.88 "Rust with rustup, from https://rustup.rs (or run: rustup update)"
  need node 20.11 "Node 20.11 or later, from https://nodejs.org"
  command -v npm >/dev/null || stop "npm is missing: install Node 20.11 or later with npm, from https://nodejs.org"
  need python3 3.8 "Python 3, from https://www.python.org"
  local library
  library=$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown
  if [[ ! -d $library ]]; then
    command -v rustup >/dev/null || stop "Rust lacks the target wasm32-unknown-unknown and rustup, which would add it, is missing: install rustup, from https://rustup.rs"
    rustup target add wasm32-unknown-unknown || stop "the target wasm32-unknown-unknown could not be added: run: rustup target add wasm32-unknown-unknown"
  fi
}

packages() {
  # npm takes seconds even when it has nothing to do.
  if ! cmp -s package-lock.json node_modules/.installed-from; then
    npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
    cp package-lock.json node_modules/.installed-from
  fi
}

# ---- the build ------------------------------------------------------------------------------------------------------

quiet=--quiet
[[ -t 2 ]] && quiet=
engine=target/wasm32-unknown-unknown/engine/kroniek.wasm

build() {
  # The tools look for everything below target/.
  export CARGO_TARGET_DIR=$PWD/target
  prerequisites
  packages
  cargo build $quiet --locked --profile tool --package kroniek-bindgen
  # As a cdylib alone: beside an rlib there is no link-time optimisation, and the engine would be twice as large.
  cargo rustc $quiet --locked --profile engine --target wasm32-unknown-unknown --lib --crate-type cdylib
  node www/build.mjs "$engine"
  cargo build $quiet --locked --release --bin kroniek
  # "seeds" says nothing to a reader.
  [[ $corpus != seeds ]] || title=${title:-Kroniek}
  target/release/kroniek build "$corpus" --out dist ${title:+--title "$title"} >/dev/null
}

report() {
  echo "dist/kroniek.html  the page as one file: double-click it, or send it to someone"
  echo "dist/site/         the page as a site: put it on any static host, under any path; ./build.sh serve shows it"
}

# ---- the tasks ------------------------------------------------------------------------------------------------------

serve() { exec python3 tools/serve.py dist/site; }

# A browser may be named by CHROMIUM or FIREFOX, as on a machine that has it outside the PATH.
browsers() {
  local missing=()
  [[ -n ${CHROMIUM:-} ]] || command -v chromium chromium-browser google-chrome google-chrome-stable >/dev/null || missing+=(chromium)
  [[ -n ${FIREFOX:-} ]] || command -v firefox-esr firefox >/dev/null || missing+=(firefox-esr)
  ((${#missing[@]})) || return 0
  local as_root=()
  if ((EUID)); then as_root=(sudo -n); fi
  if command -v apt-get >/dev/null && { ((EUID == 0)) || sudo -n true 2>/dev/null; }; then
    "${as_root[@]}" apt-get update -qq || true
    DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -qq -y --no-install-recommends "${missing[@]}" >/dev/null &&
      return 0
  fi
  stop "the tests need a browser that is not here: install ${missing[*]}, or name it: CHROMIUM=… FIREFOX=… ./build.sh test"
}

failed=()
# step NAME COMMAND…: runs it, says how long it took, and remembers whether it failed
step() {
  local name=$1 begun=$SECONDS
  shift
  echo "── $name"
  "$@" || failed+=("$name")
  echo "   $((SECONDS - begun)) s"
}

tests() {
  echo "built in $SECONDS s"
  # It makes the next change compile faster, and everything at once slower.
  export CARGO_INCREMENTAL=0
  browsers
  [[ -n ${KRONIEK_DATA:-} ]] || echo "KRONIEK_DATA is not set: what is measured on other collections than seeds/ is left out"
  step "format" cargo fmt --all --check
  step "lints" cargo clippy --quiet --locked --all-targets -- -D warnings
  step "lints of the engine" cargo clippy --quiet --locked --lib --target wasm32-unknown-unknown -- -D warnings
  step "docs" env RUSTDOCFLAGS="-D warnings" cargo doc --quiet --locked --no-deps --document-private-items
  # Twenty seconds for each property that is fuzzed, two at a time: about a minute in all.
  step "library and program" env KRONIEK_FUZZ_SECONDS="${KRONIEK_FUZZ_SECONDS:-20}" cargo test --quiet --locked
  step "types of the page" node node_modules/typescript/bin/tsc --project .
  local files=()
  while IFS= read -r file; do files+=("$file"); done < <(find tests -name '*.test.mjs' | LC_ALL=C sort)
  # Two files at a time: much of a test is waiting. With more, browsers wait for each other. A file that hangs fails after twenty minutes.
  if ((${#files[@]})); then
    step "page and program" node --test --test-concurrency=2 --test-timeout=1200000 --test-reporter=spec "${files[@]}"
  fi
  if ((${#failed[@]})); then
    printf 'failed: %s\n' "${failed[@]}" >&2
    exit 1
  fi
  echo "all tests passed"
}

# Each property has its share of the time, and as many are tried at once as there are processors.
fuzz() {
  prerequisites
  local properties=5 processors
  processors=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)
  ((processors < properties)) || processors=$properties
  local rounds=$(((properties + processors - 1) / processors))
  KRONIEK_FUZZ_SECONDS=$((minutes * 60 / rounds)) \
    cargo test $quiet --locked --profile fuzz --test fuzz -- --nocapture --test-threads "$processors"
}

bench() {
  # What was dated by hand; says so itself where KRONIEK_DATA has none of it.
  cargo test --quiet --locked --release --test time_measures -- --nocapture --test-threads 1
  node www/build.mjs "$engine" --names
  node bench/sizes.mjs
  node bench/speed.mjs
  node bench/compounds.mjs
  node bench/spelling.mjs
  cargo bench $quiet --locked --bench archive
  node bench/latency.mjs
  python3 bench/fts5.py
}

# The other engines have a package list of their own: nobody else has to install them.
peers() {
  if ! cmp -s bench/peers/package-lock.json bench/peers/node_modules/.installed-from; then
    npm ci --prefix bench/peers --ignore-scripts --no-audit --no-fund --loglevel=error
    cp bench/peers/package-lock.json bench/peers/node_modules/.installed-from
  fi
  node bench/peers/run.mjs ${beside[@]+"${beside[@]}"}
}

# The library alone is tried: there is no page to make.
[[ $task != fuzz ]] || { fuzz; exit; }
build
case $task in
  build) report ;;
  serve) report; serve ;;
  test) tests ;;
  bench) bench ;;
  peers) peers ;;
esac
