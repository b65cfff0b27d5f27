import { useState } from 'preact/hooks';
import { call } from '../../../client/api.ts';
import { changeSettings } from '../../../contract/session/sessions.ts';
import { useConnection } from '../../shared/fetch/connection.ts';
import { FailureNote } from '../../shared/fetch/failure-note.tsx';
import { useUnsaved } from '../../shared/forms/use-unsaved.ts';
import { hashTo } from '../../shared/frame/hash.ts';
import { useTranslation } from '../../shared/show/sentences.ts';
import { showDate } from '../../shared/show/show-date.ts';
import { DoneNote } from '../done-note.tsx';
import { sentences } from '../sentences.ts';
import type { StepProps } from '../step.ts';
import { useStepAction } from '../use-step-action.ts';
import { type Settings, SettingsFields, settingsBodyOf } from './settings-fields.tsx';

/** Title, place and day, changed until the lists are frozen. */
export function SettingsScreen({ session, reload }: StepProps) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const mayChange = session.state === 'draft' && session.held.includes('chair');
  const [settings, setSettings] = useState<Settings>({
    ...session,
    plan: session.plan ?? '',
    placeOfIssue: session.placeOfIssue ?? '',
  });
  const [saved, setSaved] = useState(false);
  const unsaved = useUnsaved(settings);
  const action = useStepAction({ reload }, () => {
    const { title, place, placeOfIssue, heldOn, convenedBy, plan, phonePapers } = settings;
    const body = settingsBodyOf({ title, place, placeOfIssue, heldOn, convenedBy, plan, phonePapers });
    return call(connection, changeSettings, { params: { sessionId: session.id }, body });
  });
  const submit = async (event: Event) => {
    event.preventDefault();
    setSaved(false);
    const reply = await action.run();
    if (reply?.ok) unsaved.keep();
    setSaved(reply?.ok === true);
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      {session.state !== 'draft' && <p class="note">{t('frozen')}</p>}
      <UnderPlan session={session} />
      <SettingsFields
        settings={settings}
        disabled={!mayChange}
        citesPlan={session.underPlan !== null}
        onInput={setSettings}
      />
      <FailureNote failure={action.failure} />
      <DoneNote text={saved && !action.busy ? t('saved') : undefined} />
      {mayChange && (
        <p>
          <button type="submit" class="main-button" disabled={action.busy}>
            {t('save')}
          </button>
        </p>
      )}
    </form>
  );
}

/** Which plan the session follows and what is due by it, as the plan stands today. */
function UnderPlan({ session: { committeeId, underPlan } }: Pick<StepProps, 'session'>) {
  const { t, language } = useTranslation(sentences);
  if (underPlan === null) return null;
  const { id, number, title, issuerName, by, reportBy, pilot } = underPlan;
  return (
    <dl class="facts">
      <dt>{t('underPlan')}</dt>
      <dd>
        <a href={`/plans${hashTo(committeeId, id)}`}>{title}</a>
        <br />
        {number} · {issuerName}
      </dd>
      {by !== null && (
        <>
          <dt>{t('voteDue')}</dt>
          <dd>
            {showDate(language, by)}
            {pilot && `, ${t('asPilot')}`}
          </dd>
          <dt>{t('reportDue')}</dt>
          <dd>{reportBy === null ? t('reportWithVote') : showDate(language, reportBy)}</dd>
        </>
      )}
    </dl>
  );
}
