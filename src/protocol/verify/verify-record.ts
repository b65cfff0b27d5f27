import type { BoxedBallot } from '../ballot/boxed-ballot.ts';
import type { Trustees } from '../ceremony/trustees.ts';
import { hexToBase64, sha256Base64 } from '../encoding/hash.ts';
import { accepted, type Outcome, type Refused, refused } from '../outcome.ts';
import type { Election } from '../record/election.ts';
import { recordFingerprints } from '../record/fingerprints.ts';
import { type ChainedEvent, readRecordEvents, readRecordFiles } from '../record/read-record.ts';
import { readSupplement, type Supplement } from '../record/supplement.ts';
import { type BallotSum, sumOfCounted } from '../tally/ballot-sum.ts';
import type { Counts } from '../tally/result.ts';
import { countedBallots, type EncryptedTally, encryptedTally, noCells } from '../tally/tally.ts';
import { verifyBox } from './verify-box.ts';
import type { VerifyOptions } from './verify-options.ts';
import type {
  CheckDone,
  CheckName,
  DecryptionAssurance,
  PublishedRefusal,
  RecordStage,
  SubjectTotals,
  VerifyFailure,
  VerifyReason,
  VerifyReport,
} from './verify-report.ts';
import { type SetupFiles, verifyCredentials, verifySetup, verifyTrustees } from './verify-setup.ts';
import { verifyDecryptions, verifyResult, verifyTally } from './verify-tally.ts';

/**
 * Verifies a record whole: V1–V10 of PROTOCOL §11, in that order, on whatever is there. An unfinished record is verified
 * as far as it goes, and the report's `stage` says how far that is. Needs neither network nor clock.
 */
export async function verifyRecord(bytes: Uint8Array, options: VerifyOptions): Promise<VerifyReport> {
  const notes: Notes = { checks: [] };
  const outcome = await runChecks(bytes, options, notes);
  const { checks, stage, head } = notes;
  const known = { checks, ...(stage && { stage }), ...(head && { head }) };
  return outcome.ok ? { ok: true, ...known, ...outcome.value } : { ok: false, failure: outcome.failure, ...known };
}

/** What was found so far, kept also when a later check fails. */
interface Notes {
  readonly checks: CheckDone[];
  stage?: RecordStage;
  head?: { readonly hash: string; readonly height: number };
}

/** What a step hands on, or the failure that ends the verification. */
type Step<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: VerifyFailure };

function failed(check: CheckName, { refusal, where }: Refused<VerifyReason>) {
  return { ok: false, failure: { check, reason: refusal, ...(where === undefined ? {} : { where }) } } as const;
}

function note(notes: Notes, check: CheckName, applied: boolean, found: CheckDone['found']): void {
  notes.checks.push({ check, applied, found });
}

type Findings = Pick<VerifyReport, 'verified' | 'fingerprints' | 'numbers' | 'totals' | 'assurance'>;

async function runChecks(bytes: Uint8Array, options: VerifyOptions, notes: Notes): Promise<Step<Findings>> {
  const events = openRecord(bytes, notes);
  if (!events.ok) return events;
  const setup = checkSetup(options, events.value, notes);
  if (!setup.ok) return setup;
  const box = await checkBox(options, events.value, setup.value, notes);
  if (!box.ok) return box;
  const outcome = checkOutcome(options, events.value, setup.value, box.value, notes);
  if (!outcome.ok) return outcome;
  const counted = countedBallots(box.value.ballots);
  const trackers = counted.map(({ hash }) => hexToBase64(hash));
  const published = checkPublished(options, events.value, trackers);
  if (!published.ok) return failed('V10', published);
  note(notes, 'V10', published.value > 0, { compared: published.value });
  return accepted(describe(events.value, setup.value, box.value, outcome.value, trackers));
}

/** V1 and V2. */
function openRecord(bytes: Uint8Array, notes: Notes): Step<readonly ChainedEvent[]> {
  const container = readRecordFiles(bytes);
  if (!container.ok) return failed('V1', container);
  note(notes, 'V1', true, { bytes: bytes.length, files: container.value.files.length });
  const chain = readRecordEvents(container.value.files);
  if (!chain.ok) return failed('V2', chain);
  const last = chain.value.at(-1);
  notes.stage = stageOf(last);
  if (last) notes.head = { hash: last.hash, height: last.height };
  note(notes, 'V2', true, { events: chain.value.length, head: last?.hash ?? '' });
  return chain;
}

function stageOf(last: ChainedEvent | undefined): RecordStage {
  switch (last?.type) {
    case undefined:
    case 'Setup':
      return 'setup';
    case 'Ballot':
      return 'open';
    case 'EndBallots':
      return 'closed';
    case 'EncryptedTally':
    case 'PartialDecryption':
      return 'tallied';
    case 'Result':
      return 'result';
  }
}

interface Setup extends SetupFiles {
  readonly checkedTrustees: Trustees;
  readonly credentialList: readonly string[];
}

/** V3, V4 and V5. */
function checkSetup(options: VerifyOptions, events: readonly ChainedEvent[], notes: Notes): Step<Setup> {
  const files = verifySetup(options, events);
  if (!files.ok) return failed('V3', files);
  const { election, credentials } = files.value;
  const { uuid, fingerprint, questions } = election;
  note(notes, 'V3', true, { uuid, fingerprint, subjects: questions.length });
  const trustees = verifyTrustees(options.group, files.value);
  if (!trustees.ok) return failed('V4', trustees);
  note(notes, 'V4', true, { trustees: trustees.value.owners.length, items: trustees.value.items.length });
  const list = verifyCredentials(options, files.value);
  if (!list.ok) return failed('V5', list);
  note(notes, 'V5', true, { credentials: list.value.length, fingerprint: sha256Base64(credentials) });
  return accepted({ ...files.value, checkedTrustees: trustees.value, credentialList: list.value });
}

interface Box {
  readonly ballots: readonly BoxedBallot[];
  readonly supplement?: Supplement;
}

/** V6. */
async function checkBox(
  options: VerifyOptions,
  events: readonly ChainedEvent[],
  { election, credentialList }: Setup,
  notes: Notes,
): Promise<Step<Box>> {
  const supplement = options.supplement && readSupplement(options.supplement);
  if (options.supplement && !supplement) return failed('V6', refused('supplement-form'));
  const ballots = await verifyBox(options, events, election, credentialList, supplement);
  if (!ballots.ok) return failed('V6', ballots);
  const counted = countedBallots(ballots.value).length;
  note(notes, 'V6', ballots.value.length > 0, { ballots: ballots.value.length, counted });
  return accepted({ ballots: ballots.value, ...(supplement && { supplement }) });
}

interface Opened {
  readonly sum?: BallotSum;
  readonly tally?: EncryptedTally;
  readonly counts?: Counts;
  readonly assurance?: DecryptionAssurance;
  readonly decryptions: number;
}

/** V7, V8 and V9. */
function checkOutcome(
  options: VerifyOptions,
  events: readonly ChainedEvent[],
  { election, checkedTrustees: trustees }: Setup,
  { ballots, supplement }: Box,
  notes: Notes,
): Step<Opened> {
  const { group } = options;
  const find = (type: ChainedEvent['type']) => events.find((event) => event.type === type);
  const [end, recorded, resulted] = [find('EndBallots'), find('EncryptedTally'), find('Result')];
  const counted = countedBallots(ballots).length;
  const sum = end || options.sum ? sumOfCounted(group, election, ballots, options.sum) : undefined;
  // Before the end of ballots there is nothing that could be tallied; computing one would only look like an offer.
  const tally = end && sum && encryptedTally(group, sum.cells);
  const tallied = recorded && tally ? verifyTally(recorded, tally, counted) : accepted(undefined);
  if (!tallied.ok) return failed('V7', tallied);
  note(notes, 'V7', recorded !== undefined, { counted });
  const context = { election, trustees, tally: tally ?? encryptedTally(group, noCells(group, election)) };
  const opened = verifyDecryptions(options, events, context, supplement);
  if (!opened.ok) return failed('V8', opened);
  const { shares, compared, assurance, factors } = opened.value;
  note(notes, 'V8', shares.length > 0, { decryptions: shares.length, compared, ...(assurance && { assurance }) });
  if (options.final && !resulted) return failed('V9', refused('no-result'));
  // The order of events and V8 leave no result without both; a mistake there must not pass as a verified one.
  const counts =
    resulted && (tally && factors ? verifyResult(group, resulted, tally, factors, counted) : refused('too-few-shares'));
  if (counts && !counts.ok) return failed('V9', counts);
  note(notes, 'V9', resulted !== undefined, { subjects: counts?.value.length ?? 0 });
  const extras = {
    ...(sum && { sum }),
    ...(tally && { tally }),
    ...(counts && { counts: counts.value }),
    ...(assurance && { assurance }),
  };
  return accepted({ decryptions: shares.length, ...extras });
}

/** V10: published heads are on the chain, voters' trackers among the counted ballots. The value: how many were. */
function checkPublished(
  { heads = [], trackers: kept = [] }: VerifyOptions,
  events: readonly ChainedEvent[],
  trackers: readonly string[],
): Outcome<number, PublishedRefusal> {
  for (const { hash, height } of heads) {
    const event = events.find((candidate) => candidate.hash === hash);
    if (event === undefined || (height !== undefined && event.height !== height)) return refused('head', hash);
  }
  const missing = kept.find((tracker) => !trackers.includes(tracker));
  return missing === undefined ? accepted(heads.length + kept.length) : refused('tracker', missing);
}

function describe(
  events: readonly ChainedEvent[],
  { election, checkedTrustees: trustees, credentials, credentialList }: Setup,
  { ballots }: Box,
  { sum, tally, counts, assurance, decryptions }: Opened,
  trackers: readonly string[],
): Findings {
  const recorded = events.some(({ type }) => type === 'EncryptedTally') ? tally : undefined;
  return {
    verified: {
      election,
      trustees,
      credentials: credentialList,
      ...(sum && { sum }),
      ...(tally && { tally }),
      ...(counts && { counts }),
    },
    fingerprints: recordFingerprints(election, trustees, credentials, trackers, recorded),
    numbers: { credentials: credentialList.length, ballots: ballots.length, counted: trackers.length, decryptions },
    ...(counts && { totals: totalsOf(election, counts, trackers.length) }),
    ...(assurance && { assurance }),
  };
}

function totalsOf({ questions }: Election, counts: Counts, counted: number): SubjectTotals[] {
  return questions.map(({ question, answers }, subject) => {
    const row = counts[subject] ?? [];
    const levels = answers.map((level, index) => ({ level, count: row[index] ?? 0 }));
    return { subject: question, levels, unmarked: counted - row.reduce((sum, count) => sum + count, 0) };
  });
}
