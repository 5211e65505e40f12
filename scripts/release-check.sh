#!/usr/bin/env bash
# Before a version is handed out: the audit of the mechanisms on secure bits, which takes minutes and so is no part of ./test.
# Ends 0 when every promise holds, 3 when one is broken or the attack sees too little. Options go to the command.
set -euo pipefail
cd "$(dirname "$0")/.."
. ./scripts/build.sh
require_jdk
maven -q -B -ntp package -DskipTests -pl sandbox-provisioner -am
java -jar sandbox-provisioner/target/sandbox-provisioner.jar audit "$@"
