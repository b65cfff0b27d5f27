import { drawPassword, type Member } from '../../../src/cli/demo/people.ts';
import {
  addCommittees,
  enrolAll,
  findForm,
  importAll,
  type Members,
  makeAdministrator,
} from '../../../src/cli/demo/prepare.ts';
import { committeeNames, rosterCsv } from '../../../src/cli/demo/roster-file.ts';
import { nodeDevice } from '../../../src/cli/node-device.ts';
import type { Connection } from '../../../src/client/api.ts';
import type { BallotForm } from '../../../src/domain/ballot-form.ts';
import type { CommitteeId } from '../../../src/domain/committee/committee.ts';
import type { KilledService } from './killed-service.ts';

/** A committee with everybody who acts in its votes, signed in. */
export interface SoakHall {
  readonly service: KilledService;
  readonly committeeId: CommitteeId;
  readonly superiorName: string;
  readonly form: BallotForm;
  readonly members: Members;
  /** Whoever asks again until there is an answer; for what may be sent twice. */
  again(member: Member): Connection;
  /** For programs that know themselves how to ask again. */
  once(member: Member): Connection;
}

export const subjects = 3;
export const tellers = 3;
/** Voters who receive their paper on their own phone. */
const phoneVoters = 2;

/** Makes committees, people and accounts over HTTP, while nothing is killed yet. */
export async function soakHall(service: KilledService, setupToken: string): Promise<SoakHall> {
  const names = committeeNames(undefined);
  const { random } = nodeDevice;
  const administrator = await makeAdministrator(service.baseUrl, setupToken, drawPassword(random));
  const form = await findForm(administrator, 'qd-96-2023');
  const committees = await addCommittees(administrator, names);
  const seats = await importAll(administrator, committees, rosterCsv(names, subjects, tellers, undefined));
  const members = await enrolAll(administrator, committees, seats, tellers, phoneVoters, nodeDevice);
  return {
    ...{ service, form, members, committeeId: committees.committee, superiorName: names.superior },
    again: ({ connection }) => ({ ...connection, fetch: service.again }),
    once: ({ connection }) => ({ ...connection, fetch: service.once }),
  };
}
