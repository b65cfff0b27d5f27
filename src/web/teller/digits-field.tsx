import { useRef, useState } from 'preact/hooks';
import { cardGroupCount, cardGroupLength, isCardGroup } from '../../client/teller/key-card.ts';
import { useTellerTranslation } from './translation.ts';

interface Props {
  readonly go: string;
  readonly busy: boolean;
  onDigits(text: string): void;
}

/**
 * Takes a card's digits group by group on a keyboard of digits, where no input method is; a group with a mistake is named
 * as soon as it is full.
 */
export function DigitsField({ go, busy, onDigits }: Props) {
  const { t } = useTellerTranslation();
  const [groups, setGroups] = useState<readonly string[]>(() => new Array<string>(cardGroupCount).fill(''));
  const fields = useRef<(HTMLInputElement | null)[]>([]);
  const wrong = groups.flatMap((group, at) =>
    group.length === cardGroupLength && !isCardGroup(at, group) ? [at + 1] : [],
  );
  /** What does not fit into one group goes on in the next ones: a card that was pasted whole fills all of them. */
  const type = (place: number, field: HTMLInputElement) => {
    const typed = field.value.normalize('NFKC').replace(/\D/g, '');
    const count = Math.max(1, Math.ceil(typed.length / cardGroupLength));
    const parts = Array.from({ length: count }, (_, at) =>
      typed.slice(at * cardGroupLength, (at + 1) * cardGroupLength),
    );
    const next = groups.map((group, at) => parts[at - place] ?? group);
    // What is not a digit never stays, even where nothing else has changed.
    field.value = next[place] ?? '';
    setGroups(next);
    const last = place + parts.length - 1;
    if (isCardGroup(last, next[last] ?? '')) fields.current[last + 1]?.focus();
  };
  return (
    <form
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onDigits(groups.join(' '));
      }}
    >
      <p class="quiet small">{t('cardDigits')}</p>
      <ol class="digit-fields">
        {groups.map((group, place) => (
          <li key={String(place)}>
            <label>
              <span class="small">{t('cardGroup', { place: place + 1 })}</span>
              <input
                ref={(field) => {
                  fields.current[place] = field;
                }}
                type="text"
                inputMode="numeric"
                autocomplete="off"
                value={group}
                aria-invalid={wrong.includes(place + 1)}
                onInput={(event) => type(place, event.currentTarget)}
              />
            </label>
          </li>
        ))}
      </ol>
      <p role="status" class={wrong.length > 0 ? 'field-error' : ''}>
        {wrong.length > 0 && t('cardGroups', { places: wrong.join(', ') })}
      </p>
      <div class="actions">
        <button type="submit" class="main-button" disabled={busy}>
          {go}
        </button>
      </div>
    </form>
  );
}
