import { call } from '../../client/api.ts';
import { type AuditEntryView, listAdministrationAudit, listAudit } from '../../contract/audit/audit.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { PartsFrame } from '../shared/fetch/parts-frame.tsx';
import { useParts } from '../shared/fetch/use-parts.ts';
import { ClockNote } from '../shared/frame/clock-note.tsx';
import { hashTo } from '../shared/frame/hash.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { showDateTime } from '../shared/show/show-date.ts';
import { sentences } from './sentences.ts';

const limit = 100;

/** Who did what, when: of a committee, or of the administration where none is named. */
export function AuditLog({ committeeId }: { readonly committeeId: CommitteeId | null }) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const log = useParts({ committeeId }, (_asked, after) => {
    const query = { after, limit };
    return committeeId === null
      ? call(connection, listAdministrationAudit, { query })
      : call(connection, listAudit, { params: { committeeId }, query });
  });
  const file = committeeId === null ? '/api/audit.csv' : `/api/committees/${committeeId}/audit.csv`;
  return (
    <>
      <ScreenTitle>{t(committeeId === null ? 'administrationLog' : 'committeeLog')}</ScreenTitle>
      <p>{t('logPurpose')}</p>
      <p>
        <a href={hashTo()}>{t('toOverview')}</a> ·{' '}
        <a href={file} download>
          {t('logDownload')}
        </a>
      </p>
      <PartsFrame of={log}>
        {({ rows, brokenAt, clockMoved, head, committeeHead }) => (
          <>
            <ClockNote moved={clockMoved} />
            {brokenAt !== null && (
              <p class="note alarm" role="alert">
                {brokenAt.committeeName === null
                  ? t('logBroken', { number: brokenAt.number })
                  : t('logBrokenIn', { number: brokenAt.number, committee: brokenAt.committeeName })}
              </p>
            )}
            {committeeHead !== null && (
              <p class="quiet small log-end">
                {t('logOwnEnd', { number: committeeHead.number })} <code>{committeeHead.hash}</code>
              </p>
            )}
            {head !== null && (
              <p class="quiet small log-end">
                {t('logEnd', { number: head.number })} <code>{head.hash}</code>
              </p>
            )}
            <LogTable showsCommittee={committeeId === null} entries={rows} />
          </>
        )}
      </PartsFrame>
    </>
  );
}

interface TableProps {
  /** In the log of one committee its name would stand in every line. */
  readonly showsCommittee: boolean;
  readonly entries: readonly AuditEntryView[];
}

function LogTable({ showsCommittee, entries }: TableProps) {
  const { t, pick, language } = useTranslation(sentences);
  if (entries.length === 0) return <p class="empty">{t('logEmpty')}</p>;
  return (
    <div class="table-box">
      <table class="table">
        <caption>{t('logCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('columnNumber')}</th>
            <th scope="col">{t('columnTime')}</th>
            <th scope="col">{t('columnWho')}</th>
            <th scope="col">{t('columnWhat')}</th>
            <th scope="col">{t('columnAbout')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.hash}>
              <td class="number">{entry.number}</td>
              <td>{showDateTime(language, entry.at)}</td>
              <td>
                {entry.username === null ? (
                  t('nobodySignedIn')
                ) : (
                  <Somebody name={entry.name} username={entry.username} />
                )}
              </td>
              <td class="wide-cell">{pick(entry.what)}</td>
              <td class="wide-cell">
                <Objects entry={entry} showsCommittee={showsCommittee} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ObjectsProps {
  readonly entry: AuditEntryView;
  readonly showsCommittee: boolean;
}

/** Whom and what the entry is about, a line for each. */
function Objects({ entry, showsCommittee }: ObjectsProps) {
  const { t } = useTranslation(sentences);
  const { committeeName, planTitle, sessionTitle, aboutUsername, personName } = entry;
  return (
    <>
      {(aboutUsername !== null || personName !== null) && <Somebody name={personName} username={aboutUsername} />}
      {sessionTitle !== null && <div>{t('logOfSession', { title: sessionTitle })}</div>}
      {planTitle !== null && <div>{t('logOfPlan', { title: planTitle })}</div>}
      {showsCommittee && committeeName !== null && <div>{committeeName}</div>}
    </>
  );
}

interface SomebodyProps {
  readonly name: string | null;
  readonly username: string | null;
}

/** A person by name, with the account; an account that is nobody's by its own name. */
function Somebody({ name, username }: SomebodyProps) {
  if (name === null || username === null) return <div>{name ?? username}</div>;
  return (
    <div>
      {name} <span class="quiet small">({username})</span>
    </div>
  );
}
