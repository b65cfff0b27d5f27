import { useState } from 'preact/hooks';
import { call } from '../../../client/api.ts';
import { recordAttendance } from '../../../contract/session/sessions.ts';
import { fewestPresent } from '../../../domain/result/outcome.ts';
import type { VoterId } from '../../../domain/session/session.ts';
import { fitsSearch, searchKey, searchWords } from '../../../domain/text/search-key.ts';
import { useConnection } from '../../shared/fetch/connection.ts';
import { FailureNote } from '../../shared/fetch/failure-note.tsx';
import { TextField } from '../../shared/forms/fields.tsx';
import { useUnsaved } from '../../shared/forms/use-unsaved.ts';
import { useTranslation } from '../../shared/show/sentences.ts';
import { DoneNote } from '../done-note.tsx';
import { sentences } from '../sentences.ts';
import type { StepProps } from '../step.ts';
import { useStepAction } from '../use-step-action.ts';

/** Who is present, ticked on the roll; how many there must be. Opening fixes it. */
export function AttendanceScreen({ session, reload }: StepProps) {
  const { t } = useTranslation(sentences);
  const { summoned } = session.attendance;
  const needed = fewestPresent(session.form, summoned);
  return (
    <>
      <p>{needed === 0 ? t('attendanceNoQuorum', { summoned }) : t('attendanceQuorum', { summoned, needed })}</p>
      <RollTicks session={session} reload={reload} needed={needed} />
    </>
  );
}

function RollTicks({ session, reload, needed }: StepProps & { readonly needed: number }) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const mayChange = session.state === 'issued' && (session.held.includes('chair') || session.held.includes('office'));
  const summoned = [
    ...session.roll.map(({ id, name, position, present }) => ({ id, name, position, present, votes: true })),
    ...session.nonVoters.map((one) => ({ ...one, votes: false })),
  ];
  const [present, setPresent] = useState<ReadonlySet<VoterId>>(
    () => new Set(summoned.filter((one) => one.present).map(({ id }) => id)),
  );
  const unsaved = useUnsaved([...present].sort());
  const [sought, setSought] = useState('');
  const [saved, setSaved] = useState(false);
  const action = useStepAction({ reload }, () =>
    call(connection, recordAttendance, { params: { sessionId: session.id }, body: { present: [...present] } }),
  );
  const save = async () => {
    const reply = await action.run();
    if (reply?.ok) unsaved.keep();
    setSaved(reply?.ok === true);
  };
  const tick = (ids: readonly VoterId[], on: boolean) => {
    setSaved(false);
    const next = new Set(present);
    for (const id of ids)
      if (on) next.add(id);
      else next.delete(id);
    setPresent(next);
  };
  const words = searchWords(sought);
  const shown = summoned.filter(({ name }) => fitsSearch(searchKey(name), words));
  return (
    <>
      {summoned.length > 12 && (
        <TextField label={t('attendanceFind')} type="search" value={sought} onInput={setSought} />
      )}
      <p class="tally-line" role="status">
        <strong>{t('attendancePresent', { present: present.size, summoned: summoned.length })}</strong>{' '}
        {present.size < needed && t('attendanceTooFew', { lacking: needed - present.size })}
      </p>
      {mayChange && (
        <div class="choices">
          <button
            type="button"
            onClick={() =>
              tick(
                shown.map(({ id }) => id),
                true,
              )
            }
          >
            {t('attendanceAll')}
          </button>
          <button
            type="button"
            onClick={() =>
              tick(
                shown.map(({ id }) => id),
                false,
              )
            }
          >
            {t('attendanceNone')}
          </button>
        </div>
      )}
      <ul class="roll-ticks">
        {shown.map(({ id, name, position, votes }) => (
          <li key={id}>
            <label class="check-line">
              <input
                type="checkbox"
                checked={present.has(id)}
                disabled={!mayChange}
                onChange={(event) => tick([id], event.currentTarget.checked)}
              />
              <span>
                {name}{' '}
                <span class="quiet small">
                  {position}
                  {!votes && ` · ${t('nonVoter')}`}
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <FailureNote failure={action.failure} />
      <DoneNote text={saved && !action.busy ? t('attendanceSaved') : undefined} />
      {mayChange && (
        <p>
          <button type="button" class="main-button" disabled={action.busy} onClick={() => void save()}>
            {t('attendanceSave')}
          </button>
        </p>
      )}
    </>
  );
}
