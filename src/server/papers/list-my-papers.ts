import type { z } from 'zod';
import type { listMyPapers as contract } from '../../contract/papers/papers.ts';
import type { Principal } from '../../domain/account/relations.ts';
import { phonesVote } from '../../domain/session/phone-use.ts';
import { standingSubjects } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';

type MyPapers = z.infer<(typeof contract.replies)[200]>;

/** One paper for each committee a person is summoned to vote in; somebody on several committees gets several. */
export async function listMyPapers(deps: Deps, { personId }: Principal): Promise<MyPapers> {
  if (personId === null) return [];
  const sessions = await deps.store.sessions.list({ personIds: [personId] });
  return sessions.flatMap((session) => {
    const voter = session.roll.find((one) => one.personId === personId);
    if (voter === undefined) return [];
    return [
      {
        sessionId: session.id,
        committeeId: session.committeeId,
        committeeName: session.committeeName,
        title: session.settings.title,
        heldOn: session.settings.heldOn,
        state: session.state,
        received: voter.received,
        phonePapers: session.settings.phonePapers && phonesVote(session),
        subject: standingSubjects(session).some((subject) => subject.personId === personId),
      },
    ];
  });
}
