#!/usr/bin/env bash
# Starts ./run as people do and kills it: what is written stays, the second start is cheap, mistakes are told in a line.
# Part of ./test; prints what both starts computed.
set -euo pipefail
cd "$(dirname "$0")/.."
. ./scripts/build.sh
[ -d /proc/self ] || { echo "start-check: counts CPU by /proc, which only Linux has" >&2; exit 4; }

most_percent=85 # of what the first start computed, in the same run: machines differ, and a start that does its work twice is at 100
port=$((20000 + RANDOM % 20000))
export DARI_HOME=$PWD/target/start-check/data
rm -rf target/start-check
mkdir -p target/start-check

fail() {
  echo "start-check: $1" >&2
  tail -n 20 target/start-check/*.log >&2
  exit 1
}

# Waits until ./run says it is ready; $1 names the log.
start() {
  ./run --port "$port" >"target/start-check/$1.log" 2>&1 &
  run=$!
  disown "$run"
  for _ in $(seq 1 3000); do
    ! grep -q "Dari is ready" "target/start-check/$1.log" || return 0
    kill -0 "$run" 2>/dev/null || fail "./run ended before it was ready"
    sleep 0.2
  done
  fail "./run was not ready within ten minutes"
}

# The processes below $1, itself first, by the parent that Linux names as the fourth word of stat.
tree() {
  echo "$1"
  local stat words
  for stat in /proc/[0-9]*/stat; do
    read -r -a words < <(sed 's/(.*) //' "$stat" 2>/dev/null) || continue
    [ "${words[2]}" != "$1" ] || tree "${words[0]}"
  done
}

# CPU seconds of the living processes below ./run and of those that ended and were waited for.
cpu_seconds() {
  local ticks=0 pid fields
  for pid in $(tree "$run"); do
    read -r -a fields < <(sed 's/.*) //' "/proc/$pid/stat") || continue
    ticks=$((ticks + fields[11] + fields[12] + fields[13] + fields[14]))
  done
  echo $((ticks / $(getconf CLK_TCK)))
}

# $1 path; the answer's body
get() {
  exec 3<>"/dev/tcp/127.0.0.1/$port"
  printf 'GET %s HTTP/1.0\r\nHost: localhost\r\nAccept-Language: ko\r\n\r\n' "$1" >&3
  cat <&3
}

trap '[ -z "${run:-}" ] || kill $(tree "$run") 2>/dev/null || true' EXIT

build_application # else the first start would be measured with the build in it, and any second one would do
start first
first=$(cpu_seconds)
offers=$(get /offers | grep -c '/offers/') || fail "the demo shows no offers"

if ./run --port "$port" >target/start-check/twice.log 2>&1; then fail "a second ./run on the same data started"; fi
grep -q "runs already" target/start-check/twice.log || fail "a second ./run did not say that one runs already"

kill -9 $(tree "$run")
start second
cpu=$(cpu_seconds)
[ "$(get /offers | grep -c '/offers/')" = "$offers" ] || fail "offers are gone after kill -9"
[ $((cpu * 100)) -le $((first * most_percent)) ] \
  || fail "the second start took $cpu CPU seconds and the first $first: at most $most_percent % are allowed"

if DARI_HOME=$PWD/target/start-check/other ./run --port "$port" >target/start-check/port.log 2>&1; then
  fail "./run started on a taken port"
fi
grep -q "is taken" target/start-check/port.log || fail "./run did not say that the port is taken"
kill "$run"
for _ in $(seq 1 150); do kill -0 "$run" 2>/dev/null || break; sleep 0.2; done
! kill -0 "$run" 2>/dev/null || fail "./run did not stop within half a minute"
run=
echo "start-check: what was written outlived kill -9; the first start took $first CPU seconds, the second $cpu (at most $most_percent %)"
