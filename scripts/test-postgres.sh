#!/usr/bin/env bash
# What `npm run test:postgres` runs: whatever of the tests has to do with PostgreSQL, on a server of its own on loopback.
# Those are the files that name it, the contract suites of both stores among them (their SQLite halves run along).
set -euo pipefail
cd "$(dirname "$0")/.."
export NODE_COMPILE_CACHE="$PWD/node_modules/.cache/node"
node scripts/install-test-programs.ts postgres
mapfile -t files < <(grep -rlE 'bothStores|[pP]ostgres' test --include='*.test.ts' | grep -v '\.long\.test\.ts$' | sort)
npx vitest run --project node "${files[@]}" "$@"
