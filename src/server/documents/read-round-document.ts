import type * as contract from '../../contract/documents/documents.ts';
import { fileKinds, fileName } from '../../contract/documents/file-name.ts';
import { refuse } from '../../domain/ruling.ts';
import type { SessionWithPapers } from '../../domain/session/papers.ts';
import type { Session } from '../../domain/session/session.ts';
import { withNamesToldApart } from '../../domain/session/told-apart.ts';
import { unprintableTexts } from '../../domain/session/unprintable-names.ts';
import { documentLayouts } from '../../print/document-layout.ts';
import type { OfficialDocument } from '../../print/official-document.ts';
import type { Deps } from '../deps.ts';
import { attachment } from '../http/attachment.ts';
import type { Call } from '../http/route.ts';
import { chairPosition } from '../meeting/chair-position.ts';
import { fileOf } from '../meeting/file-of.ts';
import { rankAndSuperiorNow } from '../meeting/rank-and-superior.ts';
import { decisionToHold } from './decision-to-hold.ts';
import type { PaperOf } from './frame.ts';
import { ledgerReceipt } from './ledger-receipt.ts';
import { listOfSubjects, rollToSign } from './lists.ts';
import { summonses } from './summons.ts';

type Make = (paper: PaperOf, state: SessionWithPapers) => readonly OfficialDocument[];

const documents: Readonly<Record<contract.RoundDocument, Make>> = {
  decision: (paper) => [decisionToHold(paper), listOfSubjects(paper, attachedTo(paper))],
  summons: summonses,
  subjects: (paper) => [listOfSubjects(paper)],
  roll: (paper) => [rollToSign(paper)],
  receipt: (paper, state) => [ledgerReceipt(paper, state)],
};

/** The list that goes with the decision names it; the office's register gives both numbers. */
const attachedTo = ({ session }: PaperOf): string =>
  `(Kèm theo Quyết định số ${documentLayouts[session.form.documentLayout].blankNumber('QĐ')}, ngày …………)`;

export async function readRoundDocument(deps: Deps, { params }: Call<typeof contract.readRoundDocument>) {
  const state = await deps.store.sessions.findWithPapers(params.sessionId);
  if (state === undefined) return refuse('not-found');
  const session = await asItStands(deps, state.session);
  const unprintable = unprintableTexts(session);
  if (unprintable.length > 0) return refuse('unprintable-letter', unprintable);
  const paper = { session, chairRole: await chairPosition(deps, session) };
  const info = { language: 'vi', createdAt: deps.clock() } as const;
  const bytes = await deps.pool.run('writeDocuments', { documents: documents[params.document](paper, state), info });
  return attachment(bytes, fileName({ kind: fileKinds[params.document], ...fileOf(session), ending: 'pdf' }));
}

/** Until it opens, a session goes with its committee when that comes under another superior. */
async function asItStands({ store }: Deps, session: Session): Promise<Session> {
  if (session.state !== 'draft' && session.state !== 'issued') return session;
  const named = session.state === 'draft' ? withNamesToldApart(session) : session;
  return { ...named, ...(await rankAndSuperiorNow(store, session.committeeId)) };
}
