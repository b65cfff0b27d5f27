import { call } from '../../../client/api.ts';
import { listRanks, type RankView } from '../../../contract/committee/ranks.ts';
import { useConnection } from '../fetch/connection.ts';
import { useLoad } from '../fetch/use-load.ts';

/** The ranks that committees have, from the bottom to the top; none until they are here. */
export function useRanks(): readonly RankView[] {
  const connection = useConnection();
  const ranks = useLoad(() => call(connection, listRanks), []);
  return ranks.state === 'ready' ? ranks.value : [];
}
