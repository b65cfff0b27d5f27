import type { Paper } from '../../domain/session/paper.ts';
import type { SessionWithPapers } from '../../domain/session/papers.ts';
import type { OpenedElection } from '../record/opened-election.ts';

/**
 * The paper behind a public credential, as far as the box knows it: once there is a setup event, only papers in its
 * list. A void one stays known, so that its holder is told what is the matter; it cannot vote either way.
 */
export function knownPaper(
  state: SessionWithPapers,
  opened: OpenedElection | undefined,
  credential: string,
): Paper | undefined {
  const paper = state.papers.get(credential);
  const published = opened === undefined || opened.credentials.has(credential);
  return published || paper?.fate === 'void' ? paper : undefined;
}

/**
 * A phone paper waits while its voter is not present, unless the form allows remote voting. After a restore
 * nobody knows whose it is, since backups leave that out: then it need not wait, and collected ≤ present still holds.
 */
export function waitsForVoter({ session, phoneLinks }: SessionWithPapers, paper: Paper | undefined): boolean {
  if (paper?.channel !== 'phone' || session.form.remoteVoting) return false;
  const [holder] = [...phoneLinks].find(([, credential]) => credential === paper.credential) ?? [];
  return holder !== undefined && !session.roll.some(({ id, present }) => present && id === holder);
}
