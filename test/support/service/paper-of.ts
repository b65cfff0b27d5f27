import { parseVotingLink } from '../../../src/client/voting-link.ts';
import { sheetSerial } from '../../../src/domain/session/sheet-serial.ts';
import { publicCredential } from '../../../src/protocol/ballot/credential.ts';
import { sodiumGroup } from '../../../src/server/arithmetic/sodium-group.ts';

/** What a printed paper's link says: its credential, and the serial on its stub. Undefined where it is no such link. */
export function paperOf(text: string): { readonly credential: string; readonly serial: string } | undefined {
  const link = parseVotingLink(text);
  if (link === undefined) return undefined;
  const { sessionId, credential } = link;
  return { credential, serial: sheetSerial(publicCredential(sodiumGroup, sessionId, credential)) };
}
