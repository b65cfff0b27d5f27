import type { SessionWithPapers } from '../../domain/session/papers.ts';
import { sheetSerial } from '../../domain/session/sheet-serial.ts';

/** How a request names a sheet: by the serial on its stub, or by its public credential when it was scanned. */
export type SheetName = { readonly serial: string } | { readonly credential: string };

/** Public credentials of the named sheets, empty text for one that does not exist. */
export function credentialsOf(state: SessionWithPapers, names: readonly SheetName[]): readonly string[] {
  const bySerial = names.some((name) => 'serial' in name) ? serials(state) : new Map<string, string>();
  return names.map((name) => ('serial' in name ? (bySerial.get(name.serial) ?? '') : name.credential));
}

function serials({ papers }: SessionWithPapers): ReadonlyMap<string, string> {
  const sheets = [...papers.values()].filter(({ channel }) => channel === 'sheet');
  return new Map(sheets.map(({ credential }) => [sheetSerial(credential), credential]));
}
