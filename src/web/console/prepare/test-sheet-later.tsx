import type { ComponentProps } from 'preact';
import { Loaded } from '../../shared/fetch/loaded.tsx';
import { useLater } from '../../shared/fetch/use-later.ts';
import type { TestSheet } from './test-sheet.tsx';

/** Fetched where somebody may want it. */
export function TestSheetLater(props: ComponentProps<typeof TestSheet>) {
  const part = useLater(() => import('./test-sheet.tsx'));
  return <Loaded of={part}>{({ TestSheet: Shown }) => <Shown {...props} />}</Loaded>;
}
