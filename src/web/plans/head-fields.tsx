import { call } from '../../client/api.ts';
import { listForms } from '../../contract/session/sessions.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLoad } from '../shared/fetch/use-load.ts';
import { DateField, RadioGroup, SelectField, TextField } from '../shared/forms/fields.tsx';
import { formOptions } from '../shared/forms/form-options.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import type { WrittenProvisions } from './provisions.ts';
import { sentences } from './sentences.ts';

interface Props {
  readonly provisions: WrittenProvisions;
  onInput(provisions: WrittenProvisions): void;
}

/** What an issued plan keeps for good: number, date, title, term, form, who takes part. */
export function HeadFields({ provisions, onInput }: Props) {
  const { t, language } = useTranslation(sentences);
  const connection = useConnection();
  const forms = useLoad(() => call(connection, listForms), []);
  const put = (change: Partial<WrittenProvisions>) => onInput({ ...provisions, ...change });
  return (
    <>
      <TextField
        label={t('title')}
        hint={t('titleHint')}
        value={provisions.title}
        onInput={(title) => put({ title })}
        maxLength={300}
        required
      />
      <TextField
        label={t('number')}
        hint={t('numberHint')}
        value={provisions.number}
        onInput={(number) => put({ number })}
        maxLength={60}
        neededLater={t('neededToIssue')}
      />
      <DateField label={t('date')} value={provisions.date} onInput={(date) => put({ date })} required />
      <TextField
        label={t('term')}
        hint={t('termHint')}
        value={provisions.term}
        onInput={(term) => put({ term })}
        maxLength={40}
        required
      />
      <Loaded of={forms}>
        {(known) => (
          <SelectField
            label={t('ballotForm')}
            value={provisions.formId}
            onInput={(formId) => put({ formId })}
            options={formOptions(language, known, {
              choose: t('chooseForm'),
              chosen: provisions.formId,
              on: provisions.date,
            })}
            required
          />
        )}
      </Loaded>
      <RadioGroup
        legend={t('participants')}
        value={provisions.participants}
        onInput={(chosen) => put({ participants: chosen === 'summoned' ? 'summoned' : 'seats' })}
        options={[
          { value: 'seats', label: t('participantsSeats') },
          { value: 'summoned', label: t('participantsSummoned'), hint: t('participantsSummonedHint') },
        ]}
      />
    </>
  );
}
