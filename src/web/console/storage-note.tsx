import { call } from '../../client/api.ts';
import { readServiceState } from '../../contract/service/service.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { useFresh } from '../shared/fetch/use-fresh.ts';
import { useLasting } from '../shared/fetch/use-lasting.ts';
import { useLoad } from '../shared/fetch/use-load.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { sentences } from './sentences.ts';

const freshAfter = 15_000;

/** Says above every screen that nothing is stored: phones are told so too, and somebody must make room. */
export function StorageNote() {
  const { pick } = useTranslation(sentences);
  const connection = useConnection();
  const loaded = useLoad(() => call(connection, readServiceState), []);
  useFresh(loaded.reload, freshAfter);
  const note = useLasting(loaded)?.note;
  return <div role="alert">{note && <p class="note alarm">{pick(note)}</p>}</div>;
}
