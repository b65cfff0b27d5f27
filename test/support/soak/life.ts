import { readElectionOnPhone } from '../../../src/cli/demo/cast-ballots.ts';
import { someMarks } from '../../../src/cli/demo/marks.ts';
import { nodeDevice } from '../../../src/cli/node-device.ts';
import type { Election } from '../../../src/protocol/record/election.ts';
import type { BallotChecker } from '../../../src/protocol/verify/verify-options.ts';
import { verifyRecord } from '../../../src/protocol/verify/verify-record.ts';
import { boxLedger, type SentBallot, trackerOf } from './box-ledger.ts';
import { castOn, look, phoneOf } from './clients.ts';
import {
  attachMinutes,
  close,
  countSheets,
  endPhoneVoting,
  openAll,
  publish,
  type TakenHome,
  takeHome,
} from './count.ts';
import { type Beside, type Fire, fire, type Stage } from './fire.ts';
import { type SoakHall, subjects } from './hall.ts';
import { persistFor } from './persist.ts';
import { drawUp, fillRoll, issue, issuePapers, makeKeys, openBox, type Papers } from './prepare.ts';

export interface LifePlan {
  /** How often the service is killed in each state. */
  readonly kills: Readonly<Record<Stage, number>>;
  /** Clients at the same time; each votes with a paper of its own. */
  readonly clients: number;
  /** Milliseconds that they look at what they see, at most. */
  readonly looking: number;
  /** State in which the disk fills up, at its first kill. */
  readonly fullDiskIn: Stage | undefined;
  /** Goes on from a backup after the second kill while the box is open. */
  readonly restores: boolean;
  readonly checkBallots: BallotChecker | undefined;
}

export interface Lived {
  readonly acknowledged: number;
  /** Ballots that count, one of each paper. */
  readonly counted: number;
}

/** Marked with a pen: two instead of a phone's ballot, the others alone. */
const penned = 4;
const alsoOnPhone = 2;

type Aim = Omit<Fire, 'ledger'>;

/**
 * A whole session, from its draft to the published result, under fire; verified with all that its people know. What
 * takes the session into a state is done under the fire of that state.
 */
export async function live(hall: SoakHall, aim: Aim, plan: LifePlan): Promise<Lived> {
  const { service, members } = hall;
  const sessionId = await persistFor(service, () => drawUp(hall));
  const ledger = boxLedger(sessionId);
  const client = { hall, dice: aim.dice, ledger, looking: plan.looking };
  let readKey: string | undefined;
  /** Does the work of a state while clients look and the service is killed. */
  const under = async <Value>(stage: Stage, work: (isShot: () => boolean) => Promise<Value>): Promise<Value> => {
    let [isShot, isOver] = [false, false];
    const shooting = fire({ ...aim, ledger }, stage, plan.kills[stage], beside(plan, stage));
    const shot = shooting.finally(() => {
      isShot = true;
    });
    const both = Promise.all([work(() => isShot), shot]).finally(() => {
      isOver = true;
    });
    // While phones cast they are the clients.
    const lookers = stage === 'open' ? 2 : plan.clients;
    const [[value]] = await Promise.all([
      both,
      look({ ...client, sessionId, readKey: () => readKey }, lookers, () => isOver),
    ]);
    return value;
  };

  await under('draft', () => fillRoll(hall, sessionId, plan.clients));
  const { papers, keys } = await under('issued', async () => {
    await issue(hall, sessionId);
    const made = await issuePapers(hall, sessionId);
    readKey = made.holders[0]?.link.readKey;
    return { papers: made, keys: await makeKeys(hall, sessionId) };
  });
  const sheets = papers.holders.flatMap(({ sheet }) => (sheet === null ? [] : [sheet])).slice(-penned);
  const penOnly = sheets.slice(alsoOnPhone);
  const phones = papers.holders.filter(({ sheet }) => sheet === null || !penOnly.includes(sheet)).map(phoneOf);
  const { tellers, election } = await under('open', async (isShot) => {
    const opened = await openBox(hall, sessionId, keys);
    const read = await readElection(hall, papers);
    const casting = { ...client, election: read };
    await Promise.all(phones.map((phone) => castOn(casting, phone, isShot)));
    return { tellers: opened, election: read };
  });
  const inBox = sheets.map((sheet) => {
    return { sheet, marks: someMarks(hall.form, subjects, nodeDevice.random), invalidReason: null };
  });
  // Everybody voted, by phone or with a pen.
  const announced = papers.holders.length;
  await under('counting', async () => {
    await endPhoneVoting(hall, sessionId);
    return countSheets(hall, sessionId, election, inBox, ledger, announced);
  });
  const last = members.tellers.length - 1;
  const early = await under('closed', async () => {
    await close(hall, sessionId, papers.spares);
    return openAll(hall, sessionId, tellers.slice(0, last), announced);
  });
  const late = await under('tallied', async () => {
    const memories = await openAll(hall, sessionId, tellers.slice(last), announced);
    await attachMinutes(hall, sessionId);
    return memories;
  });
  const taken = await under('published', async () => {
    await publish(hall, sessionId);
    return persistFor(service, () => takeHome(hall, sessionId));
  });
  await ledger.check(service.stored);
  const counted = await ledger.counted(service.stored);
  await verify(plan, taken, counted, [...ledger.heads(), ...[...early, ...late].flatMap(({ heads }) => heads)]);
  return { acknowledged: ledger.acknowledged(), counted: counted.length };
}

/** As all phones read it: once is enough here. */
async function readElection({ service }: SoakHall, { holders }: Papers): Promise<Election> {
  const [first] = holders;
  if (first === undefined) throw new Error('nobody holds a paper');
  const { baseUrl, again } = service;
  return readElectionOnPhone({ baseUrl, fetch: again }, first, nodeDevice);
}

function beside({ fullDiskIn, restores }: LifePlan, stage: Stage): Beside {
  return {
    ...(stage === fullDiskIn ? { fullDiskAt: 0 } : {}),
    ...(stage === 'open' && restores ? { restoreAt: 1 } : {}),
  };
}

/** The result says what the last ballot of each paper said, and the record agrees with everything that people kept. */
async function verify(
  { checkBallots }: LifePlan,
  { record, supplement, documents, result }: TakenHome,
  counted: readonly SentBallot[],
  heads: Parameters<typeof verifyRecord>[1]['heads'] & object,
): Promise<void> {
  const report = await verifyRecord(record, {
    ...{ group: nodeDevice.group, uuid: result.record.uuid, supplement, documents, heads, final: true },
    ...{ trackers: counted.map(trackerOf), ...(checkBallots && { checkBallots }) },
  });
  if (!report.ok) throw new Error(`the record is refused: ${JSON.stringify(report.failure)}`);
  if (report.numbers?.counted !== counted.length) throw new Error(`${report.numbers?.counted} ballots are counted`);
  for (const [at, { levels }] of result.subjects.entries()) {
    const told = Object.values(levels).map(({ count }) => count);
    const marked = told.map((_, level) => counted.filter(({ marks }) => marks[at] === level).length);
    if (told.join() !== marked.join()) throw new Error(`subject ${at}: ${told.join()} instead of ${marked.join()}`);
  }
}
