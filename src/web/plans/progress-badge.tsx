import type { PlanProgress } from '../../domain/plan/plan-progress.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { sentences } from './sentences.ts';

export const progressWords = {
  'not-begun': 'notBegun',
  'in-preparation': 'inPreparation',
  open: 'voting',
  tallied: 'tallied',
  published: 'published',
} as const satisfies Record<PlanProgress, keyof typeof sentences>;

export function ProgressBadge({ progress }: { readonly progress: PlanProgress }) {
  const { t } = useTranslation(sentences);
  return <span class={`badge badge-${progress}`}>{t(progressWords[progress])}</span>;
}
