#!/usr/bin/env bash
# What `npm run test:fast` runs: an answer within two minutes on two cores. It leaves out browsers, the auditors'
# programs, whole votes, attacks on whole records, and whatever starts the service as a process of its own.
set -euo pipefail
cd "$(dirname "$0")/.."
export NODE_COMPILE_CACHE="$PWD/node_modules/.cache/node"
slow=(
  test/domain/roster/list-growth.test.ts
  test/client/teller-ceremony.test.ts
  test/print/marked-font.test.ts
  test/protocol/{fuzz.node,record-attacks,whole-vote,verify-elections,decryption-attack,key-ceremony,invalid-archives}.test.ts
  test/protocol/ballot/ballot.test.ts
  test/protocol/arithmetic/wasm-{module.node,group}.test.ts
  test/server/lists/hostile-lists.test.ts
  test/server/store/{audit,invitations}.contract.test.ts
)
npx vitest run --project node "${slow[@]/#/--exclude=}" \
  test/walls.test.ts test/map.test.ts test/type-names.test.ts test/domain test/protocol test/contract test/client test/print \
  test/server/{kit,lists,spreadsheets} test/server/store/*.contract.test.ts \
  test/server/{sessions,decisions,papers,templates,problem-sentences}.test.ts "$@"
