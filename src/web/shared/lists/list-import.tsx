import { Loaded } from '../fetch/loaded.tsx';
import { useLater } from '../fetch/use-later.ts';
import type { ImportProps, Reading } from './import-props.ts';

/**
 * A list from a spreadsheet, on its way in: chosen or pasted, looked at with everything that was read and was not, then
 * entered by what the page gives. Fetched when it is wanted: most visitors of a page import nothing.
 */
export function ListImport<Seen extends Reading>(props: ImportProps<Seen>) {
  const form = useLater(() => import('./list-form.tsx'));
  return <Loaded of={form}>{({ ListForm }) => <ListForm {...props} />}</Loaded>;
}
