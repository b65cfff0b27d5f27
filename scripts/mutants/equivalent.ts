/** Mutants that no test can notice, since what they say is the same; each with the reason. */
export const equivalent: readonly { readonly file: string; readonly what: string; readonly reason: string }[] = [
  {
    file: 'src/protocol/encoding/json.ts',
    what: 'text === undefined → false',
    reason: 'JSON.parse refuses what is no text, too',
  },
  {
    file: 'src/protocol/ceremony/ceremony-hash.ts',
    what: 'latest?.stretched !== stretched → true',
    reason: 'the same code, only made again',
  },
  {
    file: 'src/protocol/ceremony/ceremony-hash.ts',
    what: 'digits.match(/.{4}/g) ?? [] → digits.match(/.{4}/g)',
    reason: 'twenty digits hold five groups',
  },
  ...['key → true', "'verification-key' → ''"].map((what) => ({
    file: 'src/protocol/ceremony/ceremony-parameters.ts',
    what,
    reason: 'there are as many keys as certificates by then; this stands there for the compiler',
  })),
  {
    file: 'src/protocol/ceremony/coefficients.ts',
    what: 'first?.points ?? [] → first?.points',
    reason: 'no ceremony is without trustees',
  },
  {
    file: 'src/protocol/ceremony/decryption-key.ts',
    what: 'opened.ok → true',
    reason: 'what could not be opened has no text, and what is read of none is nothing',
  },
  {
    file: 'src/protocol/ceremony/single-trustee.ts',
    what: "'single' → ''",
    reason: 'whatever is not signed is read as a single one',
  },
  ...["'too-few-shares' → ''", 'tally && factors → true', 'tally && factors → tally || factors'].map((what) => ({
    file: 'src/protocol/verify/verify-record.ts',
    what,
    reason: 'no way leads here: it stands there for a mistake that somebody may make later',
  })),
  ...[
    ['src/protocol/ceremony/certificate.ts', "signed?.message ?? '' → signed?.message"],
    ['src/protocol/ceremony/trustee-key.ts', "text ?? '' → text"],
    ['src/protocol/record/election.ts', "readText(fields.public_key) ?? '' → readText(fields.public_key)"],
    ['src/protocol/record/read-record.ts', "utf8Text(content) ?? '' → utf8Text(content)"],
  ].map(([file = '', what = '']) => ({ file, what, reason: 'neither the empty text nor none has the form asked for' })),
  {
    file: 'src/protocol/record/read-record.ts',
    what: 'hash === undefined || kind === undefined → hash === undefined && kind === undefined',
    reason: 'one expression finds both or neither',
  },
  {
    file: 'src/protocol/tally/read-encrypted-tally.ts',
    what: "readText(text) ?? '' → readText(text)",
    reason: 'neither the empty text nor none is a point',
  },
  {
    file: 'src/protocol/ballot/ballot-head.ts',
    what: 'uuid === undefined || credential === undefined → uuid === undefined && credential === undefined',
    reason: 'one expression finds both or neither',
  },
  {
    file: 'src/protocol/proofs/range-proof.ts',
    what: 'zero === undefined || one === undefined → zero === undefined && one === undefined',
    reason: 'a list of two is read whole or not at all',
  },
  ...['a.key < b.key → a.key <= b.key', 'a.key > b.key → true', 'a.key > b.key → a.key >= b.key'].map((what) => ({
    file: 'src/protocol/ballot/credential.ts',
    what,
    reason: 'no two credentials are equal: readCredentials refuses such a list',
  })),
];
