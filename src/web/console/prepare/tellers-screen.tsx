import { useState } from 'preact/hooks';
import { call } from '../../../client/api.ts';
import { nameTellers } from '../../../contract/session/sessions.ts';
import { nameWithYear } from '../../../domain/roster/namesakes.ts';
import { type PersonId, personId } from '../../../domain/roster/person.ts';
import { useConnection } from '../../shared/fetch/connection.ts';
import { FailureNote } from '../../shared/fetch/failure-note.tsx';
import { DraftNote } from '../../shared/forms/draft-note.tsx';
import { NumberField } from '../../shared/forms/fields.tsx';
import { useDraft } from '../../shared/forms/use-draft.ts';
import { useTranslation } from '../../shared/show/sentences.ts';
import { DoneNote } from '../done-note.tsx';
import { sentences } from '../sentences.ts';
import type { StepProps } from '../step.ts';
import { useStepAction } from '../use-step-action.ts';
import { SessionPersonPicker } from './session-person-picker.tsx';

interface Named {
  readonly personId: PersonId;
  readonly name: string;
  readonly birthYear?: number | undefined;
  /** As they were found; not known of those named earlier. */
  readonly position?: string | undefined;
}

interface Panel {
  readonly named: readonly Named[];
  readonly threshold: number | undefined;
}

/** Who holds a share of the key, and how many of them open the totals. */
export function TellersScreen({ session, reload }: StepProps) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const isChair = session.held.includes('chair');
  const mayChange = session.state === 'draft' && isChair;
  const draft = useDraft<Panel>(`tellers ${session.id}`, {
    named: session.tellers.map(({ personId: id, name, birthYear }) => ({
      personId: personId.parse(id),
      name,
      birthYear,
    })),
    threshold: session.threshold,
  });
  const { named, threshold } = draft.content;
  const [saved, setSaved] = useState(false);
  const action = useStepAction({ reload }, (needed: number) => {
    const body = { personIds: named.map((one) => one.personId), threshold: needed };
    return call(connection, nameTellers, { params: { sessionId: session.id }, body });
  });
  const change = (next: readonly Named[]) => {
    setSaved(false);
    draft.put((before) => ({ ...before, named: next }));
  };
  const save = async () => {
    if (threshold === undefined) return;
    const reply = await action.run(threshold);
    if (reply?.ok) draft.keep();
    setSaved(reply?.ok === true);
  };
  return (
    <>
      <p>{t('tellersHow')}</p>
      {!mayChange && session.state !== 'draft' && <p class="note">{t('frozen')}</p>}
      {mayChange && <DraftNote found={draft.found} />}
      {named.length === 0 && <p class="empty">{t('noTellers')}</p>}
      <ul class="entries">
        {named.map((one) => (
          <li key={one.personId}>
            <span class="entry-name">{nameWithYear(one)}</span>
            {one.position && <span class="quiet small"> {one.position}</span>}
            <TellerLacks session={session} personId={one.personId} />
            {mayChange && (
              <button
                type="button"
                aria-label={t('removePerson', { name: nameWithYear(one) })}
                onClick={() => change(named.filter((other) => other !== one))}
              >
                {t('remove')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {mayChange && (
        <>
          <SessionPersonPicker
            sessionId={session.id}
            label={t('findTeller')}
            onPick={({ personId: id, name, birthYear, seats }) => {
              const position = seats[0]?.position;
              if (!named.some((one) => one.personId === id))
                change([...named, { personId: id, name, birthYear, position }]);
            }}
          />
          <NumberField
            label={t('threshold')}
            hint={t('thresholdHint')}
            value={threshold}
            onInput={(needed) => draft.put((before) => ({ ...before, threshold: needed }))}
            minimum={1}
            maximum={14}
            required
          />
          <p>
            <button type="button" class="main-button" disabled={action.busy} onClick={() => void save()}>
              {t('save')}
            </button>
          </p>
        </>
      )}
      <FailureNote failure={action.failure} />
      <DoneNote text={saved && !action.busy ? t('saved') : undefined} />
    </>
  );
}

/** What would keep a teller from the key ceremony; said while there is time to mend it. */
function TellerLacks({
  session,
  personId: id,
}: {
  readonly session: StepProps['session'];
  readonly personId: PersonId;
}) {
  const { t } = useTranslation(sentences);
  const index = session.tellers.find((teller) => teller.personId === id)?.index;
  const found = session.unreadyTellers.find((teller) => teller.index === index);
  if (found === undefined) return null;
  return <p class="note">{t(found.lacks === 'account' ? 'tellerWithoutAccount' : 'tellerWithoutFactor')}</p>;
}
