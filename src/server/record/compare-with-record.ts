import type { Session, Tally } from '../../domain/session/session.ts';
import { joinBytes } from '../../protocol/encoding/bytes.ts';
import { readRecordFiles } from '../../protocol/record/read-record.ts';
import { startRecord } from '../../protocol/record/record.ts';
import { writeResult } from '../../protocol/tally/result.ts';
import type { RecordPart } from '../store/session-store.ts';
import { dataFiles } from './data-files.ts';
import { electionTexts } from './election-texts.ts';

/** The parts of a vote's own record that its session repeats; all in the order of the record. */
export interface RepeatedParts {
  /** Seconds since 1970, of the record's beginning. */
  readonly timestamp: number;
  readonly setup: RecordPart;
  /** The encrypted tally, shares and result, as far as they are there. */
  readonly afterBallots: readonly RecordPart[];
}

/**
 * Where a session says something else than its record, in words for whoever runs the service: its texts than the setup,
 * its totals than the result. Undefined when it agrees. That the record itself holds is checked elsewhere.
 */
export function findDifference(
  session: Session,
  { timestamp, setup, afterBallots }: RepeatedParts,
): string | undefined {
  const broken = [setup, ...afterBallots].find((part) => !isWhole(part, timestamp));
  if (broken !== undefined) return `event ${broken.height} of its record was altered`;
  return (
    setupDifference(session, setup) ?? (session.tally && tallyDifference(session.tally, afterBallots)) ?? undefined
  );
}

/** Whether each file's name is its hash, and the event is the one that the part is described as. */
function isWhole(part: RecordPart, timestamp: number): boolean {
  const beginning = part.height === 0 ? [] : [startRecord(timestamp).bytes];
  const files = readRecordFiles(joinBytes([...beginning, part.bytes]));
  return files.ok && files.value.files.at(-1)?.name === `${part.hash}.event.json`;
}

function setupDifference(session: Session, part: RecordPart): string | undefined {
  const { opening } = session;
  if (opening === null) return undefined;
  const [election = '', trustees = '', credentials = ''] = dataFiles(part);
  const isSame = opening.election === election && opening.trustees === trustees && opening.credentials === credentials;
  if (!isSame || opening.setupHash !== part.payload) return 'its opening is not the setup of its record';
  const stated: Partial<ReturnType<typeof electionTexts>> & { uuid?: string } = JSON.parse(election);
  if (stated.uuid !== session.id) return 'its record is that of another session';
  const { questions = [], ...texts } = stated;
  const own = electionTexts(session);
  if (texts.name !== own.name) return 'its title is not the one in its record';
  if (texts.administrator !== own.administrator) return 'its committee is not the one in its record';
  if (texts.description !== own.description) return 'its roll, form, briefing or heading is not the one in its record';
  const lines = (of: typeof questions) => JSON.stringify(of.map(({ question, answers }) => [question, answers]));
  return lines(questions) === lines(own.questions) ? undefined : 'its subjects are not those in its record';
}

function tallyDifference(tally: Tally, parts: readonly RecordPart[]): string | undefined {
  const of = (type: RecordPart['type']) => parts.filter((part) => part.type === type);
  const [encrypted] = of('EncryptedTally');
  if (encrypted !== undefined) {
    const [, sized = '{}'] = dataFiles(encrypted);
    const { num_tallied: counted, encrypted_tally: hash } = JSON.parse(sized);
    if (counted !== tally.counted || hash !== tally.encryptedTally) return 'its ballots are not those in its record';
  }
  const owners = of('PartialDecryption').map((part) => JSON.parse(dataFiles(part)[1] ?? '{}').owner);
  if (owners.join() !== tally.sharesOf.join()) return 'its shares are not those in its record';
  const [result] = of('Result');
  const kept = tally.result === null ? undefined : writeResult(tally.result);
  const recorded = result && dataFiles(result)[0];
  return kept === recorded ? undefined : 'its totals are not those in its record';
}
