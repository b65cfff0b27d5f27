/** What `npm run test:fast` runs: domain, protocol, contract, programs of people, papers, and the server's quick tests. */
export const fastTests: readonly string[] = [
  'test/{walls,map,type-names}.test.ts',
  'test/{domain,protocol,contract,client,print}/**/*.test.ts',
  'test/server/{kit,lists,spreadsheets}/**/*.test.ts',
  'test/server/store/*.contract.test.ts',
  'test/server/{sessions,decisions,papers,templates,problem-sentences}.test.ts',
];

/** What it leaves out of these, since it takes longest. */
export const slowTests: readonly string[] = [
  'test/domain/roster/list-growth.test.ts',
  'test/print/marked-font.test.ts',
  'test/protocol/{fuzz.node,record-attacks,verify-elections,verify-with-hints,decryption-attack,invalid-archives}.test.ts',
  'test/protocol/ballot/{ballot,check-ballots,false-ballots}.test.ts',
  'test/protocol/arithmetic/wasm-{module.node,group}.test.ts',
  'test/server/lists/hostile-lists.test.ts',
  'test/server/store/{audit,invitations}.contract.test.ts',
];
