import { ED25519_TORSION_SUBGROUP, ed25519 } from '@noble/curves/ed25519.js';
import { numberToBytesLE } from '@noble/curves/utils.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { describe, expect, test } from 'vitest';
import type { Group, Point } from '../../../src/protocol/arithmetic/group.ts';
import { decodeScalar, encodeScalar, mod, randomScalar } from '../../../src/protocol/arithmetic/scalar.ts';
import { type ArrivedBallot, checkBallots } from '../../../src/protocol/ballot/check-ballots.ts';
import { createCredential } from '../../../src/protocol/ballot/credential.ts';
import { joinBytes } from '../../../src/protocol/encoding/bytes.ts';
import { anElection } from '../build/elections.ts';
import { type AnswerJson, type Forgery, forgeBallot, pointBytes, pointsOf } from '../build/forged-ballots.ts';
import { repeatableRandom } from '../build/recorded-random.ts';

const everyone = { credentials: { has: () => true }, seen: new Set<string>() };
const smallOrder = ED25519_TORSION_SUBGROUP.map((hex) => ed25519.Point.fromHex(hex)).filter((point) => !point.is0());
/** False ballots beside one that holds. */
const atOnce = 8;
const [subjects, levels] = [2, 2];
const proofs = levels + 1;

/** False ballots of every structure, made at random, in batches beside one that holds: none passes, and that one does. */
export function falseBallotsSuite(name: string, group: Group, tries: number, seed: number): void {
  const random = repeatableRandom(seed);
  const below = (limit: number) => Number(randomScalar(random) % BigInt(limit));
  const election = anElection(
    group,
    Array.from({ length: subjects }, () => levels),
  );
  const credential = createCredential(random);
  const forge = (forgery: Forgery = {}) =>
    forgeBallot(group, election, credential, [below(3), below(3)], random, forgery);
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[below(items.length)];
    if (item === undefined) throw new Error('nothing to pick');
    return item;
  };

  /** An error in the exponent of some commitments, by their place among all of the ballot. */
  const withErrors = (errors: ReadonlyMap<number, bigint>): Forgery => ({
    commitments: (commitments, subject, proof) =>
      commitments.map((commitment: Point, index) => {
        const error = errors.get(4 * (proofs * subject + proof) + index) ?? 0n;
        return error === 0n ? commitment : group.product(commitment, group.generatorPower(mod(error)));
      }),
  });
  const places = 4 * proofs * subjects;
  const twoPlaces = (): [number, number] => {
    const first = below(places);
    return [first, (first + 1 + below(places - 1)) % places];
  };
  const error = () => pick([1n, 2n, 8n, randomScalar(random)]);
  const altered = (change: (answers: AnswerJson[]) => void) => [forge({ answers: change })];
  const scalar = (text: string) => decodeScalar(text) ?? 0n;

  /** The text of a point with one of small order added. */
  const moved = (text: string, shift: InstanceType<typeof ed25519.Point>) =>
    bytesToHex(ed25519.Point.fromBytes(hexToBytes(text).reverse()).add(shift).toBytes().reverse());

  const kinds: Readonly<Record<string, () => readonly ArrivedBallot[]>> = {
    'invented commitments': () => [forge(withErrors(new Map([[below(places), error()]])))],
    'errors in two equations that cancel, or are multiples of each other': () => {
      const [first, second] = twoPlaces();
      const one = error();
      return [
        forge(
          withErrors(
            new Map([
              [first, one],
              [second, pick([-one, one, -2n * one, one * 2n ** 64n])],
            ]),
          ),
        ),
      ];
    },
    'errors in two ballots that cancel': () => {
      const [place, one] = [below(places), error()];
      return [forge(withErrors(new Map([[place, one]]))), forge(withErrors(new Map([[place, -one]])))];
    },
    'points with a part of small order, their hint without': () => {
      const [shift, half] = [pick(smallOrder), pick(['alpha', 'beta'] as const)];
      const shifts = [shift, pick([shift.negate(), ed25519.Point.ZERO, shift])];
      const subject = below(subjects);
      return [
        forge({
          choices: (choices, own) =>
            own === subject
              ? choices.map((choice, level) => ({ ...choice, [half]: moved(choice[half], shifts[level] ?? shift) }))
              : choices,
        }),
      ];
    },
    'false equations and a hint with parts of small order': () => {
      const { content, hint } = forge(withErrors(new Map([[below(places), error()]])));
      const at = below(hint.length / pointBytes);
      const points = pointsOf(hint).map((bytes, index) => {
        if (index !== at) return bytes;
        const [x, y] = [bytes.slice(0, 32), bytes.slice(32)].map((half) => BigInt(`0x${bytesToHex(half.reverse())}`));
        const point = ed25519.Point.fromAffine({ x: x ?? 0n, y: y ?? 0n }).add(pick(smallOrder));
        return joinBytes([numberToBytesLE(point.x, 32), numberToBytesLE(point.y, 32)]);
      });
      return [{ content, hint: joinBytes(points) }];
    },
    'answers of two subjects exchanged, the signature kept': () => {
      const { content, hint } = forge();
      const ballot = JSON.parse(content);
      ballot.answers.reverse();
      const points = pointsOf(hint);
      const half = (points.length - 1) / 2;
      const permuted = [...points.slice(half, -1), ...points.slice(0, half), ...points.slice(-1)];
      return [{ content: JSON.stringify(ballot), hint: pick([hint, joinBytes(permuted)]) }];
    },
    'levels exchanged, with or without their proofs': () => {
      const [subject, withProofs] = [below(subjects), below(2) === 0];
      return altered((answers) => {
        answers[subject]?.choices.reverse();
        if (withProofs) answers[subject]?.individual_proofs.reverse();
      });
    },
    'terms of a proof changed, the sum of its challenges kept': () => {
      const [subject, proof, by] = [below(subjects), below(proofs), error()];
      const kind = below(4);
      return altered((answers) => {
        const answer = answers[subject];
        const [zero, one] = (proof < levels ? answer?.individual_proofs[proof] : answer?.overall_proof) ?? [];
        if (zero === undefined || one === undefined) throw new Error('a proof has two branches');
        if (kind === 0) Object.assign(zero, { response: encodeScalar(mod(scalar(zero.response) + by)) });
        if (kind === 1) [zero.response, one.response] = [one.response, zero.response];
        if (kind === 2) [zero.challenge, one.challenge] = [one.challenge, zero.challenge];
        if (kind === 3) {
          Object.assign(zero, { challenge: encodeScalar(mod(scalar(zero.challenge) + by)) });
          Object.assign(one, { challenge: encodeScalar(mod(scalar(one.challenge) - by)) });
        }
      });
    },
    'values that are neither 0 nor 1': () => {
      const value = pick([2n, -1n, 100n, randomScalar(random)]);
      return [
        forge({
          values: [
            pick([
              [value, 0n],
              [0n, value],
              [value, -value],
              [value, 1n - value],
            ]),
          ],
        }),
      ];
    },
    'a proof exchanged with another': () => {
      const [subject, other] = [0, 1];
      return altered((answers) => {
        const [a, b] = [answers[subject], answers[other]];
        if (a === undefined || b === undefined) throw new Error('two subjects');
        if (below(2) === 0) [a.overall_proof, b.overall_proof] = [b.overall_proof, a.overall_proof];
        else [a.individual_proofs, b.individual_proofs] = [b.individual_proofs, a.individual_proofs];
      });
    },
  };

  describe(`false ballots on ${name}`, () => {
    const each = Math.ceil(tries / Object.keys(kinds).length);
    test.each(Object.entries(kinds))('none passes: %s', { timeout: 10_000 + 40 * tries }, (_, make) => {
      const honest = forge();
      for (let done = 0; done < each; ) {
        const batch: ArrivedBallot[] = [];
        while (batch.length < Math.min(atOnce, each - done)) batch.push(...make());
        done += batch.length;
        const place = below(batch.length + 1);
        const checks = checkBallots(group, election, batch.toSpliced(place, 0, honest), everyone);
        expect(checks.map(({ ok }) => ok)).toEqual(checks.map((_check, index) => index === place));
      }
    });
  });
}
