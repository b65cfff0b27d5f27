/** What is mutated together, and the test files that have to notice, the quickest first. */
export interface Area {
  readonly sources: string;
  readonly tests: readonly string[];
}

export const areas: Readonly<Record<string, Area>> = {
  session: { sources: 'src/domain/session/*.ts', tests: ['test/domain/session/*.test.ts'] },
  encoding: {
    sources: 'src/protocol/encoding/*.ts',
    tests: ['test/protocol/encoding/*.test.ts', 'test/protocol/record/{description,record}.test.ts'],
  },
  arithmetic: {
    sources:
      'src/protocol/arithmetic/{fixed-base,noble-batches,noble-group,random,scalar,wasm-exports,wasm-group,wasm-instance}.ts',
    tests: [
      'test/protocol/arithmetic/{random,scalar}.test.ts',
      'test/protocol/arithmetic/fixed-base.test.ts',
      'test/protocol/arithmetic/{noble,wasm}-group.test.ts',
      'test/protocol/ballot/check-ballots.test.ts',
    ],
  },
  ceremony: {
    sources: 'src/protocol/ceremony/*.ts',
    tests: [
      'test/protocol/key-ceremony-refusals.test.ts',
      'test/protocol/key-ceremony.test.ts',
      'test/protocol/key-ceremony-vectors.test.ts',
    ],
  },
  proofs: {
    sources: 'src/protocol/{proofs,ballot}/*.ts',
    tests: [
      'test/protocol/proofs/*.test.ts',
      'test/protocol/ballot/{credential,reading-ballots}.test.ts',
      'test/protocol/record/hints-file.test.ts',
      'test/protocol/tally/combine.test.ts',
      'test/protocol/whole-vote.test.ts',
      'test/protocol/decryption-attack.test.ts',
      'test/protocol/ballot-attacks.test.ts',
      'test/protocol/ballot/check-ballots.test.ts',
      'test/protocol/ballot/ballot.test.ts',
      'test/protocol/ballot/check-ballots.test.ts',
      'test/protocol/weak-fiat-shamir.test.ts',
    ],
  },
  tally: {
    sources: 'src/protocol/tally/*.ts',
    tests: [
      'test/protocol/tally/{combine,encrypted-tally,partial-decryption}.test.ts',
      'test/protocol/tally/ballot-sum.test.ts',
      'test/protocol/weak-decryption.test.ts',
      'test/protocol/decryption-attack.test.ts',
    ],
  },
  record: {
    sources: 'src/protocol/record/*.ts',
    tests: [
      'test/protocol/record/*.test.ts',
      'test/protocol/whole-vote.test.ts',
      'test/protocol/record-attacks.test.ts',
    ],
  },
  verify: {
    sources: 'src/protocol/verify/*.ts',
    tests: [
      'test/protocol/verify/*.test.ts',
      'test/protocol/decryption-attack.test.ts',
      'test/protocol/verify-with-hints.test.ts',
      'test/protocol/whole-vote.test.ts',
      'test/protocol/record-attacks.test.ts',
      'test/protocol/verify-elections.test.ts',
      'test/protocol/invalid-archives.test.ts',
    ],
  },
};
