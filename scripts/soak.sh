#!/usr/bin/env bash
# Leads whole projects through while application, agents and database are killed: scripts/soak.sh [DIRECTORY [PROJECTS [SEED]]]
# Starts clean in DIRECTORY (default: target/soak), which must not exist yet, unless an earlier soak made it; 500 projects.
# DARI_SOAK_KILLS is the number of seconds between two kills (120; 0 for none). Ends with 1 when anything is wrong.
# docs/soak.md tells more.
set -euo pipefail
cd "$(dirname "$0")/.."
. ./scripts/build.sh
require_jdk

directory=${1:-target/soak}
maven -q -B -ntp test-compile dependency:build-classpath -Dmdep.outputFile=target/soak.classpath -Dmdep.includeScope=test \
  -pl marketplace-app -am
exec java -Xmx256m -Djava.awt.headless=true \
  -cp "$PWD/marketplace-app/target/test-classes:$PWD/marketplace-app/target/classes:$(cat marketplace-app/target/soak.classpath)" \
  dari.soak.Soak "$directory" "${@:2}"
