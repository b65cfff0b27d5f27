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
npx vitest run --project node --project browser --reporter=default --reporter=json --outputFile.json=test-results/vitest.json "$@"
