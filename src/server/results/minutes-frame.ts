import type { Ledger, Session } from '../../domain/session/session.ts';
import { documentLayouts } from '../../print/document-layout.ts';
import type { MinutesFrame, MinutesLedger } from '../../print/minutes-data.ts';
import { localMoment } from '../kit/local-time.ts';
import { recipientsOf } from '../meeting/signatories.ts';

/** What the minutes of a count and those of a cancelled session have in common. */
export function minutesFrame(session: Session, chairRole: string, now: Date) {
  const { form, settings } = session;
  return {
    language: 'vi',
    createdAt: now,
    head: {
      layout: form.documentLayout,
      // The office numbers documents by its own register: room to write it in.
      superior: session.superiorName,
      issuer: session.committeeName,
      number: documentLayouts[form.documentLayout].blankNumber('BB'),
      place: settings.placeOfIssue ?? null,
      date: settings.heldOn,
    },
    citation: form.citation.vi,
    sessionTitle: settings.title,
    venue: settings.place,
    convenedBy: settings.convenedBy,
    startedAt: localMoment(new Date(session.openedAt ?? settings.heldOn)),
    chair: { name: session.chair.name, role: chairRole },
    // Nobody is appointed head of the tellers here.
    tellers: session.tellers.map(({ name }) => ({ name, role: '' })),
    recipients: recipientsOf(session),
  } satisfies Partial<MinutesFrame>;
}

/** The receipt ledger as the minutes print it. */
export function minutesLedger(ledger: Ledger | undefined): MinutesLedger {
  return {
    printed: ledger?.printed ?? 0,
    handedOut: ledger?.handedOut ?? 0,
    unused: ledger?.unused ?? 0,
    void: ledger?.void ?? 0,
    onPhones: ledger?.phone ?? 0,
    notReturned: ledger?.notReturned ?? 0,
  };
}
