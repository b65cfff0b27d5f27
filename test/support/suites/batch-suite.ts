import { ED25519_TORSION_SUBGROUP, ed25519 } from '@noble/curves/ed25519.js';
import { bytesToNumberLE, numberToBytesLE } from '@noble/curves/utils.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { describe, expect, test, vi } from 'vitest';
import type { Group } from '../../../src/protocol/arithmetic/group.ts';
import { wasmGroup } from '../../../src/protocol/arithmetic/wasm-group.ts';
import { type BallotCheck, checkBallot } from '../../../src/protocol/ballot/check-ballot.ts';
import { type ArrivedBallot, checkBallots } from '../../../src/protocol/ballot/check-ballots.ts';
import { createBallot } from '../../../src/protocol/ballot/create-ballot.ts';
import { createCredential } from '../../../src/protocol/ballot/credential.ts';
import { equationsHold } from '../../../src/protocol/ballot/equations.ts';
import { decodeHint, encodeHint, hintLength } from '../../../src/protocol/ballot/hint.ts';
import { readHinted } from '../../../src/protocol/ballot/hinted-ballot.ts';
import { readBallot } from '../../../src/protocol/ballot/read-ballot.ts';
import { joinBytes } from '../../../src/protocol/encoding/bytes.ts';
import { credentialExponent, sha256Base64, sha256Hex } from '../../../src/protocol/encoding/hash.ts';
import { type Election, readElection } from '../../../src/protocol/record/election.ts';
import { readRecord } from '../../../src/protocol/record/read-record.ts';
import { anElection } from '../build/elections.ts';
import {
  type AnswerJson,
  type Forgery,
  forgeBallot,
  hintOfEquations,
  pointBytes,
  pointsOf,
  signByHand,
} from '../build/forged-ballots.ts';
import { good } from '../build/good.ts';
import { repeatableRandom, scalarsInOrder } from '../build/recorded-random.ts';
import { vectorBytes, vectorJson, vectorText } from '../build/vectors.ts';

interface HintVector {
  readonly election: string;
  readonly ballot: string;
  readonly points: number;
  readonly hint: string;
}

const everyone = { credentials: { has: () => true }, seen: new Set<string>() };
const said = (check: BallotCheck | undefined) => (check?.ok ? 'accepted' : check?.refusal);

/** What stands where the first point of a hint was. */
const withPoint = (hint: Uint8Array, index: number, point: Uint8Array) =>
  joinBytes(pointsOf(hint).map((own, at) => (at === index ? point : own)));
const pairOf = (x: bigint, y: bigint) => joinBytes([numberToBytesLE(x, 32), numberToBytesLE(y, 32)]);
const xOf = (point: Uint8Array) => bytesToNumberLE(point.subarray(0, 32));
const yOf = (point: Uint8Array) => bytesToNumberLE(point.subarray(32));
const prime = ed25519.Point.Fp.ORDER;
const smallOrder = ED25519_TORSION_SUBGROUP.map((hex) => ed25519.Point.fromHex(hex)).filter((point) => !point.is0());

/** Hints that are of no use, made of a right one and of that of another ballot. */
function badHints(right: Uint8Array, other: Uint8Array): [name: string, hint: Uint8Array][] {
  const points = pointsOf(right);
  const [first = new Uint8Array(), second = new Uint8Array()] = points;
  const at = (index: number, point: Uint8Array) => withPoint(right, index, point);
  const last = points.length - 1;
  return [
    ['x of p or more', at(0, pairOf(xOf(first) + prime, yOf(first)))],
    ['y of p or more', at(last, pairOf(xOf(points[last] ?? first), yOf(points[last] ?? first) + prime))],
    ['a point off the curve', at(3, pairOf(xOf(first) + 1n, yOf(first)))],
    ['the last point off the curve', at(last, pairOf(yOf(first), xOf(first)))],
    ['(0, 0)', at(0, pairOf(0n, 0n))],
    ['(0, 1), the neutral point', at(0, pairOf(0n, 1n))],
    ['(0, p − 1), of order 2', at(8, pairOf(0n, prime - 1n))],
    ['(0, 2)', at(8, pairOf(0n, 2n))],
    ['(p, 1)', at(0, pairOf(prime, 1n))],
    ...smallOrder.map((point): [string, Uint8Array] => ['a point of small order', at(9, pairOf(point.x, point.y))]),
    ['the inverse of a point', at(1, pairOf(prime - xOf(second), yOf(second)))],
    ['those of another ballot', other],
    ['one of another ballot', at(last, pointsOf(other)[last] ?? first)],
    ['two exchanged', joinBytes([second, first, ...points.slice(2)])],
    [
      'two commitments exchanged',
      joinBytes([...points.slice(0, -3), ...points.slice(-2, -1), ...points.slice(-3, -2), ...points.slice(-1)]),
    ],
    ['turned around', joinBytes(points.toReversed())],
    ['one left out', right.subarray(pointBytes)],
    ['a byte left out', right.subarray(0, right.length - 1)],
    ['one too many', joinBytes([right, first])],
    ['one too many before the last', joinBytes([...points.slice(0, -1), first, ...points.slice(-1)])],
    ['nothing', new Uint8Array()],
    ['zeros', new Uint8Array(right.length)],
    ['ones', new Uint8Array(right.length).fill(0xff)],
  ];
}

/** What checking ballots in batches must do on every backend that can. */
export function batchSuite(name: string, group: Group): void {
  const random = repeatableRandom(71);
  const { batches } = group;
  if (batches === undefined) throw new Error(`${name} cannot`);

  describe(`hints on ${name}`, async () => {
    const vectors = await vectorJson<HintVector[]>('hints.json');

    test.each(vectors)('the hint of $ballot of $election is the recorded one, byte for byte', async (vector) => {
      const election = await recordedElection(group, vector.election);
      const content = await recordedBallot(vector);
      const recorded = Uint8Array.from(atob(vector.hint), (character) => character.charCodeAt(0));
      expect([recorded.length, hintLength(election)]).toEqual([pointBytes * vector.points, recorded.length]);
      const [made] = checkBallots(group, election, [{ content }], everyone, { makeHints: true });
      expect(made?.ok && made.ballot.hint).toEqual(recorded);
      const [used] = checkBallots(group, election, [{ content, hint: recorded }], everyone);
      expect(used?.ok && used.ballot.hint).toBe(recorded);
      expect(encodeHint(recorded)).toBe(vector.hint.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''));
      expect(decodeHint(election, encodeHint(recorded))).toEqual(recorded);
    });

    test('who seals makes the hint that who checks makes', async () => {
      const prover = await vectorJson<{
        election: string;
        credential: string;
        choices: number[][];
        randomness: { value: string }[];
      }>('prover.json');
      const election = electionOf(group, prover.election);
      const marks = prover.choices.map((values) => (values.includes(1) ? values.indexOf(1) : undefined));
      const recorded = scalarsInOrder(prover.randomness.map(({ value }) => value));
      const { text, hint } = createBallot(group, election, prover.credential, marks, recorded);
      const [made] = checkBallots(group, election, [{ content: text }], everyone, { makeHints: true });
      expect(hint?.length).toBe(hintLength(election));
      expect(made?.ok && made.ballot.hint).toEqual(hint);
      const [plain] = checkBallots(group, election, [{ content: text }], everyone);
      expect(plain?.ok && plain.ballot.hint).toBeUndefined();
    });
  });

  describe(`ballots in batches on ${name}`, async () => {
    const recorded = electionOf(group, (await vectorText('invalid-ballots/election.json')).trimEnd());
    const published = await vectorJson<string[]>('invalid-ballots/public_creds.json');
    const credentials = new Set(published.map((entry) => entry.split(',')[0] ?? ''));
    const inBox = await vectorBytes('invalid-ballots/setup-and-one-ballot.bel');
    const seen = new Set(good(readRecord(inBox)).events.flatMap(({ files }) => files.map(({ hash }) => hash)));
    const cases = await vectorJson<{ name: string; expected: string; ballot: string }[]>('invalid-ballots/cases.json');
    const context = { credentials, seen };
    /** What the strict check says of each, those before it in the box; of the fastest backend, since all say the same. */
    const fast = electionOf(wasmGroup, recorded.text);
    const verdicts = strictVerdicts(wasmGroup, fast, cases, context);

    test('every recorded ballot, valid or not, gets the verdict of the strict check, with the hint of its own equations', () => {
      const arrived = cases.map(({ ballot }) => ({ content: ballot, hint: hintOfEquations(wasmGroup, fast, ballot) }));
      expect(checkBallots(group, recorded, arrived, context).map(said)).toEqual(verdicts);
      expect(verdicts.filter((verdict) => verdict === 'accepted').length).toBeGreaterThan(3);
    });

    test('and with the hint of a valid ballot, or with none', () => {
      const [control] = cases.filter(({ expected }) => expected === 'accept');
      const hint = hintOfEquations(wasmGroup, fast, control?.ballot ?? '');
      // Those that need no arithmetic with points are refused before any hint is looked at.
      const some = cases.filter((_, index) =>
        ['signature', 'individual-proof', 'overall-proof', 'accepted'].includes(verdicts[index] ?? ''),
      );
      const wanted = strictVerdicts(wasmGroup, fast, some, context);
      const arrived = some.map(({ ballot }, index) => ({ content: ballot, hint: index % 8 === 7 ? undefined : hint }));
      expect(checkBallots(group, recorded, arrived, context).map(said)).toEqual(wanted);
    });

    const election = anElection(group, [2, 1]);
    const credential = createCredential(random);
    const secret = credentialExponent(election.uuid, credential);
    const forge = (forgery: Forgery = {}) => forgeBallot(group, election, credential, [1, 0], random, forgery);
    const honest = Array.from({ length: 3 }, () => forge());
    const [first = forge(), second = forge()] = honest;
    const check = (...arrived: ArrivedBallot[]) => checkBallots(group, election, arrived, everyone);

    test('ballots that hold together are held by their hints', () => {
      for (const some of [honest.slice(0, 1), honest.slice(0, 2), honest]) {
        expect(check(...some).map((one) => one.ok && one.ballot.hint)).toEqual(some.map(({ hint }) => hint));
      }
      const [batch] = check(first);
      const strict = checkBallot(group, election, first.content, everyone);
      const textsOf = (one: BallotCheck | undefined) =>
        one?.ok &&
        one.ballot.ciphertexts.map((own) => own.flatMap(({ alpha, beta }) => group.encodeAll([alpha, beta])));
      expect(textsOf(batch)).toEqual(textsOf(strict));
      expect(check()).toEqual([]);
    });

    test.each(badHints(first.hint, second.hint))('a bad hint costs a valid ballot nothing but time: %s', (_, hint) => {
      const checks = check({ content: first.content, hint }, second);
      expect(checks.map(said)).toEqual(['accepted', 'accepted']);
      expect(checks.map((one) => one.ok && one.ballot.hint)).toEqual([undefined, second.hint]);
    });

    test('a right point plus one of order 2, 4 or 8 passes as well, and is kept as it came', () => {
      for (const [index, shift] of smallOrder.entries()) {
        const own = pointsOf(first.hint)[index] ?? new Uint8Array();
        const moved = ed25519.Point.fromAffine({ x: xOf(own), y: yOf(own) }).add(shift);
        const hint = withPoint(first.hint, index, pairOf(moved.x, moved.y));
        const [found] = check({ content: first.content, hint });
        expect(found?.ok && found.ballot.hint).toBe(hint);
      }
    });

    test('of a hint of another length not a point is read, however long it is', () => {
      const read = vi.spyOn(batches, 'readEighths');
      for (const length of [0, first.hint.length - 1, first.hint.length + pointBytes, 16_000_000]) {
        expect(check({ content: first.content, hint: new Uint8Array(length) }).map(said)).toEqual(['accepted']);
      }
      expect(read).not.toHaveBeenCalled();
      read.mockRestore();
    });

    test('a bad hint is replaced where hints are made', () => {
      const hint = badHints(first.hint, second.hint)[0]?.[1];
      const [made] = checkBallots(group, election, [{ content: first.content, hint }], everyone, { makeHints: true });
      expect(made?.ok && made.ballot.hint).toEqual(first.hint);
    });

    test('B4 holds within the batch: a ballot counts once, and what is false is false every time', () => {
      const false_ = forge({ commitments: shiftedBy(1n) });
      const checks = check(first, false_, first, second, false_);
      expect(checks.map(said)).toEqual([
        'accepted',
        'individual-proof',
        'duplicate-ballot',
        'accepted',
        'individual-proof',
      ]);
      const many = Array.from({ length: 34 }, (_, index) => (index === 0 || index === 33 ? first : { content: '' }));
      expect(
        check(...many)
          .map(said)
          .at(-1),
      ).toBe('duplicate-ballot');
      const known = { credentials: everyone.credentials, seen: new Set([sha256Hex(first.content)]) };
      expect(checkBallots(group, election, [first], known).map(said)).toEqual(['duplicate-ballot']);
    });

    /** All commitments of one proof times g^error. */
    function shiftedBy(error: bigint, subject = 0, proof = 0, places: readonly number[] = [0, 1, 2, 3]) {
      return ((commitments, ofSubject, ofProof) =>
        commitments.map((commitment, place) =>
          ofSubject === subject && ofProof === proof && places.includes(place)
            ? group.product(commitment, group.generatorPower(error))
            : commitment,
        )) satisfies Forgery['commitments'];
    }

    /** Whether a ballot passes all but the equations by its hint. */
    const isRead = ({ content, hint }: { content: string; hint: Uint8Array }) => {
      const read = readBallot(election, content, everyone);
      return typeof read !== 'string' && readHinted(group, batches, election, read, hint) !== undefined;
    };

    test.each([
      ['an individual proof', 0, 0, 'individual-proof'],
      ['an overall proof', 0, 2, 'overall-proof'],
      ['the last proof of the last subject', 1, 1, 'overall-proof'],
    ] as const)(
      'invented commitments in %s pass all but the equations, and are refused',
      (_, subject, proof, refusal) => {
        for (const place of [0, 1, 2, 3]) {
          const forged = forge({ commitments: shiftedBy(5n, subject, proof, [place]) });
          expect(isRead(forged)).toBe(true);
          expect(check(first, forged, second).map(said)).toEqual(['accepted', refusal, 'accepted']);
          expect(check(forged).map(said)).toEqual([refusal]);
        }
      },
    );

    test('its neighbours are then held by their own hints, not strictly', () => {
      const forged = forge({ commitments: shiftedBy(5n) });
      const checks = check(first, forged, second);
      expect(checks.map((one) => one.ok && one.ballot.hint)).toEqual([first.hint, false, second.hint]);
    });

    test('errors that cancel each other are seen, in one ballot and in two', () => {
      const within = forge({
        commitments: (commitments, subject, proof) =>
          shiftedBy(7n, 0, 0, [0])(shiftedBy(orderMinus(7n), 0, 0, [2])(commitments, subject, proof), subject, proof),
      });
      const [plus, minus] = [
        forge({ commitments: shiftedBy(7n, 0, 0, [1]) }),
        forge({ commitments: shiftedBy(orderMinus(7n), 0, 0, [1]) }),
      ];
      for (const attempt of [[within], [plus, minus]]) {
        expect(attempt.every(isRead)).toBe(true);
        expect(check(...attempt).map(said)).toEqual(attempt.map(() => 'individual-proof'));
        // With weights that are known they would not be: it is the weights that show them.
        const equations = attempt.flatMap(({ content, hint }) => {
          const read = readBallot(election, content, everyone);
          return typeof read === 'string' ? [] : (readHinted(group, batches, election, read, hint)?.equations ?? []);
        });
        const same = (length: number) => new Uint8Array(length).fill(1);
        expect(equationsHold(group, batches, election, equations, same)).toBe(true);
        expect(equationsHold(group, batches, election, equations)).toBe(false);
      }
    });

    test('a choice worth 2 or −1 is refused though every hash is right', () => {
      for (const values of [
        [2n, 0n],
        [orderMinus(1n), 0n],
        [2n, orderMinus(1n)],
      ]) {
        const forged = forge({ values: [values] });
        expect(isRead({ ...forged, hint: hintOfEquations(group, election, forged.content) ?? forged.hint })).toBe(
          false,
        );
        expect(isRead(forged)).toBe(true);
        expect(check(first, forged).map(said)).toEqual(['accepted', 'individual-proof']);
      }
    });

    describe('what is exchanged is refused, with permuted, own and foreign hints', () => {
      const swapped = <Item>([a, b, ...rest]: readonly Item[]): Item[] =>
        [b, a, ...rest].filter((item) => item !== undefined);
      const wide = anElection(group, [2, 2]);
      const forgeWide = (forgery: Forgery = {}) => forgeBallot(group, wide, credential, [1, 0], random, forgery);
      const own = forgeWide();
      const foreign = forgeWide();
      const perSubject = 2 * 2 + 4 * 3;
      const points = pointsOf(own.hint);
      const exchangedSubjects = [
        points.slice(perSubject, 2 * perSubject),
        points.slice(0, perSubject),
        points.slice(-1),
      ].flat();
      const exchangedLevels = [
        points.slice(2, 4),
        points.slice(0, 2),
        points.slice(8, 12),
        points.slice(4, 8),
        points.slice(12),
      ].flat();
      const changed = (
        change: (ballot: {
          answers: AnswerJson[];
          credential: string;
          signature: { hash: string; proof: unknown };
        }) => void,
      ) => {
        const ballot = JSON.parse(own.content);
        change(ballot);
        return JSON.stringify(ballot);
      };
      const bodyHash = (content: string) => {
        const { signature: _, ...body } = JSON.parse(content);
        return sha256Base64(JSON.stringify(body));
      };
      const stranger = createCredential(random);
      const strangerSecret = credentialExponent(wide.uuid, stranger);
      const overOther = sha256Base64('another body');
      const attacks: [name: string, content: string, refusal: string][] = [
        [
          'answers of two subjects, the old signature kept',
          changed((ballot) => {
            ballot.answers = swapped(ballot.answers);
          }),
          'signature-hash',
        ],
        [
          'a valid signature over another hash',
          changed((ballot) => {
            ballot.signature = { hash: overOther, proof: signByHand(group, overOther, secret, random).proof };
          }),
          'signature-hash',
        ],
        [
          'a wrong hash field, the proof over the true hash',
          changed((ballot) => {
            ballot.signature.hash = overOther;
          }),
          'signature-hash',
        ],
        [
          'the true hash field, the proof over another',
          changed((ballot) => {
            ballot.signature.proof = signByHand(group, overOther, secret, random).proof;
          }),
          'signature',
        ],
        [
          'marks of two levels, signed again',
          forgeBallotWith((answers) => {
            for (const answer of answers.slice(0, 1)) {
              answer.choices = swapped(answer.choices);
              answer.individual_proofs = swapped(answer.individual_proofs);
            }
          }),
          'overall-proof',
        ],
        [
          'choices of two levels without their proofs',
          forgeBallotWith((answers) => {
            for (const answer of answers.slice(0, 1)) answer.choices = swapped(answer.choices);
          }),
          'individual-proof',
        ],
        [
          'the branches of a proof',
          forgeBallotWith((answers) => {
            for (const answer of answers.slice(0, 1)) answer.overall_proof = swapped(answer.overall_proof);
          }),
          'overall-proof',
        ],
        [
          'the signature of a foreign credential',
          changed((ballot) => {
            const hash = bodyHash(own.content);
            ballot.signature = { hash, proof: signByHand(group, hash, strangerSecret, random).proof };
          }),
          'signature',
        ],
      ];
      /** Another ballot of the same voter with its answers changed before signing. */
      function forgeBallotWith(answers: (answers: AnswerJson[]) => void): string {
        return forgeWide({ answers }).content;
      }

      test.each(attacks)('%s', (_, content, refusal) => {
        const offered = [
          own.hint,
          foreign.hint,
          joinBytes(exchangedSubjects),
          joinBytes(exchangedLevels),
          hintOfEquations(group, wide, content),
          undefined,
        ];
        for (const hint of offered) {
          expect(checkBallots(group, wide, [foreign, { content, hint }], everyone).map(said)).toEqual([
            'accepted',
            refusal,
          ]);
        }
      });
    });

    const moved = (text: string, shift: InstanceType<typeof ed25519.Point>) =>
      bytesToHex(ed25519.Point.fromBytes(hexToBytes(text).reverse()).add(shift).toBytes().reverse());
    const half = smallOrder.filter((point) => point.double().is0());

    test('a credential outside the group is refused, whatever list it stands in', () => {
      // Its part of order 2 vanishes from half of the signatures and from half of the products.
      for (let attempt = 0; attempt < 12; attempt++) {
        const forged = forge({ signer: (own) => half.reduce(moved, own) });
        expect(check(forged).map(said)).toEqual(['signature']);
      }
    });

    test('points outside the group are refused, though their hint and every equation are of those inside', () => {
      // Two parts of order 2 vanish from the product that the overall proof is about.
      const forged = forge({
        choices: (choices) => choices.map(({ alpha, beta }) => ({ alpha: half.reduce(moved, alpha), beta })),
      });
      expect(isRead(forged)).toBe(false);
      expect(check(first, forged).map(said)).toEqual(['accepted', 'invalid-point']);
    });

    test('a ballot whose hint is of other points than it shows is refused', () => {
      const { answers } = JSON.parse(second.content) as { answers: AnswerJson[] };
      for (const half of ['alpha', 'beta'] as const) {
        const shown = (subject: number, level: number) => answers[subject]?.choices[level]?.[half] ?? '';
        const forged = forge({
          choices: (choices, subject) => choices.map((choice, level) => ({ ...choice, [half]: shown(subject, level) })),
        });
        expect(isRead(forged)).toBe(false);
        expect(check(first, forged).map(said)).toEqual(['accepted', 'individual-proof']);
      }
    });
  });
}

function orderMinus(value: bigint): bigint {
  return ed25519.Point.Fn.ORDER - value;
}

function strictVerdicts(
  group: Group,
  election: Election,
  cases: readonly { readonly ballot: string }[],
  { credentials, seen }: { readonly credentials: ReadonlySet<string>; readonly seen: ReadonlySet<string> },
) {
  const box = new Set(seen);
  return cases.map(({ ballot }) => {
    const verdict = checkBallot(group, election, ballot, { credentials, seen: box });
    if (verdict.ok) box.add(verdict.ballot.hash);
    return said(verdict);
  });
}

function electionOf(group: Group, text: string): Election {
  const reading = readElection(group, text);
  if (!reading.ok) throw new Error(reading.refusal);
  return reading.election;
}

async function recordedElection(group: Group, folder: string): Promise<Election> {
  return electionOf(group, (await vectorText(`${folder}/election.json`)).trimEnd());
}

async function recordedBallot({ election, ballot }: HintVector): Promise<Uint8Array> {
  const { events } = good(readRecord(await vectorBytes(`${election}/election.bel`)));
  const file = events.flatMap(({ files }) => files).find(({ hash }) => hash === ballot);
  if (file === undefined) throw new Error(`no ballot ${ballot}`);
  return file.content;
}
