import { call } from '../../client/api.ts';
import { readBackups, readServiceState, startBackup } from '../../contract/service/service.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { FailureNote } from '../shared/fetch/failure-note.tsx';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useFresh } from '../shared/fetch/use-fresh.ts';
import { useLasting } from '../shared/fetch/use-lasting.ts';
import { useLoad } from '../shared/fetch/use-load.ts';
import { useAction } from '../shared/forms/use-action.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { showDateTime } from '../shared/show/show-date.ts';
import { sentences } from './sentences.ts';

const freshAfter = 3000;

/** For administrators: when the service was last backed up and how that went, and a backup now. */
export function Backups() {
  const { t, pick, language } = useTranslation(sentences);
  const connection = useConnection();
  const loaded = useLoad(() => call(connection, readBackups), []);
  useFresh(loaded.reload, freshAfter);
  const backups = useLasting(loaded);
  const warnings = useLasting(useLoad(() => call(connection, readServiceState), []))?.warnings ?? [];
  const action = useAction(() => call(connection, startBackup));
  const start = async () => {
    await action.run();
    await loaded.reload();
  };
  if (backups === undefined) return <Loaded of={loaded}>{() => null}</Loaded>;
  const { last, failure, everyHours, keep, folder, running } = backups;
  const kept = { keep: String(keep) };
  return (
    <>
      <ScreenTitle>{t('backupsTitle')}</ScreenTitle>
      <p>
        <a href={hashTo()}>{t('toOverview')}</a>
      </p>
      <div role="status">
        {running && <p class="note">{t('backupRunning')}</p>}
        <p>{last ? t('backupLast', { at: showDateTime(language, last.at), name: last.name }) : t('backupNone')}</p>
      </div>
      {last !== null && last.altered > 0 && (
        <p class="note alarm">{t('backupAltered', { count: String(last.altered) })}</p>
      )}
      {failure && (
        <p class="note alarm" role="alert">
          {t('backupFailed', { at: showDateTime(language, failure.at) })} {pick(failure.note)}
        </p>
      )}
      {warnings.map(({ code, note }) => (
        <p key={code} class="note alarm">
          {pick(note)}
        </p>
      ))}
      <p>{everyHours === null ? t('backupNever', kept) : t('backupEvery', { ...kept, hours: String(everyHours) })}</p>
      <p>{t('backupFolder', { folder })}</p>
      <p class="quiet">{t('backupLinks')}</p>
      <p>
        <button type="button" class="main-button" disabled={running || action.busy} onClick={() => void start()}>
          {t('backupNow')}
        </button>
      </p>
      <FailureNote failure={action.failure} />
    </>
  );
}
