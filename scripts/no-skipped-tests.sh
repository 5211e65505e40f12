#!/usr/bin/env bash
# A skipped test is a failed run, and so is a run without tests.
set -euo pipefail
cd "$(dirname "$0")/.."
reports=$(find . -path '*/target/*-reports/TEST-*.xml')
[ -n "$reports" ] || { echo "no test ran" >&2; exit 1; }
skipped=$(echo "$reports" | xargs grep -l '<skipped' || true)
[ -z "$skipped" ] || { echo "skipped tests in:" >&2; echo "$skipped" >&2; exit 1; }
