#!/usr/bin/env bash
# What `npm run test:long` runs: whole tables and other long repetitions, of which `npm test` runs one of each kind.
# Arguments go to the runner: a part of a file's name runs that file alone.
set -euo pipefail
cd "$(dirname "$0")/.."
export NODE_COMPILE_CACHE="$PWD/node_modules/.cache/node"
node scripts/install-test-programs.ts long
npm run build
npx vitest run --project long "$@"
