import { useState } from 'preact/hooks';
import { newId } from '../../../client/new-id.ts';
import { birthYears, type PersonId, personId } from '../../../domain/roster/person.ts';
import { randomBytes } from '../../shared/device/random-bytes.ts';
import { NumberField } from '../../shared/forms/fields.tsx';
import { useTranslation } from '../../shared/show/sentences.ts';
import { tellersSentences } from './tellers-sentences.ts';

/** A teller who is on no roster, under the id that they will have as a person of the service. */
interface TypedTeller {
  readonly personId: PersonId;
  readonly name: string;
  readonly birthYear?: number | undefined;
}

interface Props {
  readonly name: string;
  onEnter(teller: TypedTeller): void;
}

/** Offered below those who were found: to name somebody whom no roster has. */
export function EnterTeller({ name, onEnter }: Props) {
  const { t } = useTranslation(tellersSentences);
  const [birthYear, setBirthYear] = useState<number>();
  const typed = name.trim();
  if (typed === '') return null;
  return (
    <details>
      <summary>{t('enterTeller', { name: typed })}</summary>
      <p>{t('enterTellerHow')}</p>
      <NumberField
        label={t('enterTellerBorn')}
        hint={t('enterTellerYear')}
        minimum={birthYears.first}
        maximum={birthYears.last}
        value={birthYear}
        onInput={setBirthYear}
      />
      <button
        type="button"
        onClick={() => onEnter({ personId: personId.parse(newId(randomBytes)), name: typed, birthYear })}
      >
        {t('enterTellerYes')}
      </button>
    </details>
  );
}
