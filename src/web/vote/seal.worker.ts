import '../shared/frame/old-browsers.ts';
import { electionOfPage } from '../../client/sealing.ts';
import { nobleGroup } from '../../protocol/arithmetic/noble-group.ts';
import { createBallot } from '../../protocol/ballot/create-ballot.ts';
import { type Election, electionKey } from '../../protocol/record/election.ts';
import { randomBytes } from '../shared/device/random-bytes.ts';
import { serveLine } from '../shared/workers/serve-line.ts';
import type { SealPrograms } from './seal-message.ts';

/** All arithmetic of the voting page happens here, away from the screen. */
let known: Election | undefined;

/** The tables of the election's key take longer than a ballot: they are kept with the election. */
function electionFor(page: Parameters<typeof electionOfPage>[1]): ReturnType<typeof electionOfPage> {
  const read = electionOfPage(nobleGroup, page);
  if (read.ok && known?.text === read.election.text) return { ok: true, election: known };
  known = read.ok ? read.election : undefined;
  return read;
}

serveLine<SealPrograms>(() => ({
  prepare: (page) => {
    const read = electionFor(page);
    if (!read.ok) return;
    nobleGroup.generatorPower(1n);
    electionKey(nobleGroup, read.election).power(1n);
  },
  seal: ({ page, credential, marks }) => {
    const read = electionFor(page);
    if (!read.ok) return read;
    return { ok: true, ballot: createBallot(nobleGroup, read.election, credential, marks, randomBytes) };
  },
}));
