import type { Capitals } from '../../../domain/lists/line-people.ts';
import { CheckField } from '../forms/fields.tsx';
import { useTranslation } from '../show/sentences.ts';
import { listSentences } from './list-sentences.ts';

interface Props {
  readonly warnings: readonly { readonly code: string }[];
  readonly capitals: Capitals;
  onInput(capitals: Capitals): void;
}

/** Offers to write names that stand in capitals the usual way, where the list has such names. */
export function CapitalsOffer({ warnings, capitals, onInput }: Props) {
  const { t } = useTranslation(listSentences);
  if (capitals === 'keep' && !warnings.some(({ code }) => code === 'name-in-capitals')) return null;
  return (
    <CheckField
      label={t('usualCapitals')}
      hint={t('usualCapitalsHint')}
      value={capitals === 'usual'}
      onInput={(usual) => onInput(usual ? 'usual' : 'keep')}
    />
  );
}
