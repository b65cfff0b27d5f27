import type { Group } from '../../../src/protocol/arithmetic/group.ts';
import { checkBallot } from '../../../src/protocol/ballot/check-ballot.ts';
import { checkOutput } from '../../../src/protocol/ceremony/ceremony-output.ts';
import { checkCertificate, checkCertificates } from '../../../src/protocol/ceremony/certificate.ts';
import { checkPolynomial } from '../../../src/protocol/ceremony/polynomial.ts';
import type { TrusteeKey } from '../../../src/protocol/ceremony/trustee-key.ts';
import { checkTrustees } from '../../../src/protocol/ceremony/trustees.ts';
import { ballotSignaturePrefix, credentialExponent, sha256Base64 } from '../../../src/protocol/encoding/hash.ts';
import { parseCanonical, writeCanonical } from '../../../src/protocol/encoding/json.ts';
import { createSchnorr, readProof, writeProof } from '../../../src/protocol/proofs/schnorr.ts';
import { checkSupplementaryProof, createSupplementaryProof } from '../../../src/protocol/proofs/supplementary-proof.ts';
import { type Election, readElection } from '../../../src/protocol/record/election.ts';
import { checkPartialDecryption, createPartialDecryption } from '../../../src/protocol/tally/partial-decryption.ts';
import { readEncryptedTally } from '../../../src/protocol/tally/read-encrypted-tally.ts';
import type { EncryptedTally } from '../../../src/protocol/tally/tally.ts';
import { sodiumGroup } from '../../../src/server/arithmetic/sodium-group.ts';
import { aCeremony } from '../build/ceremony.ts';
import { good } from '../build/good.ts';
import { repeatableRandom } from '../build/recorded-random.ts';
import { closeVote, type OpenVote, openVote, tallyOf } from '../build/whole-vote.ts';

/** Something that one program sends and another checks. */
export interface Target {
  readonly name: string;
  /** Right ones; the first is what is checked, the others lend their parts. */
  readonly texts: readonly string[];
  /** Nothing in the text is for its sender to choose: no other text may be accepted in its place. */
  readonly isBound: boolean;
  /** What whoever holds the secret can still do to a changed text: sign it again. */
  readonly finish?: (text: string) => string;
  /** On this arithmetic: `accepted`, or why not. */
  check(group: Group, text: string): string;
}

const size = { size: 3, threshold: 2 };

/** The record of a small vote, opened by two of three. */
export function aSmallVote() {
  const random = repeatableRandom(71);
  const marks = [0, 1, 2].map((voter) => ({ voter, marks: [voter % 2, 2] }));
  const vote = openVote(sodiumGroup, size, [3, 3], 3, marks, random);
  const result = [
    [2, 1, 0],
    [0, 0, 3],
  ];
  return { vote, ...closeVote(sodiumGroup, vote, vote.keys.slice(0, 2), result, random) };
}

/** What is checked against the same election on one arithmetic. */
interface Context {
  readonly election: Election;
  readonly key: TrusteeKey;
  readonly tally: EncryptedTally;
}

export function voteTargets(vote: OpenVote): Target[] {
  const random = repeatableRandom(73);
  const files = vote.events.flatMap(({ files }) => files.map((file) => Buffer.from(file).toString()));
  const trustees = files.find((text) => text.startsWith('[["Pedersen"')) ?? '';
  const { tally } = tallyOf(sodiumGroup, vote);
  const shares = vote.keys.map((key) => createPartialDecryption(sodiumGroup, vote.election, key, tally, random));
  const proofs = vote.keys.map((key, at) =>
    createSupplementaryProof(sodiumGroup, vote.election, key, tally, shares[at] ?? '', random),
  );
  const contextOf = perGroup((group): Context => {
    const read = readElection(group, vote.election.text);
    const key = good(checkTrustees(group, trustees)).owners[0]?.key;
    const encrypted = readEncryptedTally(group, tally.text);
    if (!read.ok || key === undefined || encrypted === undefined) throw new Error('this vote does not read');
    return { election: read.election, key, tally: encrypted };
  });
  const shareOf = perGroup((group) => {
    const { election, key, tally } = contextOf(group);
    return good(checkPartialDecryption(group, election, key, tally, shares[0] ?? ''));
  });
  const credentials = new Set(vote.publicCredentials);
  const ballots = files.filter((text) => text.startsWith('{"election_uuid"'));
  const checkOne: Target['check'] = (group, text) =>
    verdict(checkBallot(group, contextOf(group).election, text, { credentials, seen: new Set() }));
  return [
    { ...{ name: 'ballot', texts: ballots, isBound: true }, check: checkOne },
    {
      ...{ name: 'ballot signed again', texts: ballots, isBound: false, check: checkOne },
      finish: (text) => signedAgain(text, vote),
    },
    {
      ...{ name: 'partial decryption', texts: shares, isBound: true },
      check: (group, text) => {
        const { election, key, tally } = contextOf(group);
        return verdict(checkPartialDecryption(group, election, key, tally, text));
      },
    },
    {
      ...{
        name: 'supplementary proof',
        texts: proofs.map((proof) => writeCanonical(writeProof(proof))),
        isBound: true,
      },
      check: (group, text) => {
        const { election, key, tally } = contextOf(group);
        const proof = readProof(parseCanonical(text));
        if (proof === undefined) return 'form';
        const holds = checkSupplementaryProof(group, election, key, tally, shares[0] ?? '', shareOf(group), proof);
        return verdict({ ok: holds });
      },
    },
    {
      ...{ name: 'trustees', texts: [trustees], isBound: false },
      check: (group, text) => verdict(checkTrustees(group, text)),
    },
    {
      ...{ name: 'encrypted tally', texts: [tally.text], isBound: false },
      check: (group, text) => verdict({ ok: readEncryptedTally(group, text) !== undefined }),
    },
    {
      ...{ name: 'election', texts: [vote.election.text], isBound: false },
      check: (group, text) => verdict(readElection(group, text)),
    },
  ];
}

/** A ballot that the holder of the first paper signs, whatever stands in it; as it is where it is no ballot. */
function signedAgain(text: string, { election, credentials }: OpenVote): string {
  const { signature, ...body } = JSON.parse(text) ?? {};
  if (signature === undefined) return text;
  const hash = sha256Base64(JSON.stringify(body));
  const exponent = credentialExponent(election.uuid, credentials[0] ?? '');
  const proof = createSchnorr(sodiumGroup, ballotSignaturePrefix(hash), exponent, repeatableRandom(74));
  return JSON.stringify({ ...body, signature: { hash, proof: writeProof(proof) } });
}

/** What tellers' programs send one another. Sealed parts are opened, and judged, only by whom they are for. */
export function ceremonyTargets(): Target[] {
  const { certs, sent, commitments, sentOutputs } = aCeremony(sodiumGroup, size, repeatableRandom(72));
  const listOf = perGroup((group) => good(checkCertificates(group, certs, size)));
  const coefficientsOf = perGroup((group) =>
    sent.map((text, at) => good(checkPolynomial(group, listOf(group), at + 1, text, commitments[at])).coefficients),
  );
  return [
    {
      ...{ name: 'certificate', texts: certs, isBound: true },
      check: (group, text) => verdict(checkCertificate(group, parseCanonical(text), size, 1)),
    },
    {
      ...{ name: 'polynomial', texts: sent, isBound: false },
      check: (group, text) => verdict(checkPolynomial(group, listOf(group), 1, text, commitments[0])),
    },
    {
      ...{ name: 'output', texts: sentOutputs, isBound: false },
      check: (group, text) => verdict(checkOutput(group, listOf(group), coefficientsOf(group), 1, text)),
    },
  ];
}

function verdict(outcome: { readonly ok: boolean; readonly refusal?: string }): string {
  return outcome.ok ? 'accepted' : (outcome.refusal ?? 'refused');
}

/** Made once for each arithmetic, whose points no other may touch. */
function perGroup<Value>(make: (group: Group) => Value): (group: Group) => Value {
  const made = new Map<Group, Value>();
  return (group) => {
    const known = made.get(group) ?? make(group);
    made.set(group, known);
    return known;
  };
}
