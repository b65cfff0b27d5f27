import { readTellerView } from '../../contract/session/teller-view.ts';
import { sendShare } from '../../contract/tally/tally.ts';
import type { SessionId } from '../../domain/session/session.ts';
import type { BallotSum } from '../../protocol/tally/ballot-sum.ts';
import type { BallotChecker } from '../../protocol/verify/verify-options.ts';
import type { VerifyFailure } from '../../protocol/verify/verify-report.ts';
import { type Connection, call } from '../api.ts';
import type { Device } from '../device.ts';
import { fetchRecordWithHints } from '../record-with-hints.ts';
import { untilAnswered } from '../until-answered.ts';
import { makeShare } from './make-share.ts';
import type { TellerMemory } from './memory.ts';

/** The teller behind the program. */
export interface OpeningTeller {
  /** The number of ballots announced in the hall, typed in. */
  readonly announced: number;
  /** Called before the share leaves: a phone that forgot it could open a second tally. */
  readonly remember: (memory: TellerMemory) => Promise<void>;
  /** Of the election whose setup was confirmed at opening. */
  readonly fingerprint?: string | null;
  readonly checkBallots?: BallotChecker;
  /** What this program found when it verified the record earlier. */
  readonly earlier?: EarlierCheck;
}

/** Of a record that was verified when it was shorter. */
export interface EarlierCheck {
  /** The counted ballots, added up. */
  readonly sum: BallotSum;
  /** How long the record was, in bytes. */
  readonly length: number;
}

export type OpenedShare =
  | { readonly ok: true; readonly memory: TellerMemory }
  | {
      readonly ok: false;
      readonly refusal: string;
      readonly failure?: VerifyFailure;
      /** Where the announced number differs: the number of ballots in the record. */
      readonly counted?: number;
      readonly memory: TellerMemory;
    };

/**
 * A teller's part in opening the totals: fetches the record, verifies it whole, sends the share or says why not. A share
 * that is there already is not made again.
 */
export async function openTotals(
  connection: Connection,
  device: Device,
  sessionId: SessionId,
  memory: TellerMemory,
  { announced, remember, fingerprint = null, checkBallots, earlier }: OpeningTeller,
): Promise<OpenedShare> {
  const params = { sessionId };
  const refused = ({ refusal }: { readonly refusal: string }) => ({ ok: false, refusal, memory }) as const;
  const view = await call(connection, readTellerView, { params });
  if (!view.ok) return refused(view);
  const { me, ceremony, tally } = view.value;
  if (ceremony === null) return refused({ refusal: 'ceremony-not-running' });
  if (tally === null) return refused({ refusal: 'not-closed' });
  // Only this program knows that it sent one; where it does not, everything is verified and the service refuses a second.
  const isSent = tally.sharesOf.includes(me) && memory.decrypted.has(sessionId);
  if (isSent) return { ok: true, memory };
  const fetched = await fetchRecordWithHints(connection, sessionId, earlier?.length);
  if (!fetched.ok) return refused(fetched);
  const { record, hints } = fetched.value;
  const made = await makeShare(device, memory, {
    record,
    electionId: sessionId,
    announced,
    output: ceremony.myOutput,
    fingerprint,
    ...(checkBallots && { checkBallots }),
    ...(hints && { hints }),
    ...(earlier && { sum: earlier.sum }),
  });
  if (!made.ok) {
    const { failure, counted } = made;
    if (made.refusal === 'already-opened') return { ok: true, memory };
    return { ...refused(made), ...(failure && { failure }), ...(counted !== undefined && { counted }) };
  }
  if (tally.announced !== announced) return refused({ refusal: 'announced-number-differs' });
  await remember(made.memory);
  const sent = await untilAnswered<typeof sendShare>(device, () =>
    call(connection, sendShare, { params, body: { ...made.share, collected: announced } }),
  );
  // A lost answer to the first attempt: the share is there.
  if (!sent.ok && sent.refusal !== 'share-already-sent') return { ...refused(sent), memory: made.memory };
  return { ok: true, memory: made.memory };
}
