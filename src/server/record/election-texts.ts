import { hashDocuments, recordDocuments } from '../../domain/session/record-documents.ts';
import { type Session, standingSubjects } from '../../domain/session/session.ts';
import { electionText, subjectLine } from '../../domain/session/subject-line.ts';
import { createDescription } from '../../protocol/record/description.ts';
import type { ElectionDetails } from '../../protocol/record/election.ts';

export type ElectionTexts = Pick<ElectionDetails, 'name' | 'description' | 'questions'> & {
  readonly administrator: string;
};

/**
 * What an election says of its session: everything in it that people read. The record fixes it at opening, and a session
 * is compared with it whenever it is loaded: a change of these words would lock every session opened before it.
 */
export function electionTexts(session: Session, title = session.settings.title): ElectionTexts {
  const answers = session.form.levels.map(({ label }) => electionText(label.vi));
  return {
    name: electionText(title),
    description: describe(session),
    questions: standingSubjects(session).map(({ name, position }) => ({
      question: subjectLine({ name, position }),
      answers,
    })),
    administrator: electionText(session.committeeName),
  };
}

/** One sentence for whoever reads the record without this service, and the hashes of roll, form and briefing. */
function describe(session: Session): string {
  const { committeeName, form, settings } = session;
  const { place, heldOn, convenedBy, plan } = settings;
  const parts = [committeeName, `${place}, ${heldOn}`, convenedBy, `Mẫu phiếu ${form.id}`];
  const sentence = [...parts, ...(plan === null ? [] : [`Kế hoạch ${plan}`])].join('; ');
  // The hashes begin at this mark, so that the sentence itself must not have it.
  const title = electionText(sentence).replaceAll('· SHA-256:', '- SHA-256:');
  return createDescription(title, hashDocuments(recordDocuments(session)));
}
