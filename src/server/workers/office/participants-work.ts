import type { z } from 'zod';
import type { ProblemItem } from '../../../contract/kit/problem.ts';
import type { readParticipants as reading } from '../../../contract/session/roll.ts';
import type { Capitals } from '../../../domain/lists/line-people.ts';
import { readParticipants } from '../../../domain/lists/read-participants.ts';
import type { ListedParticipant } from '../../../domain/roster/recognise-participants.ts';
import { accept } from '../../../domain/ruling.ts';
import type { Session } from '../../../domain/session/session.ts';
import { listAnswer, problemItems } from '../../lists/list-answer.ts';
import { readParticipantFile } from '../../lists/read-list-file.ts';
import type { SpreadsheetRefusal } from '../../spreadsheets/unreadable.ts';
import type { CommitteeStore } from '../../store/committee-store.ts';

/** A list of those summoned, and who is on the roll. */
export interface ParticipantsToPreview {
  readonly file: Uint8Array;
  readonly capitals: Capitals;
  readonly roll: Session['roll'];
  /** ISO day. */
  readonly today: string;
}

type Listed = z.infer<(typeof reading.replies)[200]>;
export type ParticipantsPreview =
  | { readonly ok: true; readonly value: Listed }
  | {
      readonly ok: false;
      readonly refusal: SpreadsheetRefusal | 'roster-has-problems';
      readonly problems?: readonly ProblemItem[];
    };

/** Those summoned as a list has them, each beside who they are known to be. */
export async function previewParticipantFile(
  committees: Pick<CommitteeStore, 'people'>,
  { file, capitals, roll, today }: ParticipantsToPreview,
): Promise<ParticipantsPreview> {
  const read = await readParticipantFile({ file, capitals });
  if (!read.ok) return read;
  const people = await committees.people();
  const holders = new Set(roll.flatMap(({ kind, personId }) => (kind === 'seat' ? [personId] : [])));
  const seated = people.filter(({ id: one }) => holders.has(one));
  const listed = readParticipants(read.value, { people, roll, seated }, today);
  if (!listed.ok) return { ok: false, refusal: 'roster-has-problems', problems: problemItems(listed.problems) };
  const { participants, worksheets, warnings } = listed;
  return accept({ participants: participants.map(participantView), ...listAnswer(worksheets, warnings) });
}

/** With what tells namesakes apart only where the line has it; a code that is a known person's is theirs already. */
function participantView({ code, birthYear, repeats, ...one }: ListedParticipant): Listed['participants'][number] {
  return {
    ...one,
    ...(code === null || one.personId !== null ? {} : { code }),
    ...(birthYear === null ? {} : { birthYear }),
    ...(repeats ? { repeats } : {}),
  };
}
