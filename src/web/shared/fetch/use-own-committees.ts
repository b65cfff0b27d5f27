import { call } from '../../../client/api.ts';
import { type CommitteeView, listCommittees } from '../../../contract/committee/committees.ts';
import { listTop } from '../../../contract/committee/tree.ts';
import { useAccount } from '../frame/use-account.ts';
import { useReader } from '../frame/use-reader.ts';
import { useConnection } from './connection.ts';
import { type Load, useLoad } from './use-load.ts';

/** The committees in which the reader holds a role, ended ones too, or a seat; of an administrator only the former. */
export function useOwnCommittees(): Load<readonly CommitteeView[]> {
  const connection = useConnection();
  const { id } = useAccount();
  const { administrator, served } = useReader();
  return useLoad<readonly CommitteeView[]>(async () => {
    const known = await call(connection, listCommittees);
    if (!known.ok) return known;
    const serves = served();
    const own = new Map(known.value.filter((one) => serves.has(one.id)).map((one) => [one.id, one]));
    // An administrator's tree begins at the top, everybody else's with their own.
    if (administrator) return { ok: true, value: [...own.values()] };
    const top = await call(connection, listTop, { query: { limit: 200 } });
    if (!top.ok) return top;
    for (const one of top.value.rows) own.set(one.id, one);
    return { ok: true, value: [...own.values()] };
  }, [id]);
}
