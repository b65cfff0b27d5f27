import { Loaded } from '../fetch/loaded.tsx';
import { useLater } from '../fetch/use-later.ts';
import type { FoundDraft } from './use-draft.ts';

/** What became of a draft that was found on the device; nothing where none was. */
export function DraftNote({ found }: { readonly found: FoundDraft | undefined }) {
  return found === undefined ? null : <Found found={found} />;
}

/** Fetched when there is one. */
function Found({ found }: { readonly found: FoundDraft }) {
  const note = useLater(() => import('./draft-found.tsx'));
  return <Loaded of={note}>{({ DraftFound }) => <DraftFound found={found} />}</Loaded>;
}
