import { call } from '../../client/api.ts';
import { listLockedSessions } from '../../contract/session/sessions.ts';
import { useConnection } from '../shared/connection.ts';
import { Loaded } from '../shared/loaded.tsx';
import { LockedNote } from '../shared/locked/locked-note.tsx';
import { useAccount } from '../shared/use-account.ts';
import { useLoad } from '../shared/use-load.ts';

/** Those of my sessions that are locked, hardly ever any. */
export function LockedSessions() {
  const connection = useConnection();
  const { id } = useAccount();
  const locked = useLoad(() => call(connection, listLockedSessions), [id]);
  return <Loaded of={locked}>{(sessions) => sessions.length > 0 && <LockedNote locked={sessions} />}</Loaded>;
}
