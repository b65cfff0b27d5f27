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
import { hashTo } from '../../shared/frame/hash.ts';
import { useTranslation } from '../../shared/show/sentences.ts';
import { DoneNote } from '../done-note.tsx';
import { sentences } from '../sentences.ts';
import type { StepProps } from '../step.ts';
import { useStepAction } from '../use-step-action.ts';
import { EnterTeller } from './enter-teller.tsx';
import { TellerPicker } from './teller-picker.tsx';
import { tellersSentences } from './tellers-sentences.ts';

interface Named {
  readonly personId: PersonId;
  readonly name: string;
  readonly birthYear?: number | undefined;
  /** As they were found; not known of those named earlier. */
  readonly position?: string | undefined;
  /** On no roster. `new`: until the list is saved, nobody but this page knows them. */
  readonly byName?: 'new' | 'known' | undefined;
}

interface Panel {
  readonly named: readonly Named[];
  readonly threshold: number | undefined;
}

/** Who holds a share of the key, and how many of them open the totals. */
export function TellersScreen({ session, reload }: StepProps) {
  const { t } = useTranslation(sentences);
  const { t: own } = useTranslation(tellersSentences);
  const connection = useConnection();
  const isChair = session.held.includes('chair');
  const mayChange = session.state === 'draft' && isChair;
  const draft = useDraft<Panel>(`tellers ${session.id}`, {
    named: session.tellers.map(namedOf),
    threshold: session.threshold,
  });
  const { named, threshold } = draft.content;
  const [saved, setSaved] = useState(false);
  const action = useStepAction({ reload }, (needed: number) => {
    const body = { ...bodyOf(named), threshold: needed };
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
      <p>{own('tellersHow')}</p>
      {!mayChange && session.state !== 'draft' && <p class="note">{t('frozen')}</p>}
      {mayChange && <DraftNote found={draft.found} />}
      {named.length === 0 && <p class="empty">{own('noTellers')}</p>}
      <ul class="entries">
        {named.map((one) => (
          <li key={one.personId}>
            <span class="entry-name">{nameWithYear(one)}</span>
            {one.position && <span class="quiet small"> {one.position}</span>}
            {one.byName && <span class="quiet small"> {own('tellerByName')}</span>}
            <TellerLacks session={session} teller={one} />
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
          <TellerPicker
            session={session}
            tellers={named}
            otherwise={(name) => (
              <EnterTeller
                key={name}
                name={name}
                onEnter={(entered) => change([...named, { ...entered, byName: 'new' }])}
              />
            )}
            onPick={({ personId: id, name, birthYear, seats }) =>
              change([...named, { personId: id, name, birthYear, position: seats[0]?.position }])
            }
          />
          <NumberField
            label={own('threshold')}
            hint={own('thresholdHint')}
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

function namedOf({ personId: id, name, birthYear, byName }: StepProps['session']['tellers'][number]): Named {
  return { personId: personId.parse(id), name, birthYear, byName: byName && 'known' };
}

function bodyOf(named: readonly Named[]) {
  return {
    personIds: named.flatMap(({ byName, personId: id }) => (byName === 'new' ? [] : [id])),
    entered: named
      .filter(({ byName }) => byName === 'new')
      .map(({ personId: id, name, birthYear }) => ({ id, name, birthYear: birthYear ?? null })),
  };
}

/** What would keep a teller from the key ceremony; said while there is time to mend it. */
function TellerLacks({
  session,
  teller: { personId: id, byName },
}: {
  readonly session: StepProps['session'];
  readonly teller: Named;
}) {
  const { t: own } = useTranslation(tellersSentences);
  const index = session.tellers.find((teller) => teller.personId === id)?.index;
  const found = session.unreadyTellers.find((teller) => teller.index === index);
  if (found === undefined) return null;
  if (found.lacks === 'second-factor') return <p class="note">{own('tellerWithoutFactor')}</p>;
  if (!byName) return <p class="note">{own('tellerWithoutAccount')}</p>;
  return (
    <p class="note">
      {own('tellerWithoutSlip')}{' '}
      {session.held.includes('office') && !session.held.includes('chair') && (
        <a href={`/accounts${hashTo(session.committeeId)}`}>{own('toSlips')}</a>
      )}
    </p>
  );
}
