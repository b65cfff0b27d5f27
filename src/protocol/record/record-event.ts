import { parseCanonical, writeCanonical } from '../encoding/json.ts';
import { utf8Text } from '../encoding/utf8.ts';

/** The events of a record and how many data files each brings (PROTOCOL §10); the last data file is its payload. */
export const dataFilesOfEvent = {
  Setup: 4,
  Ballot: 1,
  EndBallots: 0,
  EncryptedTally: 2,
  PartialDecryption: 2,
  Result: 1,
} as const satisfies Record<string, number>;

export type EventType = keyof typeof dataFilesOfEvent;

/** The event file itself. `parent` and `payload` are HEX hashes. */
export interface EventHeader {
  readonly parent?: string;
  readonly height: number;
  readonly type: EventType;
  readonly payload?: string;
}

// The only legal order. belenios-tool does not check it, and a second tally or a late ballot would hide data (PROTOCOL §10).
const mayFollow: Record<EventType | 'nothing', readonly EventType[]> = {
  nothing: ['Setup'],
  Setup: ['Ballot', 'EndBallots'],
  Ballot: ['Ballot', 'EndBallots'],
  EndBallots: ['EncryptedTally'],
  EncryptedTally: ['PartialDecryption'],
  PartialDecryption: ['PartialDecryption', 'Result'],
  Result: [],
};

/** Whether an event of this type may stand after one of the type `previous` (undefined: at the start). */
export function isEventAllowed(previous: EventType | undefined, type: EventType): boolean {
  return mayFollow[previous ?? 'nothing'].includes(type);
}

/** The event file as text, canonical: parent and payload only where they exist. */
export function writeEventHeader({ parent, height, type, payload }: EventHeader): string {
  return writeCanonical({
    ...(parent === undefined ? {} : { parent }),
    height,
    type,
    ...(payload === undefined ? {} : { payload }),
  });
}

/** Reads an event file; undefined unless it is exactly what writeEventHeader writes. */
export function readEventHeader(bytes: Uint8Array): EventHeader | undefined {
  const value: unknown = parseCanonical(bytes);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { parent, height, type, payload } = value as { readonly [name: string]: unknown };
  if (!isEventType(type) || !isHeight(height)) return undefined;
  if ((parent !== undefined && !isHash(parent)) || (payload !== undefined && !isHash(payload))) return undefined;
  const header = {
    ...(parent === undefined ? {} : { parent }),
    height,
    type,
    ...(payload === undefined ? {} : { payload }),
  };
  // Written again and compared: no other field, no other order.
  return writeEventHeader(header) === utf8Text(bytes) ? header : undefined;
}

function isEventType(value: unknown): value is EventType {
  return typeof value === 'string' && Object.hasOwn(dataFilesOfEvent, value);
}

function isHeight(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isHash(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}
