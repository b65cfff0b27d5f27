import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nobleGroup } from '../../../src/protocol/arithmetic/noble-group.ts';
import { base58Text } from '../../../src/protocol/arithmetic/random.ts';
import { type CheckedBallot, checkBallot } from '../../../src/protocol/ballot/check-ballot.ts';
import { createBallot, type Marks } from '../../../src/protocol/ballot/create-ballot.ts';
import { createCredential, publicCredential, writeCredentials } from '../../../src/protocol/ballot/credential.ts';
import { checkTrustees, type Trustees } from '../../../src/protocol/ceremony/trustees.ts';
import { sha256Hex } from '../../../src/protocol/encoding/hash.ts';
import { utf8Bytes } from '../../../src/protocol/encoding/utf8.ts';
import { createElection, type Election } from '../../../src/protocol/record/election.ts';
import { type RecordEvent, writeRecord } from '../../../src/protocol/record/record.ts';
import {
  ballotEvent,
  encryptedTallyEvent,
  endBallotsEvent,
  partialDecryptionEvent,
  resultEvent,
  setupEvent,
  writeOwned,
} from '../../../src/protocol/record/record-events.ts';
import { writeSupplement } from '../../../src/protocol/record/supplement.ts';
import { combineShares } from '../../../src/protocol/tally/combine.ts';
import { checkPartialDecryption } from '../../../src/protocol/tally/partial-decryption.ts';
import { openResult, writeResult } from '../../../src/protocol/tally/result.ts';
import { countedBallots, createEncryptedTally } from '../../../src/protocol/tally/tally.ts';
import { verifyRecord } from '../../../src/protocol/verify/verify-record.ts';
import { sodiumGroup as group } from '../../../src/server/arithmetic/sodium-group.ts';
import { type ToolVersion, tool } from '../service/belenios.ts';
import { type Opening, random, type Tellers, taken } from './mixed-tellers.ts';

/** Someone's vote: the voter's number from 0, the marks, and with whose program it is sealed. */
export interface Vote {
  readonly voter: number;
  readonly marks: Marks;
  readonly with?: ToolVersion;
}

/** A little confidence vote. */
export interface Plan {
  /** how many levels each subject has */
  readonly levels: readonly number[];
  readonly voters: number;
  readonly votes: readonly Vote[];
  /** numbers of the tellers who open the totals, in the order in which they come */
  readonly openers: readonly number[];
}

/** What came of it. */
export interface Held {
  readonly uuid: string;
  readonly fingerprint: string;
  readonly record: Buffer;
  readonly supplement?: string;
}

const levelNames = ['Tín nhiệm cao', 'Tín nhiệm', 'Tín nhiệm thấp', 'Không tín nhiệm', 'Không có ý kiến'];
const questionsOf = (levels: readonly number[]) =>
  levels.map((count, index) => ({ question: `Đồng chí ${index + 1}`, answers: levelNames.slice(0, count) }));

/** The counts that a plan must give: the last vote of each voter, counted in the open. */
export function expectedCounts({ levels, votes }: Plan): number[][] {
  const last = [...new Map(votes.map((vote) => [vote.voter, vote.marks])).values()];
  return levels.map((count, subject) =>
    Array.from({ length: count }, (_, level) => last.filter((marks) => marks[subject] === level).length),
  );
}

/** Marks in the form that belenios-tool reads. */
const choicesOf = (levels: readonly number[], marks: Marks): string =>
  JSON.stringify(
    levels.map((count, subject) => Array.from({ length: count }, (_, level) => +(marks[subject] === level))),
  );

/** Holds a vote with our programs, save for those ballots and openings that the plan gives to belenios-tool. */
export function holdElection(folder: string, plan: Plan, tellers: Tellers): Held {
  const trustees = taken(checkTrustees(group, tellers.trustees));
  const election = announce(plan, trustees);
  const secrets = Array.from({ length: plan.voters }, () => createCredential(random));
  const papers = secrets.map((secret) => publicCredential(group, election.uuid, secret));
  const parts = [election.text, tellers.trustees, writeCredentials(papers)].map(utf8Bytes);
  const [text = utf8Bytes(''), keys = utf8Bytes(''), list = utf8Bytes('')] = parts;
  const events: RecordEvent[] = [setupEvent(text, keys, list)];
  const write = (): Uint8Array => {
    const { bytes } = writeRecord(1_795_300_043, events);
    writeFileSync(join(folder, `${election.uuid}.bel`), bytes);
    return bytes;
  };
  write();
  const box = plan.votes.map((vote) => {
    const ballot = seal(folder, election, secrets[vote.voter] ?? '', plan.levels, vote);
    events.push(ballotEvent(utf8Bytes(ballot)));
    return ballot;
  });
  const counted = countedBallots(checkAll(election, papers, box));
  const tally = createEncryptedTally(
    group,
    election,
    counted.map(({ ciphertexts }) => ciphertexts),
  );
  events.push(endBallotsEvent(), encryptedTallyEvent(utf8Bytes(tally.text), counted.length));
  write();
  const openings = plan.openers.map((owner) => tellers.open({ election, trustees, tally, folder }, owner));
  const shares = openings.map(({ owner: number, decryption }) => {
    const owner = trustees.owners[number - 1];
    if (owner === undefined) throw new RangeError('no such teller');
    events.push(partialDecryptionEvent(number, utf8Bytes(decryption)));
    return { owner, decryption: taken(checkPartialDecryption(group, election, owner.key, tally, decryption)) };
  });
  const factors = taken(combineShares(group, trustees, shares));
  events.push(resultEvent(utf8Bytes(writeResult(taken(openResult(group, tally, factors, counted.length))))));
  const supplement = supplementOf(openings, papers, counted);
  const { uuid, fingerprint } = election;
  return { uuid, fingerprint, record: Buffer.from(write()), ...(supplement && { supplement }) };
}

function announce({ levels }: Plan, trustees: Trustees): Election {
  const creation = createElection(group, {
    uuid: base58Text(14, random),
    name: 'Lấy phiếu tín nhiệm “thử”',
    description: 'Hội nghị \\ đợt 1/2026',
    publicKey: group.encode(trustees.electionKey),
    questions: questionsOf(levels),
    administrator: 'Văn phòng',
  });
  if (!creation.ok) throw new Error(creation.refusal);
  return creation.election;
}

function seal(folder: string, election: Election, secret: string, levels: readonly number[], vote: Vote): string {
  if (vote.with === undefined) return createBallot(nobleGroup, election, secret, vote.marks, random).text;
  writeFileSync(join(folder, 'credential'), secret);
  writeFileSync(join(folder, 'choice'), choicesOf(levels, vote.marks));
  return tool(vote.with, folder, generateBallot).trimEnd();
}

const generateBallot = ['election', 'generate-ballot', '--privcred', 'credential', '--choice', 'choice'];

function checkAll(election: Election, papers: readonly string[], box: readonly string[]): CheckedBallot[] {
  const credentials = new Set(papers);
  const seen = new Set<string>();
  return box.map((ballot) => {
    const check = checkBallot(group, election, ballot, { credentials, seen });
    if (!check.ok) throw new Error(`ballot refused: ${check.refusal}`);
    seen.add(check.ballot.hash);
    return check.ballot;
  });
}

/** Only where every opener used our program; belenios-tool makes no supplementary proofs. */
function supplementOf(
  openings: readonly Opening[],
  papers: readonly string[],
  counted: readonly CheckedBallot[],
): string | undefined {
  const proofs = openings.flatMap(({ owner, decryption, supplementary }) =>
    supplementary === undefined ? [] : [{ owner, payload: sha256Hex(decryption), proof: supplementary }],
  );
  const voted = new Set(counted.map((ballot) => ballot.publicCredential));
  const unused = papers.filter((paper) => !voted.has(paper));
  return proofs.length === openings.length ? writeSupplement({ proofs, unused, void: [] }) : undefined;
}

/**
 * Holds a vote with belenios-tool: election, credentials, ballots, tally, result. The tellers look at its record with
 * our verifier before they open it, and open it with whatever program they have.
 */
export async function holdToolElection(
  version: ToolVersion,
  parent: string,
  plan: Plan,
  tellers: Tellers,
): Promise<Held> {
  const folder = mkdtempSync(join(parent, 'tool-'));
  const run = (args: readonly string[], input = '') => tool(version, folder, args, input);
  const { uuid, secrets } = setUp(folder, run, plan, tellers);
  const append = (type: string, content = '') => run(['archive', 'add-event', `--type=${type}`], content);
  for (const { voter, marks } of plan.votes) {
    writeFileSync(join(folder, 'credential'), secrets[voter] ?? '');
    writeFileSync(join(folder, 'choice'), choicesOf(plan.levels, marks));
    append('Ballot', run(generateBallot));
  }
  append('EndBallots');
  append('EncryptedTally', run(['election', 'compute-encrypted-tally']));
  const { ok, failure, verified } = await verifyRecord(fileIn(folder, '.bel'), { group, uuid });
  if (!ok || verified?.tally === undefined) throw new Error(`our verifier refuses it: ${failure?.reason}`);
  const { election, trustees, tally } = verified;
  for (const owner of plan.openers) {
    const { decryption } = tellers.open({ election, trustees, tally, folder }, owner);
    append('PartialDecryption', `${decryption}\n${writeOwned(owner, utf8Bytes(decryption))}\n`);
  }
  append('Result', run(['election', 'compute-result']));
  return { uuid, fingerprint: election.fingerprint, record: fileIn(folder, '.bel') };
}

function fileIn(folder: string, end: string): Buffer {
  return readFileSync(join(folder, readdirSync(folder).find((name) => name.endsWith(end)) ?? ''));
}

function setUp(
  folder: string,
  run: (args: readonly string[]) => string,
  plan: Plan,
  tellers: Tellers,
): { readonly uuid: string; readonly secrets: readonly string[] } {
  const uuid = run(['setup', 'generate-token']).trim();
  const ids = ['--uuid', uuid, '--group', 'Ed25519'];
  run(['setup', 'generate-credentials', ...ids, '--count', String(plan.voters)]);
  writeFileSync(join(folder, 'public_creds.json'), fileIn(folder, '.pubcreds'));
  const [[kind, keys]] = JSON.parse(tellers.trustees);
  writeFileSync(join(folder, 'public_keys.jsons'), kind === 'Single' ? `${JSON.stringify(keys)}\n` : '');
  if (kind === 'Pedersen') writeFileSync(join(folder, 'threshold.json'), JSON.stringify(keys));
  run(['setup', 'make-trustees']);
  const template = {
    description: 'Lấy phiếu tín nhiệm',
    name: 'Bỏ phiếu thử',
    questions: questionsOf(plan.levels).map(({ answers, question }) => ({ answers, min: 0, max: 1, question })),
  };
  writeFileSync(join(folder, 'template.json'), JSON.stringify(template));
  run(['setup', 'make-election', ...ids, '--template', 'template.json']);
  run(['archive', 'init']);
  const secrets: Readonly<Record<string, string>> = JSON.parse(fileIn(folder, '.privcreds').toString());
  return { uuid, secrets: Object.values(secrets) };
}
