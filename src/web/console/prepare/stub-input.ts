import { parsePaperCode } from '../../../client/voting-link.ts';
import { sheetSerial } from '../../../domain/session/sheet-serial.ts';
import { nobleGroup } from '../../../protocol/arithmetic/noble-group.ts';
import { isCredential, publicCredential } from '../../../protocol/ballot/credential.ts';

/**
 * The serial of a sheet from what was typed or scanned: the serial on its stub, or the sheet's link or credential, of
 * which only the public half is used. Undefined when it is neither, or the link is another session's.
 */
export function serialOf(text: string, sessionId: string): string | undefined {
  const link = parsePaperCode(text);
  if (link !== undefined && link.sessionId !== sessionId) return undefined;
  const credential = link?.credential ?? text.trim();
  if (isCredential(credential)) return sheetSerial(publicCredential(nobleGroup, sessionId, credential));
  // Crockford's alphabet: O is read as 0, I and L as 1.
  const letters = text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  return /^[0-9A-Z]{8}$/.test(letters) ? `${letters.slice(0, 4)}-${letters.slice(4)}` : undefined;
}
