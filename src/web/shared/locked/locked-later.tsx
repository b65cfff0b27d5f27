import { Loaded } from '../fetch/loaded.tsx';
import { useLater } from '../fetch/use-later.ts';
import type { Locked } from './locked-note.tsx';

/** Fetched only where there are any: hardly ever. */
export function LockedLater({ locked }: { readonly locked: readonly Locked[] }) {
  return locked.length > 0 && <Note locked={locked} />;
}

function Note({ locked }: { readonly locked: readonly Locked[] }) {
  const note = useLater(() => import('./locked-note.tsx'));
  return <Loaded of={note}>{({ LockedNote }) => <LockedNote locked={locked} />}</Loaded>;
}
