import { Loaded } from '../../shared/fetch/loaded.tsx';
import { useLater } from '../../shared/fetch/use-later.ts';
import type { StepProps } from '../step.ts';

/** Fetched when it is wanted: few sessions are cancelled. */
export function CancelLater(props: StepProps) {
  const screen = useLater(() => import('./cancel-screen.tsx'));
  return <Loaded of={screen}>{({ CancelScreen }) => <CancelScreen {...props} />}</Loaded>;
}
