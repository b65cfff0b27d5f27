import * as z from 'zod/mini';
import { printRunId, sessionId, sessionStates, subjectId, voterId } from '../../domain/session/session.ts';
import { shownBirthYear } from './shown-birth-year.ts';
import { exactBytes, lineOfText, linesOfText } from './text.ts';

export const sessionParams = z.object({ sessionId });
/** Public half of a credential: a point's text form (PROTOCOL §1). */
export const credential = z.string().check(z.regex(/^[0-9a-f]{64}$/));
export const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
/** 43 characters of Base64 (PROTOCOL §7.1). */
export const tracker = z.string().check(z.regex(/^[A-Za-z0-9+/]{43}$/));
/** Printed on a sheet's stub: derived from the public credential, so that nobody keeps a list (see `sheetSerial`). */
export const serial = z.string().check(z.regex(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/));
/** A protocol message, byte for byte as its program wrote it. */
export const protocolText = (maximum: number) => exactBytes(z.string().check(z.minLength(1), z.maxLength(maximum)));
export const instant = z.iso.datetime();
/** When it was noticed, by the clock as it was set; seconds forward, negative when it was put back. */
export const clockMove = z.object({ at: instant, seconds: z.int() });
export const state = z.enum(sessionStates);
export const count = z.int().check(z.minimum(0), z.maximum(1_000_000));
export const paragraph = linesOfText(10_000);
export const ref = z.string().check(z.minLength(1), z.maxLength(64));

/**
 * The id of what is to be made, drawn by the caller and kept while it sends again: sent twice, done once. Without one the
 * service draws it.
 */
export const newId = z.optional(z.uuid());

export const problemView = z.object({ code: z.string(), about: z.optional(z.string()) });
export const actorView = z.object({ name: z.string() });

export const subjectView = z
  .object({
    id: subjectId,
    name: z.string(),
    birthYear: shownBirthYear,
    position: z.string(),
    excludedFor: z.nullable(z.string()),
    struckFor: z.nullable(z.string()),
  })
  .register(z.globalRegistry, { id: 'Subject' });

export const voterView = z
  .object({
    id: voterId,
    personId: z.nullable(z.string()),
    name: z.string(),
    birthYear: shownBirthYear,
    position: z.string(),
    kind: z.enum(['seat', 'participant']),
    received: z.nullable(z.enum(['sheet', 'phone'])),
    present: z.boolean(),
  })
  .register(z.globalRegistry, { id: 'Voter' });

export const tellerView = z
  .object({
    index: z.int(),
    personId: z.string(),
    name: z.string(),
    birthYear: shownBirthYear,
    /** Entered by name, without a seat. */
    byName: z.optional(z.literal(true)),
  })
  .register(z.globalRegistry, { id: 'Teller' });

/** That some phone has opened an address, by the console's code or by a paper's link; never when or which. */
export const phoneSeenView = z
  .object({ address: z.url(), by: z.enum(['test', 'paper']) })
  .register(z.globalRegistry, { id: 'PhoneSeen' });

export const printRunView = z
  .object({
    id: printRunId,
    size: count,
    status: z.enum(['printed', 'confirmed', 'void']),
    /** The list of subjects has changed since: the sheets are to be recalled. */
    recalled: z.boolean(),
    /** What the sheets' links begin with; null where they have none, or from before it was noted. */
    address: z.nullable(z.string()),
  })
  .register(z.globalRegistry, { id: 'PrintRun' });

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
  .register(z.globalRegistry, { id: 'Ledger' });

export const settingsBody = z.strictObject({
  title: lineOfText(300),
  /** Where the conference is held. */
  place: lineOfText(200),
  /** The locality that the papers are dated from; they leave room to write it where none is given. */
  placeOfIssue: z._default(z.nullable(lineOfText(100)), null),
  heldOn: z.iso.date(),
  convenedBy: lineOfText(200),
  plan: z._default(z.nullable(lineOfText(100)), null),
  phonePapers: z._default(z.boolean(), true),
});

/** Head of a record: the hash of its last event and that event's height (PROTOCOL §12). */
export const headView = z
  .object({ hash, height: z.int().check(z.minimum(0)) })
  .register(z.globalRegistry, { id: 'Head' });

/** A session that is locked because it is not what the service wrote: nothing else of it is shown. */
export const lockedSession = z
  .object({ sessionId, committeeName: z.string(), heldOn: z.string() })
  .register(z.globalRegistry, { id: 'LockedSession' });
