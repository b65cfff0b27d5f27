#!/usr/bin/env bash
# Everything `npm test` runs: what the machine lacks is installed first, then the checks, then all tests.
set -euo pipefail
cd "$(dirname "$0")/.."
bash scripts/install-test-programs.sh
npm run check
npm run build
mkdir -p test-results
npx vitest run --reporter=default --reporter=json --outputFile.json=test-results/vitest.json "$@"
