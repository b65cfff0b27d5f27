import '../shared/frame/old-browsers.ts';
import { electionOfPage, sealBallot } from '../../client/sealing.ts';
import { nobleGroup } from '../../protocol/arithmetic/noble-group.ts';
import { type Election, electionKey } from '../../protocol/record/election.ts';
import { randomBytes } from '../shared/device/random-bytes.ts';
import type { SealAnswer, SealReply, SealRequest } from './seal-message.ts';

/** All arithmetic of the voting page happens here, away from the screen. */
const device = { group: nobleGroup, random: randomBytes, wait: () => Promise.resolve() };

let known: Election | undefined;

/** The tables of the election's key take longer than a ballot: they are kept with the election. */
function electionFor(page: Parameters<typeof electionOfPage>[1]): ReturnType<typeof electionOfPage> {
  const read = electionOfPage(nobleGroup, page);
  if (read.ok && known?.text === read.election.text) return { ok: true, election: known };
  known = read.ok ? read.election : undefined;
  return read;
}

function seal(request: Extract<SealRequest, { kind: 'seal' }>): SealReply {
  const read = electionFor(request.page);
  if (!read.ok) return read;
  return { ok: true, ballot: sealBallot(device, read.election, request.credential, request.marks) };
}

self.addEventListener('message', ({ data }: MessageEvent<SealRequest>) => {
  if (data.kind === 'seal') {
    const answer: SealAnswer = { number: data.number, reply: seal(data) };
    self.postMessage(answer);
    return;
  }
  const read = electionFor(data.page);
  if (!read.ok) return;
  nobleGroup.generatorPower(1n);
  electionKey(nobleGroup, read.election).power(1n);
});
