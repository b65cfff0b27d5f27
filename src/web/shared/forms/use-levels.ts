import { call } from '../../../client/api.ts';
import { type LevelView, listLevels } from '../../../contract/committee/levels.ts';
import { useConnection } from '../fetch/connection.ts';
import { useLoad } from '../fetch/use-load.ts';

/** The levels that committees have, from the bottom to the top; none until they are here. */
export function useLevels(): readonly LevelView[] {
  const connection = useConnection();
  const levels = useLoad(() => call(connection, listLevels), []);
  return levels.state === 'ready' ? levels.value : [];
}
