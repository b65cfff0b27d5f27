#!/usr/bin/env bash
# What `npm run test:fast` runs: an answer within two minutes on two cores. It leaves out browsers, the auditors'
# programs, attacks on whole records, and whatever starts the service as a process of its own (`test/support/fast.ts`).
# Arguments go to the runner: a part of a file's name runs that file alone.
set -euo pipefail
cd "$(dirname "$0")/.."
export NODE_COMPILE_CACHE="$PWD/node_modules/.cache/node"
TEST_PART=fast npx vitest run --project node "$@"
