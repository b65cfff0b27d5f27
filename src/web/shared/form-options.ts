import type { BallotForm } from '../../domain/ballot-form.ts';
import type { LocalText } from '../../domain/local-text.ts';
import { officeSentences } from './office-sentences.ts';
import type { Language } from './preferences.ts';
import { fillPlaces } from './sentences.ts';
import { showDate } from './show-date.ts';

type Offered = Pick<BallotForm, 'id' | 'title' | 'validFrom' | 'validTo' | 'documentLayout' | 'levels'>;

/**
 * The ballot forms as a list to choose from: nothing chosen, then those in force, the party's confidence vote first and
 * newer rules before older ones, then superseded ones with the day on which they ended.
 */
export function formOptions(
  language: Language,
  choose: string,
  forms: readonly Offered[],
): readonly { readonly value: string; readonly label: string }[] {
  const sorted = forms.toSorted((a, b) => rankOf(a) - rankOf(b) || b.validFrom.localeCompare(a.validFrom));
  return [
    { value: '', label: choose },
    ...sorted.map(({ id, title, validTo }) => ({ value: id, label: labelOf(language, title, validTo) })),
  ];
}

function rankOf({ validTo, documentLayout, levels }: Offered): number {
  // Ratings of the year have other levels than the rules on confidence.
  const rating = levels.every(({ id }) => id !== 'high');
  return (validTo === null ? 0 : 4) + (rating ? 2 : 0) + (documentLayout === 'state' ? 1 : 0);
}

function labelOf(language: Language, title: LocalText, validTo: string | null): string {
  const name = title[language];
  if (validTo === null) return name;
  return fillPlaces(officeSentences.formEnded[language], { form: name, date: showDate(language, validTo) });
}
