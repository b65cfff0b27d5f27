import { useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import { correctName, correctNameOfMember } from '../../contract/committee/seats.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import { birthYears, type PersonId } from '../../domain/roster/person.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { NumberField, TextField } from '../shared/forms/fields.tsx';
import { useAction } from '../shared/forms/use-action.ts';
import { useArrival } from '../shared/forms/use-arrival.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { thisYear } from '../shared/show/today.ts';
import { Panel } from './panel.tsx';
import { sentences } from './sentences.ts';

interface Props {
  readonly personId: PersonId;
  readonly name: string;
  /** Whose office corrects it; null for an administrator, who may correct anybody's. */
  readonly committeeId: CommitteeId | null;
  onDone(): void;
  onCancel(): void;
}

/** Puts right how somebody is called, and when they were born. */
export function NameForm({ personId, name: fullName, committeeId, onDone, onCancel }: Props) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const [name, setName] = useState(fullName);
  const [birthYear, setBirthYear] = useState<number>();
  const action = useAction(async () => {
    const body = { name: name, ...(birthYear === undefined ? {} : { birthYear }) };
    const reply =
      committeeId === null
        ? await call(connection, correctName, { params: { personId }, body })
        : await call(connection, correctNameOfMember, { params: { committeeId, personId }, body });
    if (reply.ok) onDone();
    return reply;
  });
  // On the page of people nothing stands between its title and this form.
  const Heading = committeeId === null ? 'h2' : 'h3';
  const heading = useArrival<HTMLHeadingElement>();
  return (
    <Panel action={action} content={[name, birthYear]} onCancel={onCancel}>
      <Heading ref={heading} tabIndex={-1}>
        {t('correctNameOf', { name: fullName })}
      </Heading>
      <p>{t('correctNameHint')}</p>
      <TextField label={t('fullName')} required value={name} onInput={setName} autocomplete="off" maxLength={100} />
      <NumberField
        label={t('birthYear')}
        hint={t('birthYearKept')}
        minimum={birthYears.first}
        maximum={thisYear()}
        value={birthYear}
        onInput={setBirthYear}
      />
    </Panel>
  );
}
