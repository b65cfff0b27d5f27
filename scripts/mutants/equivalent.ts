/** Mutants that no test can notice, since what they say is the same; each with the reason. */
export const equivalent: readonly { readonly file: string; readonly what: string; readonly reason: string }[] = [
  ...['noble', 'wasm'].map((name) => ({
    file: `src/protocol/arithmetic/${name}-group.ts`,
    what: 'point && outside(point) → point || outside(point)',
    reason: 'a point is the same seen from outside',
  })),
  {
    file: 'src/protocol/arithmetic/noble-group.ts',
    what: 'generatorExponent === 0n → false',
    reason: 'the neutral point added is nothing added',
  },
  {
    file: 'src/protocol/arithmetic/noble-group.ts',
    what: 'index < windowCount → index <= windowCount',
    reason: 'a window more, which no exponent reaches',
  },
  ...['digit > windowHalf → digit >= windowHalf', 'digit < 0 → digit <= 0'].map((what) => ({
    file: 'src/protocol/arithmetic/noble-group.ts',
    what,
    reason: 'half a window may be added or taken off the next, and no digit adds nothing',
  })),
  {
    file: 'src/protocol/arithmetic/wasm-instance.ts',
    what: 'index < 4 → index <= 4',
    reason: 'a word more is written where nothing is read before it is written again',
  },
  {
    file: 'src/protocol/arithmetic/wasm-instance.ts',
    what: 'start < list.length → start <= list.length',
    reason: 'a last chunk without points gives nothing',
  },
  ...['last → true', "last?.hash ?? '' → last?.hash"].map((what) => ({
    file: 'src/protocol/verify/verify-record.ts',
    what,
    reason: 'a record without events was refused before',
  })),
  {
    file: 'src/protocol/verify/verify-record.ts',
    what: 'tally ?? encryptedTally(group, noCells(group, election)) → tally',
    reason: 'decryptions stand behind the end of ballots, where there is a tally',
  },
  {
    file: 'src/protocol/verify/verify-tally.ts',
    what: 'factors.ok → true',
    reason: 'factors that are undefined are none',
  },
  ...[
    'data === undefined || owned === undefined → false',
    'data === undefined || owned === undefined → data === undefined && owned === undefined',
  ].map((what) => ({
    file: 'src/protocol/verify/verify-tally.ts',
    what,
    reason: 'a decryption without its two files was refused before',
  })),
  {
    file: 'src/protocol/verify/verify-setup.ts',
    what: 'setup?.files.map(({ content }) => content) ?? [] → setup?.files.map(({ content }) => content)',
    reason: 'a record without its setup was refused before',
  },
  {
    file: 'src/protocol/encoding/json.ts',
    what: 'text === undefined → false',
    reason: 'JSON.parse refuses what is no text, too',
  },
  {
    file: 'src/protocol/ceremony/spoken-code.ts',
    what: 'latest?.stretched !== stretched → true',
    reason: 'the same code, only made again',
  },
  {
    file: 'src/protocol/ceremony/spoken-code.ts',
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
    ['src/protocol/ballot/boxed-ballot.ts', "utf8Text(content) ?? '' → utf8Text(content)"],
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
  ...['a.key > b.key → false', 'a.key > b.key → a.key <= b.key'].map((what) => ({
    file: 'src/protocol/ballot/credential.ts',
    what,
    reason: 'a sort asks only whether one stands before another, and that is answered before',
  })),
  {
    file: 'src/protocol/ballot/credential.ts',
    what: "text.match(/../g)?.reverse().join('') ?? '' → text.match(/../g)?.reverse().join('')",
    reason: 'only an empty text has no pairs of digits, and that is no credential',
  },
  {
    file: 'src/protocol/ballot/read-ballot.ts',
    what: 'text === undefined → false',
    reason: 'what is no text is no canonical JSON either',
  },
  {
    file: 'src/protocol/ballot/read-ballot.ts',
    what: "typeof value === 'string' → true",
    reason: 'no group reads what is no text',
  },
];
