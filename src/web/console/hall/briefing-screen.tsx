import { useState } from 'preact/hooks';
import { call } from '../../../client/api.ts';
import { briefVoters } from '../../../contract/session/sessions.ts';
import { standardBriefing } from '../../../domain/session/standard-briefing.ts';
import { useConnection } from '../../shared/fetch/connection.ts';
import { FailureNote } from '../../shared/fetch/failure-note.tsx';
import { DraftNote } from '../../shared/forms/draft-note.tsx';
import { TextArea } from '../../shared/forms/fields.tsx';
import { useDraft } from '../../shared/forms/use-draft.ts';
import { useTranslation } from '../../shared/show/sentences.ts';
import { showDateTime } from '../../shared/show/show-date.ts';
import { DoneNote } from '../done-note.tsx';
import { sentences } from '../sentences.ts';
import type { StepProps } from '../step.ts';
import { useStepAction } from '../use-step-action.ts';

/** The briefing: the text that every voter reads above the ballot; and who can record it. */
export function BriefingScreen({ session, reload }: StepProps) {
  const { t, language } = useTranslation(sentences);
  const { briefing } = session;
  const mayChange = session.mayBrief && (session.state === 'draft' || session.state === 'issued');
  return (
    <>
      <p>{t('briefingHow')}</p>
      {briefing && (
        <p class="quiet">{t('briefingBy', { name: briefing.by.name, at: showDateTime(language, briefing.at) })}</p>
      )}
      {mayChange ? <BriefingForm session={session} reload={reload} /> : <Recorded session={session} />}
    </>
  );
}

/** What was recorded, or who does it and how it goes on. */
function Recorded({ session: { briefing, briefers, chair, state } }: Pick<StepProps, 'session'>) {
  const { t } = useTranslation(sentences);
  if (briefing) return <div class="note briefing-text">{briefing.text}</div>;
  if (state !== 'draft' && state !== 'issued') return null;
  return (
    <div class="note">
      <p>
        {briefers.length > 0
          ? t('briefingByOthers', { names: briefers.join(', ') })
          : t('briefingByChair', { name: chair.name })}
      </p>
      <p>
        {t('briefingDuty')} <a href="/accounts">{t('briefingDutyWhere')}</a>
      </p>
    </div>
  );
}

function BriefingForm({ session, reload }: StepProps) {
  const { t, language } = useTranslation(sentences);
  const connection = useConnection();
  const standard = standardBriefing(session.form, session.underPlan?.briefingDraft ?? '', language);
  const start = session.briefing?.text ?? session.briefingDraft ?? standard;
  const { content: text, put: setText, ...draft } = useDraft(`briefing ${session.id}`, start);
  const [saved, setSaved] = useState(false);
  const action = useStepAction({ reload }, () =>
    call(connection, briefVoters, { params: { sessionId: session.id }, body: { text } }),
  );
  const submit = async (event: Event) => {
    event.preventDefault();
    setSaved(false);
    const reply = await action.run();
    if (reply?.ok) draft.keep();
    setSaved(reply?.ok === true);
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <DraftNote found={draft.found} />
      <TextArea
        label={t('briefingText')}
        hint={t('briefingTextHint')}
        value={text}
        onInput={setText}
        rows={10}
        maxLength={10_000}
        required
      />
      <FailureNote failure={action.failure} />
      <DoneNote text={saved ? t('briefingSaved') : undefined} />
      <p>
        <button type="submit" class="main-button" disabled={action.busy || text.trim() === ''}>
          {t('briefingSave')}
        </button>
      </p>
    </form>
  );
}
