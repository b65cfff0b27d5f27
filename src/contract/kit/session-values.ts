import { z } from 'zod';
import { printRunId, sessionId, sessionStates, subjectId, voterId } from '../../domain/session/session.ts';
import { shownBirthYear } from './shown-birth-year.ts';
import { exactBytes, lineOfText, linesOfText } from './text.ts';

export const sessionParams = z.object({ sessionId });
/** Public half of a credential: a point's text form (PROTOCOL §1). */
export const credential = z.string().regex(/^[0-9a-f]{64}$/);
export const hash = z.string().regex(/^[0-9a-f]{64}$/);
/** 43 characters of Base64 (PROTOCOL §7.1). */
export const tracker = z.string().regex(/^[A-Za-z0-9+/]{43}$/);
/** Printed on a sheet's stub: derived from the public credential, so that nobody keeps a list (see `sheetSerial`). */
export const serial = z.string().regex(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
/** A protocol message, byte for byte as its program wrote it. */
export const protocolText = (maximum: number) => exactBytes(z.string().min(1).max(maximum));
export const instant = z.iso.datetime();
/** When it was noticed, by the clock as it was set; seconds forward, negative when it was put back. */
export const clockMove = z.object({ at: instant, seconds: z.int() });
export const state = z.enum(sessionStates);
export const count = z.int().min(0).max(1_000_000);
export const paragraph = linesOfText(10_000);
export const ref = z.string().min(1).max(64);

/**
 * The id of what is to be made, drawn by the caller and kept while it sends again: sent twice, done once. Without one the
 * service draws it.
 */
export const newId = z.uuid().optional();

export const problemView = z.object({ code: z.string(), about: z.string().optional() });
export const actorView = z.object({ name: z.string() });

export const subjectView = z
  .object({
    id: subjectId,
    name: z.string(),
    birthYear: shownBirthYear,
    position: z.string(),
    excludedFor: z.string().nullable(),
    struckFor: z.string().nullable(),
  })
  .meta({ id: 'Subject' });

export const voterView = z
  .object({
    id: voterId,
    personId: z.string().nullable(),
    name: z.string(),
    birthYear: shownBirthYear,
    position: z.string(),
    kind: z.enum(['seat', 'participant']),
    received: z.enum(['sheet', 'phone']).nullable(),
    present: z.boolean(),
  })
  .meta({ id: 'Voter' });

export const tellerView = z
  .object({ index: z.int(), personId: z.string(), name: z.string(), birthYear: shownBirthYear })
  .meta({ id: 'Teller' });

export const printRunView = z
  .object({
    id: printRunId,
    size: count,
    status: z.enum(['printed', 'confirmed', 'void']),
    /** The list of subjects has changed since: the sheets are to be recalled. */
    recalled: z.boolean(),
  })
  .meta({ id: 'PrintRun' });

export const ledgerView = z
  .object({
    printed: count,
    handedOut: count,
    unused: count,
    void: count,
    phone: count,
    issued: count,
    collected: count,
    notReturned: z.int(),
    sheetsKeyed: count,
    present: count,
  })
  .meta({ id: 'Ledger' });

export const settingsBody = z.strictObject({
  title: lineOfText(300),
  /** Where the conference is held. */
  place: lineOfText(200),
  /** The locality that the papers are dated from; they leave room to write it where none is given. */
  placeOfIssue: lineOfText(100).nullable().default(null),
  heldOn: z.iso.date(),
  convenedBy: lineOfText(200),
  plan: lineOfText(100).nullable().default(null),
  phonePapers: z.boolean().default(true),
});

/** Head of a record: the hash of its last event and that event's height (PROTOCOL §12). */
export const headView = z.object({ hash, height: z.int().min(0) }).meta({ id: 'Head' });

/** A session that is locked because it is not what the service wrote: nothing else of it is shown. */
export const lockedSession = z
  .object({ sessionId, committee: z.string(), heldOn: z.string() })
  .meta({ id: 'LockedSession' });
