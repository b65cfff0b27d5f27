import '../shared/frame/old-browsers.ts';
import '../shared/frame/no-eval.ts';
import { castSealedSheet, type SealedSheet, sealSheet } from '../../client/desk.ts';
import { type BallotPage, electionOfPage } from '../../client/sealing.ts';
import { nobleGroup } from '../../protocol/arithmetic/noble-group.ts';
import { type Election, electionKey } from '../../protocol/record/election.ts';
import { randomBytes } from '../shared/device/random-bytes.ts';
import type { JobInput } from '../shared/workers/line-message.ts';
import { serveLine } from '../shared/workers/serve-line.ts';
import type { DeskAnswer, DeskPrograms } from './desk-message.ts';

/** Seals and casts one sheet, and is ended after it: what it knew of the sheet goes with it. */
const device = {
  group: nobleGroup,
  random: randomBytes,
  wait: (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)),
};

let prepared: Election | undefined;
/** Once it is sealed a sheet is sent as it is, however often. */
let sealed: SealedSheet | undefined;

/** The tables of the election's key take longer than a ballot: they are made while the sheet is keyed. */
function prepare(page: BallotPage): void {
  const read = electionOfPage(nobleGroup, page);
  if (!read.ok) return;
  prepared = read.election;
  nobleGroup.generatorPower(1n);
  electionKey(nobleGroup, prepared).power(1n);
}

async function cast({ page, credential, marks, invalidReason }: JobInput<DeskPrograms, 'cast'>): Promise<DeskAnswer> {
  const read = prepared ? ({ ok: true, election: prepared } as const) : electionOfPage(nobleGroup, page);
  if (!read.ok) return read;
  sealed ??= sealSheet(device, read.election, { credential, marks, invalidReason });
  return castSealedSheet({ baseUrl: '' }, device, page.sessionId, sealed);
}

serveLine<DeskPrograms>(() => ({ prepare, cast }));
