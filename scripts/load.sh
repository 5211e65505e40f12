#!/usr/bin/env bash
# Measures every list page at 100,000 offers and 20,000 applications: scripts/load.sh [DIRECTORY [ROUNDS [PART OF A PAGE'S NAME]]]
# Seeds DIRECTORY (default: target/load), which must not exist yet, unless this command has filled it before.
# Ends with 1 when a page needs more than 150 ms of server time at the 95th percentile. docs/load.md tells more.
set -euo pipefail
cd "$(dirname "$0")/.."
. ./scripts/build.sh
require_jdk

directory=${1:-target/load}
maven -q -B -ntp test-compile dependency:build-classpath -Dmdep.outputFile=target/load.classpath -Dmdep.includeScope=test \
  -pl marketplace-app -am
run() {
  java -Xmx1536m -Djava.awt.headless=true \
    -cp "marketplace-app/target/test-classes:marketplace-app/target/classes:$(cat marketplace-app/target/load.classpath)" \
    dari.load.Load "$@"
}
run seed "$directory" "${DARI_LOAD_SHARE:-1}" "${DARI_LOAD_SEED:-1}"
run walk "$directory" "${@:2}"
