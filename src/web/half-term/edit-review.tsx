import { useEffect, useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import { type ReviewView, writeReview } from '../../contract/half-term/half-term.ts';
import { listSessions } from '../../contract/session/sessions.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { FailureNote } from '../shared/fetch/failure-note.tsx';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLater } from '../shared/fetch/use-later.ts';
import { useLoad } from '../shared/fetch/use-load.ts';
import { DraftNote } from '../shared/forms/draft-note.tsx';
import { SelectField } from '../shared/forms/fields.tsx';
import { useAction } from '../shared/forms/use-action.ts';
import { useDraft } from '../shared/forms/use-draft.ts';
import { ConferenceFields } from './conference-fields.tsx';
import { ExportTargets } from './export-targets.tsx';
import { GroupFields } from './group-fields.tsx';
import { TargetFields } from './target-fields.tsx';
import { useHalfTermTranslation } from './translation.ts';
import { WeaknessFields } from './weakness-fields.tsx';
import { bodyOf, daysIn, type WrittenReview, writtenOf } from './written-review.ts';

interface Props {
  readonly view: ReviewView;
  onWritten(view: ReviewView): void;
  /** Whether the form holds what was not kept yet. */
  onUnsaved(unsaved: boolean): void;
}

/** The whole review in one form, kept when its button is pressed. */
export function EditReview({ view, onWritten, onUnsaved }: Props) {
  const { t } = useHalfTermTranslation();
  const connection = useConnection();
  const importing = useLater(() => import('./import-targets.tsx'));
  const { committeeId, term, version } = view;
  const form = useDraft<WrittenReview>(`review ${committeeId} ${term}`, writtenOf(view));
  const { content: written, isUnsaved } = form;
  const [kept, setKept] = useState(false);
  const put = (part: Partial<WrittenReview>) => {
    setKept(false);
    form.put((before) => ({ ...before, ...part }));
  };
  useEffect(() => onUnsaved(isUnsaved), [isUnsaved]);
  const action = useAction(async () => {
    const body = bodyOf(written, version);
    const reply = await call(connection, writeReview, { params: { committeeId }, query: { term }, body });
    if (reply.ok) {
      setKept(true);
      form.keep();
      onWritten(reply.value);
    }
    return reply;
  });
  const isWrong = daysIn(written.days) === undefined;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void action.run();
      }}
    >
      <DraftNote found={form.found} />
      <h2>{t('targets')}</h2>
      <TargetFields targets={written.targets} onInput={(targets) => put({ targets })} />
      <Loaded of={importing}>
        {({ ImportTargets }) => (
          <ImportTargets committeeId={committeeId} present={written.targets} onTake={(targets) => put({ targets })} />
        )}
      </Loaded>
      {version > 0 && <ExportTargets committeeId={committeeId} term={term} />}
      <h2>{t('weaknesses')}</h2>
      <WeaknessFields weaknesses={written.weaknesses} onInput={(weaknesses) => put({ weaknesses })} />
      <h2>{t('conference')}</h2>
      <SessionField committeeId={committeeId} value={written.sessionId} onInput={(sessionId) => put({ sessionId })} />
      <ConferenceFields written={written} length={view.conferenceLength} onInput={put} />
      <h2>{t('groups')}</h2>
      <GroupFields groups={written.groups} onInput={(groups) => put({ groups })} />
      <FailureNote failure={action.failure} />
      <p>
        <button type="submit" class="main-button" disabled={action.busy || isWrong}>
          {t('keep')}
        </button>
      </p>
      <div role="status">
        {kept && <p>{t('keptNow')}</p>}
        {kept && view.unanswered.length > 0 && <p class="note">{t('unanswered', { count: view.unanswered.length })}</p>}
      </div>
    </form>
  );
}

interface SessionProps {
  readonly committeeId: CommitteeId;
  readonly value: string;
  onInput(sessionId: string): void;
}

function SessionField({ committeeId, value, onInput }: SessionProps) {
  const { t } = useHalfTermTranslation();
  const connection = useConnection();
  const sessions = useLoad(() => call(connection, listSessions), [committeeId]);
  return (
    <Loaded of={sessions}>
      {(all) => (
        <SelectField
          label={t('session')}
          hint={t('sessionHint')}
          value={value}
          onInput={onInput}
          options={[
            { value: '', label: t('noSession') },
            ...all
              .filter((one) => one.committeeId === committeeId)
              .map(({ id, title }) => ({ value: id, label: title })),
          ]}
        />
      )}
    </Loaded>
  );
}
