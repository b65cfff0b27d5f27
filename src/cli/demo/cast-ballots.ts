import pMap from 'p-map';
import type { z } from 'zod';
import type { Connection } from '../../client/api.ts';
import type { Device } from '../../client/device.ts';
import { electionOfPage } from '../../client/sealing.ts';
import { castUntilAcknowledged, createRecastKey, openBallotPage } from '../../client/voter.ts';
import type { headView } from '../../contract/kit/session-values.ts';
import { createBallot, type Marks } from '../../protocol/ballot/create-ballot.ts';
import type { Election } from '../../protocol/record/election.ts';
import { granted, held } from './granted.ts';
import type { Holder } from './issue-papers.ts';

/** A ballot that somebody is going to cast with their paper. */
export interface PlannedBallot {
  readonly holder: Holder;
  readonly marks: Marks;
}

/** What a phone keeps after casting: enough to cast again and to find the ballot in the box. */
export interface PhoneAfterCast extends PlannedBallot {
  readonly recastKey: string;
  readonly tracker: string;
  /** Of the record, as the acknowledgement told it. */
  readonly head: Head;
}

type Head = z.infer<typeof headView>;

export const phonesAtOnce = 6;

/** All phones show the same election: it is read and checked once, its tables are made once. */
export async function readElectionOnPhone(
  service: Pick<Connection, 'baseUrl' | 'fetch'>,
  { link: { readKey, sessionId } }: Holder,
  { group }: Device,
): Promise<Election> {
  const page = granted(await openBallotPage({ ...service, readKey }, sessionId));
  return held(electionOfPage(group, page)).election;
}

/** Phones cast, some at the same moment. */
export function castOnPhones(
  baseUrl: string,
  device: Device,
  election: Election,
  ballots: readonly (PlannedBallot & { readonly recastKey?: string })[],
): Promise<PhoneAfterCast[]> {
  return pMap(
    ballots,
    async ({ holder, marks, recastKey = createRecastKey(device.random) }) => {
      const { sessionId, readKey, credential } = holder.link;
      const ballot = createBallot(device.group, election, credential, marks, device.random);
      // A phone signs nobody in: it has the read key of the link and nothing else.
      const phone = { baseUrl, readKey };
      const { value } = held(await castUntilAcknowledged(phone, device, sessionId, ballot, recastKey));
      return { holder, marks, recastKey, tracker: ballot.tracker, head: value.head };
    },
    { concurrency: phonesAtOnce },
  );
}
