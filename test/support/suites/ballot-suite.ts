import { describe, expect, test } from 'vitest';
import type { Group } from '../../../src/protocol/arithmetic/group.ts';
import { maximumBallotLength } from '../../../src/protocol/ballot/ballot.ts';
import { checkBallot } from '../../../src/protocol/ballot/check-ballot.ts';
import { createBallot, type Marks } from '../../../src/protocol/ballot/create-ballot.ts';
import { createCredential, publicCredential } from '../../../src/protocol/ballot/credential.ts';
import type { BallotRefusal } from '../../../src/protocol/ballot/read-ballot.ts';
import { hexToBase64, sha256Hex } from '../../../src/protocol/encoding/hash.ts';
import { utf8Bytes } from '../../../src/protocol/encoding/utf8.ts';
import { type Election, readElection } from '../../../src/protocol/record/election.ts';
import { anElection } from '../build/elections.ts';
import { repeatableRandom, scalarsInOrder } from '../build/recorded-random.ts';
import { vectorBytes, vectorJson, vectorText } from '../build/vectors.ts';

interface ProverVector {
  readonly election: string;
  readonly credential: string;
  readonly choices: readonly (readonly number[])[];
  readonly randomness: readonly { readonly value: string }[];
  readonly ballot: string;
  readonly tracker: string;
}

interface BallotVector {
  readonly name: string;
  readonly expected: 'accept' | 'reject';
  readonly ballot: string;
}

/** Which check must refuse each recorded ballot, by a beginning of its name; the first that fits counts. */
const reasons: readonly (readonly [RegExp, BallotRefusal])[] = [
  [/^(one answer|one choice) too many|third branch|^blank_proof|in hexadecimal; hash/, 'too-long'],
  [/^extra field in an answer|^extra top-level field|^same key twice/, 'too-long'],
  [/^line feed|^space after|^byte order mark|^key written/, 'not-canonical'],
  [/^extra field|^fields of|^signature missing|^signature field first/, 'wrong-fields'],
  [/^election_hash|^other election_uuid|^valid ballot of another/, 'wrong-election'],
  [/^credential is not in|^credential in upper-case|^credential plus/, 'unknown-credential'],
  [/^exactly the ballot/, 'duplicate-ballot'],
  [/missing with its proof|^one answer missing|^individual proof missing|^empty overall/, 'wrong-counts'],
  [/^(challenge|response|signature response) [+-] q|^response (with|in|as|empty)/, 'invalid-scalar'],
  [/signature kept$|^signature hash of|^valid signature over another/, 'signature-hash'],
  [/^signature (challenge|response) \+ 1|^signed with another/, 'signature'],
  [/^alpha (in|with|not|plus|is)|^beta plus/, 'invalid-point'],
  [/^overall proof|^two choices of one subject|^two answers of one subject/, 'overall-proof'],
  [/./, 'individual-proof'],
];

/** What checking and making ballots must do on every backend of the group. */
export function ballotSuite(name: string, group: Group): void {
  describe(`ballots on ${name}`, async () => {
    const prover = await vectorJson<ProverVector>('prover.json');
    const cases = await vectorJson<BallotVector[]>('invalid-ballots/cases.json');
    const electionText = (await vectorText('invalid-ballots/election.json')).trimEnd();
    const published = await vectorJson<string[]>('invalid-ballots/public_creds.json');
    const credentials = new Set(published.map((entry) => entry.split(',')[0] ?? ''));
    const recorded = election(readElection(group, electionText));
    const inBox = new Set([
      sha256Hex(ballotsOf(await vectorBytes('invalid-ballots/setup-and-one-ballot.bel'))[0] ?? ''),
    ]);

    test('the recorded randomness gives the recorded ballot, byte for byte', () => {
      const vote = election(readElection(group, prover.election));
      const marks = prover.choices.map((values) => (values.includes(1) ? values.indexOf(1) : undefined));
      const random = scalarsInOrder(prover.randomness.map(({ value }) => value));
      const sealed = createBallot(group, vote, prover.credential, marks, random);
      expect(sealed.text).toBe(prover.ballot);
      expect(sealed.tracker).toBe(prover.tracker);
      expect(() => random(32)).toThrow();
    });

    test.each(cases.filter(({ expected }) => expected === 'accept'))('accepted: $name', ({ ballot }) => {
      const check = checkBallot(group, recorded, ballot, { credentials, seen: inBox });
      expect(check).toMatchObject({ ok: true, ballot: { hash: sha256Hex(ballot) } });
      expect(checkBallot(group, recorded, utf8Bytes(ballot), { credentials, seen: inBox }).ok).toBe(true);
    });

    test.each(cases.filter(({ expected }) => expected === 'reject'))('refused: $name', ({ name, ballot }) => {
      const refusal = reasons.find(([pattern]) => pattern.test(name))?.[1];
      const context = { credentials, seen: inBox };
      expect(checkBallot(group, recorded, ballot, context)).toEqual({ ok: false, refusal });
      expect(checkBallot(group, recorded, utf8Bytes(ballot), context)).toEqual({ ok: false, refusal });
    });

    test.each(['single-3subjects', 'single-4answers', 'with-revotes', 'threshold-2of3-gcm', 'threshold-3of5-gcm'])(
      'every ballot that belenios-tool made in %s is accepted',
      async (folder) => {
        const vote = election(readElection(group, (await vectorText(`${folder}/election.json`)).trimEnd()));
        const list = await vectorJson<string[]>(`${folder}/public_creds.json`);
        const context = {
          credentials: new Set(list.map((entry) => entry.split(',')[0] ?? '')),
          seen: new Set<string>(),
        };
        const trackers = (await vectorText(`${folder}/votes.jsonl`))
          .trimEnd()
          .split('\n')
          .map((line) => (JSON.parse(line) as { tracker: string }).tracker);
        const ballots = ballotsOf(await vectorBytes(`${folder}/election.bel`));
        const checks = ballots.map((ballot) => checkBallot(group, vote, ballot, context));
        expect(checks.map((check) => check.ok && hexToBase64(check.ballot.hash))).toEqual(trackers);
      },
    );

    test.each<[string, number[], Marks]>([
      ['three levels, marked, unmarked, marked', [3, 3, 3], [0, undefined, 2]],
      ['one, two and five levels side by side', [1, 2, 5], [0, 1, 4]],
      ['nothing marked at all', [3, 4], [undefined, undefined]],
    ])('what is sealed passes the check: %s', (_, levels, marks) => {
      const vote = anElection(group, levels);
      const credential = createCredential(repeatableRandom(7));
      const sealed = createBallot(group, vote, credential, marks, repeatableRandom(8));
      const signer = publicCredential(group, vote.uuid, credential);
      const check = checkBallot(group, vote, sealed.text, { credentials: new Set([signer]), seen: new Set() });
      expect(check).toMatchObject({ ok: true, ballot: { publicCredential: signer, hash: sha256Hex(sealed.text) } });
      expect(sealed.text.length).toBeLessThanOrEqual(maximumBallotLength(vote));
      expect(sealed.text).not.toContain(credential);
    });
  });
}

function election(reading: ReturnType<typeof readElection>): Election {
  if (!reading.ok) throw new Error(reading.refusal);
  return reading.election;
}

/** The ballots of an archive, found by how they begin: enough here, where the archive itself is not the question. */
function ballotsOf(archive: Uint8Array): string[] {
  return new TextDecoder().decode(archive).match(/\{"election_uuid":.*?\}\}\}/gs) ?? [];
}
