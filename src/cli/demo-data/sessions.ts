import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Connection } from '../../client/api.ts';
import { call } from '../../client/api.ts';
import type { Device } from '../../client/device.ts';
import { proposeDecision, signDecision } from '../../contract/decisions/decisions.ts';
import type { BallotForm } from '../../domain/ballot-form.ts';
import type { PlanId } from '../../domain/plan/plan-id.ts';
import type { SessionId } from '../../domain/session/session.ts';
import type { BallotChecker } from '../../protocol/verify/verify-options.ts';
import { castOnPhones, readElectionOnPhone } from '../demo/cast-ballots.ts';
import { announce, closeBox, endPhoneVoting, keySheets } from '../demo/count-ballots.ts';
import { granted } from '../demo/granted.ts';
import { handOutSheets, printSheets, receivePhonePapers } from '../demo/issue-papers.ts';
import { briefAndCount, holdCeremony, holdRehearsal, openBox, type TellerAtWork } from '../demo/make-keys.ts';
import { planNumbers } from '../demo/numbers.ts';
import { openAllShares, publish } from '../demo/open-result.ts';
import type { Member } from '../demo/people.ts';
import { planBallots } from '../demo/plan-ballots.ts';
import { drawUpSession, nameAndIssue } from '../demo/prepare.ts';
import type { CommunePeople } from './people.ts';
import { type ExampleCommittee, type StageName, stages } from './province.ts';

/** Who and what all sessions of the example share. */
export interface ExampleHall {
  readonly baseUrl: string;
  readonly device: Device;
  readonly checkBallots: BallotChecker;
  readonly form: BallotForm;
  /** Under which it is held; null for none. */
  readonly planId: PlanId | null;
  readonly superior: string;
  readonly tellers: readonly Member[];
  /** Where the printed sheets of each session are left. */
  readonly folder: string;
}

/** What is needed to go on with a session where the example leaves it. */
export interface LaidSession {
  readonly sessionId: SessionId;
  /** The tellers' seeds, for their key cards; none before the ceremony, and none where nothing is left to open. */
  readonly tellers: readonly TellerAtWork[];
}

const participants = 14;
const threshold = 2;

function has(stage: StageName, reached: StageName): boolean {
  // A cancelled session of the example got as far as an open box.
  const at = stage === 'cancelled' ? stages.indexOf('open') : stages.indexOf(stage);
  return at >= stages.indexOf(reached);
}

/** Holds one vote through the HTTP API up to a stage, with the programs of people. */
export async function laySession(
  hall: ExampleHall,
  commune: ExampleCommittee,
  people: CommunePeople,
  stage: StageName,
  heldOn: string,
): Promise<LaidSession> {
  const { baseUrl, device, form, planId, superior, tellers } = hall;
  const { chair, office, voters } = people;
  const asked = { subjects: commune.seats.length, voters: participants, tellers: tellers.length, threshold };
  const planned = planNumbers({ ...asked, table: undefined }, form);
  const numbers = { ...planned, phonePapers: Math.min(voters.length, planned.phonePapers) };
  const conference = { committeeId: commune.id, form, planId, heldOn, convenedBy: superior };
  const { id: sessionId } = await drawUpSession(chair.connection, conference, numbers);
  const laid = (atWork: readonly TellerAtWork[] = []): LaidSession => ({ sessionId, tellers: atWork });
  if (!has(stage, 'issued')) return laid();

  await nameAndIssue(chair.connection, sessionId, tellers, threshold);
  const round = form.kind === 'rating' ? 'xếp loại ' : '';
  const folder = join(hall.folder, `${heldOn.slice(0, 4)} ${round}${commune.name}`);
  await mkdir(folder, { recursive: true });
  const sheets = numbers.present - numbers.phonePapers + numbers.spares;
  const pile = await printSheets(office, device, sessionId, sheets, folder);
  if (!has(stage, 'open')) return laid();

  const phones = await receivePhonePapers(voters.slice(0, numbers.phonePapers), device, sessionId);
  const papers = await handOutSheets(office, sessionId, pile, phones, numbers);
  const ceremony = await holdCeremony(chair, tellers, threshold, device, sessionId);
  const rehearsal = await holdRehearsal(ceremony.tellers, device, sessionId, form, numbers.subjects);
  const present = papers.holders.map(({ voterId }) => voterId);
  await briefAndCount(people.secretary, office, sessionId, form, present);
  const { tellers: atWork } = await openBox(chair, rehearsal.tellers, device, sessionId);
  const [first] = papers.holders;
  if (first === undefined) throw new Error('nobody holds a paper');
  const election = await readElectionOnPhone({ baseUrl }, first, device);
  const plan = planBallots(papers.holders, numbers, form, undefined, device.random);
  const onPhones = has(stage, 'counting') ? plan.phones : plan.phones.slice(0, 6);
  await castOnPhones(baseUrl, device, election, onPhones);
  if (stage === 'cancelled') await cancel(chair, tellers, sessionId);
  if (!has(stage, 'counting')) return laid(stage === 'cancelled' ? [] : atWork);

  const [teller = chair] = tellers;
  await endPhoneVoting(chair, teller, device, sessionId);
  const announced = await announce(teller, sessionId, plan.sheets);
  const keyed = has(stage, 'closed') ? plan.sheets : plan.sheets.slice(0, 1);
  await keySheets(teller, device, sessionId, election, keyed);
  if (!has(stage, 'closed')) return laid(atWork);

  await closeBox(office, chair, sessionId, papers.spares);
  if (!has(stage, 'tallied')) return laid(atWork);
  await openAllShares(atWork, device, sessionId, announced.collected, hall.checkBallots);
  if (has(stage, 'published')) await publish(chair, office, sessionId);
  return laid();
}

async function cancel(chair: Member, tellers: readonly Member[], sessionId: SessionId): Promise<void> {
  const params = { sessionId };
  const body = {
    action: { kind: 'cancel' },
    reason: 'Mất điện kéo dài tại hội trường; hội nghị lùi sang ngày khác',
  } as const;
  const { id } = granted(await call(chair.connection, proposeDecision, { params, body }));
  const sign = async (connection: Connection) =>
    granted(await call(connection, signDecision, { params: { ...params, decisionId: id } }));
  for (const { connection } of tellers.slice(0, 2)) await sign(connection);
}
