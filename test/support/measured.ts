/**
 * The tests over which `npm test` takes the coverage of protocol, domain, programs of people and pages' state: those that
 * call them in their own process, without a browser. They run apart, so that the others pay nothing for it.
 */
export const measuredTests: readonly string[] = [
  'test/{domain,client}/**/*.test.ts',
  'test/protocol/{arithmetic,ballot,encoding,proofs,record,tally,verify}/*.test.ts',
  'test/protocol/{ballot-attacks,decryption-attack,key-ceremony,key-ceremony-refusals,key-ceremony-vectors}.test.ts',
  'test/protocol/{record-attacks,invalid-archives,verify-elections,verify-with-hints,verify-with-wasm}.test.ts',
  'test/protocol/{weak-decryption,weak-fiat-shamir,whole-vote}.test.ts',
  'test/server/{half-term,lists,plans}/*.test.ts',
  'test/server/store/*.contract.test.ts',
  'test/server/{accounts,committee-roster,committees,correct-name,decisions,invitations}.test.ts',
  'test/server/{random-imports,reorganisation,roll,sessions}.test.ts',
  'test/server/{results/roll-up,spreadsheets/lists-of-offices}.test.ts',
  'test/web/{console-steps,keying,teller-stage,voting-stage}.test.ts',
];
