import type { SessionState } from '../../domain/session/session.ts';
import { officeSentences } from './office-sentences.ts';
import { useSpeech } from './sentences.ts';

/** A session's state in the words of its papers. */
export function StateBadge({ state }: { readonly state: SessionState }) {
  const { say } = useSpeech(officeSentences);
  return <span class={`badge badge-${state}`}>{say(state)}</span>;
}
