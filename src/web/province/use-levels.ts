import { call } from '../../client/api.ts';
import { listLevels } from '../../contract/committees.ts';
import type { LocalText } from '../../domain/local-text.ts';
import { useConnection } from '../shared/connection.ts';
import { useLoad } from '../shared/use-load.ts';

/** The levels that committees have; none until they are here. */
export function useLevels(): readonly { readonly id: string; readonly label: LocalText }[] {
  const connection = useConnection();
  const levels = useLoad(() => call(connection, listLevels), []);
  return levels.state === 'ready' ? levels.value : [];
}
