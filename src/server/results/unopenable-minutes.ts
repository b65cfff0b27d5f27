import { attendanceOf } from '../../domain/session/attendance.ts';
import { ledgerOf } from '../../domain/session/counting.ts';
import type { SessionWithPapers } from '../../domain/session/papers.ts';
import { survivingKeys } from '../../domain/session/publication.ts';
import { standingSubjects } from '../../domain/session/session.ts';
import type { UnopenableMinutesData } from '../../print/minutes-data.ts';
import { subjectWords } from '../../print/subject-words.ts';
import { sha256Base64, sha256Hex } from '../../protocol/encoding/hash.ts';
import type { Deps } from '../deps.ts';
import { localMoment } from '../kit/local-time.ts';
import { chairPosition } from '../meeting/chair-position.ts';
import { readHead } from '../record/record-head.ts';
import { ownRecord } from '../store/record-ref.ts';
import { minutesFrame, minutesLedger } from './minutes-frame.ts';
import { decidersOf, minutesRemarks, withoutStop } from './minutes-remarks.ts';
import { supplementOf } from './supplement.ts';

/** The minutes of a session whose box cannot be opened; undefined for any other session. */
export async function unopenableMinutesData(
  deps: Deps,
  state: SessionWithPapers,
): Promise<UnopenableMinutesData | undefined> {
  const { session } = state;
  const { unopenable, opening, form, settings, tellers } = session;
  const head = await readHead(deps, ownRecord(session.id));
  if (unopenable === undefined || opening === null || head === undefined) return undefined;
  const ledger = ledgerOf(state);
  const { summoned, present } = attendanceOf(session);
  const subject = subjectWords(form);
  return {
    ...minutesFrame(session, await chairPosition(deps, session), deps.clock()),
    title: 'BIÊN BẢN',
    abstract: `Không mở được hòm phiếu của ${session.committeeName}`,
    endedAt: localMoment(new Date(unopenable.at)),
    reason: withoutStop(unopenable.reason),
    decidedBy: decidersOf(session, 'declare-unopenable'),
    keys: {
      surviving: survivingKeys(session),
      threshold: settings.threshold,
      tellers: tellers.length,
      read: session.cardsRead?.length ?? 0,
    },
    attendance: { summoned, present, absent: summoned - present },
    ballots: {
      issued: ledger.issued,
      collected: ledger.collected,
      sheets: ledger.sheetsKeyed,
      phones: ledger.collected - ledger.sheetsKeyed,
    },
    ledger: minutesLedger(ledger),
    levels: form.levels.map(({ label }) => label.vi),
    subjectHeading: `${subject.name.vi}, ${subject.position.vi.toLocaleLowerCase('vi')}`,
    subjects: standingSubjects(session).map(({ name, position }) => ({ name, position })),
    remarks: minutesRemarks({
      ...session,
      decisions: session.decisions.filter(({ action }) => action.kind !== 'declare-unopenable'),
    }),
    record: {
      uuid: session.id,
      fingerprint: sha256Base64(opening.election),
      head: head.hash,
      height: head.height,
      supplementHash: sha256Hex(supplementOf(state)),
    },
  };
}
