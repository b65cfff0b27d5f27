import type { SessionState } from '../../../domain/session/session.ts';
import { officeSentences } from '../frame/office-sentences.ts';
import { useTranslation } from './sentences.ts';

const words = {
  draft: 'stateDraft',
  issued: 'stateIssued',
  open: 'stateOpen',
  counting: 'stateCounting',
  closed: 'stateClosed',
  tallied: 'stateTallied',
  published: 'statePublished',
  cancelled: 'stateCancelled',
  unopenable: 'stateUnopenable',
} as const satisfies Record<SessionState, string>;

/** A session's state in the words of its papers. */
export function StateBadge({ state }: { readonly state: SessionState }) {
  const { t } = useTranslation(officeSentences);
  return <span class={`badge badge-${state}`}>{t(words[state])}</span>;
}
