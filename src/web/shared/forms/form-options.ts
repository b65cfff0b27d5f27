import type { BallotForm } from '../../../domain/ballot-form.ts';
import { fillPlaces } from '../../../domain/text/fill-places.ts';
import type { Language, LocalText } from '../../../domain/text/local-text.ts';
import { officeSentences } from '../frame/office-sentences.ts';
import { showDate } from '../show/show-date.ts';
import { today } from '../show/today.ts';

type Offered = Pick<BallotForm, 'id' | 'title' | 'validFrom' | 'validTo' | 'documentLayout' | 'kind' | 'subjects'>;

interface Choice {
  /** What stands where nothing is chosen. */
  readonly choose: string;
  /** A form chosen before stays in the list, with the day on which it ended. */
  readonly chosen: string;
  /** The day for which a form is chosen, ISO date; today where none is known yet. */
  readonly on: string;
}

/**
 * The ballot forms as a list to choose from: nothing chosen, then those in force on the day, the party's confidence vote
 * first and newer rules before older ones. Superseded ones are kept for the votes that were held under them.
 */
export function formOptions(
  language: Language,
  forms: readonly Offered[],
  { choose, chosen, on }: Choice,
): readonly { readonly value: string; readonly label: string }[] {
  const day = on === '' ? today() : on;
  const offered = forms.filter(({ id, validTo }) => id === chosen || validTo === null || day <= validTo);
  const sorted = offered.toSorted((a, b) => orderOf(a) - orderOf(b) || b.validFrom.localeCompare(a.validFrom));
  return [
    { value: '', label: choose },
    ...sorted.map(({ id, title, validTo }) => ({ value: id, label: labelOf(language, title, validTo) })),
  ];
}

function orderOf({ validTo, documentLayout, kind, subjects }: Offered): number {
  const rating = kind === 'rating' ? 2 : 0;
  return (validTo === null ? 0 : 4) + rating + (documentLayout === 'state' || subjects === 'organisations' ? 1 : 0);
}

function labelOf(language: Language, title: LocalText, validTo: string | null): string {
  const name = title[language];
  if (validTo === null) return name;
  return fillPlaces(officeSentences.formEnded[language], { form: name, date: showDate(language, validTo) });
}
