#!/usr/bin/env bash
# Everything `npm test` runs: what the machine lacks is installed while the checks run, then come all tests.
set -euo pipefail
cd "$(dirname "$0")/.."
# No summary is of an earlier run.
rm -rf test-results && mkdir test-results
node scripts/install-test-programs.ts &
installing=$!
trap 'kill "$installing" 2>/dev/null || true' EXIT
# Tests start our programs many times: each start finds what Node compiled at the one before.
export NODE_COMPILE_CACHE="$PWD/node_modules/.cache/node"
npm run check
npm run build
wait "$installing"
# Arguments go to the runner: then nothing is measured. All tests run, whatever the first of them say.
status=0
run() {
  npx vitest run --reporter=default --reporter=json --outputFile.json="test-results/$1.json" "${@:2}" || status=$?
}
if [ $# -gt 0 ]; then
  run vitest --project node --project browser "$@"
else
  TEST_PART=measured run measured --project node
  TEST_PART=other run vitest --project node --project browser
fi
exit "$status"
