import type * as z from 'zod/mini';
import type { ballotPageView } from '../contract/box/box.ts';
import { subjectLine } from '../domain/session/subject-line.ts';
import type { Group } from '../protocol/arithmetic/group.ts';
import { type Election, readElection } from '../protocol/record/election.ts';

export type BallotPage = z.infer<typeof ballotPageView>;

export type ElectionOfPage =
  | { readonly ok: true; readonly election: Election }
  | { readonly ok: false; readonly refusal: 'session-not-open' | 'election-differs' };

/**
 * The election behind a ballot page, which ballots are sealed for. It must be the one that the page shows: a server
 * that swapped two names or two levels in it would have marks counted for somebody else.
 */
export function electionOfPage(group: Group, page: BallotPage): ElectionOfPage {
  if (page.election === null) return { ok: false, refusal: 'session-not-open' };
  const read = readElection(group, page.election);
  return read.ok && isElectionOf(page, read.election)
    ? { ok: true, election: read.election }
    : { ok: false, refusal: 'election-differs' };
}

type Shown = Pick<BallotPage, 'form'> & {
  readonly sessionId: string;
  readonly subjects: readonly { readonly name: string; readonly position: string }[];
};

/** Whether an election asks exactly what people are shown: this session, these subjects in this order, these levels. */
export function asksWhatIsShown({ sessionId, subjects, form }: Shown, election: Election): boolean {
  const levels = form.levels.map(({ label }) => label.vi);
  return (
    election.uuid === sessionId &&
    election.questions.length === subjects.length &&
    election.questions.every(({ question, answers }, index) => {
      const subject = subjects[index];
      return (
        subject !== undefined &&
        question === subjectLine(subject) &&
        answers.length === levels.length &&
        answers.every((answer, level) => answer === levels[level])
      );
    })
  );
}

function isElectionOf(page: BallotPage, election: Election): boolean {
  return election.fingerprint === page.fingerprint && asksWhatIsShown(page, election);
}
