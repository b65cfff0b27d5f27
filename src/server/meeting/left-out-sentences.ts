import { subjectsLeftOut } from '../../domain/session/left-out.ts';
import type { Session } from '../../domain/session/session.ts';

/** On whom no vote is taken and why, with the article where the form names it: one sentence each for papers and minutes. */
export function leftOutSentences(session: Pick<Session, 'subjects' | 'form'>): string[] {
  return subjectsLeftOut(session).map(({ subject, reason: { label, article } }) => {
    const ground = article === undefined ? label.vi : `${label.vi} (${article.vi})`;
    return `Không lấy phiếu đối với ${subject.name}, ${subject.position}: ${ground}.`;
  });
}
