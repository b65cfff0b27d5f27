import { call } from '../../client/api.ts';
import { type CommitteeView, listCommittees } from '../../contract/committees.ts';
import { listTop } from '../../contract/tree.ts';
import { useConnection } from './connection.ts';
import { useAccount } from './use-account.ts';
import { type Load, useLoad } from './use-load.ts';

/** The committees in which the reader holds a role or a seat; of an administrator, whose tree is the whole one, a role. */
export function useOwnCommittees(): Load<readonly CommitteeView[]> {
  const connection = useConnection();
  const { id, administrator, grants } = useAccount();
  return useLoad<readonly CommitteeView[]>(async () => {
    if (!administrator) {
      const reply = await call(connection, listTop, { query: { limit: 200 } });
      return reply.ok ? { ok: true, value: reply.value.committees } : reply;
    }
    const reply = await call(connection, listCommittees);
    const served = new Set(grants.map(({ committeeId }) => committeeId));
    return reply.ok ? { ok: true, value: reply.value.filter((one) => served.has(one.id)) } : reply;
  }, [id]);
}
