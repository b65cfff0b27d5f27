import type { Connection } from '../../client/api.ts';
import { receivePhonePaper } from '../../client/voter.ts';
import { makeVotingLink } from '../../client/voting-link.ts';
import type { SessionId } from '../../domain/session/session.ts';
import { nobleGroup } from '../../protocol/arithmetic/noble-group.ts';
import { createCredential } from '../../protocol/ballot/credential.ts';
import { randomBytes } from '../shared/device/random-bytes.ts';
import type { Answer } from '../shared/fetch/answer.ts';
import { waitOrOnline } from '../shared/fetch/wait.ts';
import type { PhonePapers } from './phone-papers.ts';

/**
 * Makes a paper on this phone and registers its public half. The credential is on the phone before anything is sent:
 * an answer that is lost loses no paper. A module of its own, loaded when it is needed: the arithmetic is large.
 */
export async function receivePaper(
  connection: Connection,
  kept: PhonePapers,
  sessionId: SessionId,
): Promise<Answer<string> | 'keeps-nothing'> {
  const credential = kept.readBegun(sessionId) ?? createCredential(randomBytes);
  if (!kept.begin(sessionId, credential)) return 'keeps-nothing';
  const device = { group: nobleGroup, random: randomBytes, wait: waitOrOnline };
  const received = await receivePhonePaper(connection, device, sessionId, credential);
  if (!received.ok) return received;
  // What this phone keeps of the paper lies under the address that it has open, whatever the service is called elsewhere.
  const votingAddress = new URL(new URL(received.link.votingAddress).pathname, location.origin).href;
  const link = makeVotingLink({ ...received.link, votingAddress });
  kept.keep(sessionId, link);
  return { ok: true, value: link };
}
