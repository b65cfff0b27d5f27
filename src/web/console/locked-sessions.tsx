import { call } from '../../client/api.ts';
import { listLockedSessions } from '../../contract/session/sessions.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLoad } from '../shared/fetch/use-load.ts';
import { useAccount } from '../shared/frame/use-account.ts';
import { LockedNote } from '../shared/locked/locked-note.tsx';

/** Those of my sessions that are locked, hardly ever any. */
export function LockedSessions() {
  const connection = useConnection();
  const { id } = useAccount();
  const locked = useLoad(() => call(connection, listLockedSessions), [id]);
  return <Loaded of={locked}>{(sessions) => sessions.length > 0 && <LockedNote locked={sessions} />}</Loaded>;
}
