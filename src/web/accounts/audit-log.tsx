import { useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import { type AuditEntryView, listAdministrationAudit, listAudit } from '../../contract/audit.ts';
import type { CommitteeId } from '../../domain/committee.ts';
import { useConnection } from '../shared/connection.ts';
import { FailureNote } from '../shared/failure-note.tsx';
import { hashTo } from '../shared/hash.ts';
import { Loaded } from '../shared/loaded.tsx';
import { ScreenTitle } from '../shared/screen-title.tsx';
import { useSpeech } from '../shared/sentences.ts';
import { showDateTime } from '../shared/show-date.ts';
import { useAction } from '../shared/use-action.ts';
import { useLoad } from '../shared/use-load.ts';
import { sentences } from './sentences.ts';

const limit = 100;

/** Who did what, when: of a committee, or of the administration where none is named. */
export function AuditLog({ committeeId }: { readonly committeeId: CommitteeId | null }) {
  const { say } = useSpeech(sentences);
  const connection = useConnection();
  const [earlier, setEarlier] = useState<readonly AuditEntryView[]>([]);
  const read = (before?: number) => {
    const query = before === undefined ? { limit } : { limit, before };
    return committeeId === null
      ? call(connection, listAdministrationAudit, { query })
      : call(connection, listAudit, { params: { committeeId }, query });
  };
  const log = useLoad(() => read(), [committeeId]);
  const more = useAction(read);
  const readMore = async (before: number) => {
    const reply = await more.run(before);
    if (reply?.ok) setEarlier((known) => [...known, ...reply.value.entries]);
  };
  const file = committeeId === null ? '/api/audit.csv' : `/api/committees/${committeeId}/audit.csv`;
  return (
    <>
      <ScreenTitle>{say(committeeId === null ? 'administrationLog' : 'committeeLog')}</ScreenTitle>
      <p>{say('logPurpose')}</p>
      <p>
        <a href={hashTo()}>{say('toOverview')}</a> ·{' '}
        <a href={file} download="nhat-ky.csv">
          {say('logDownload')}
        </a>
      </p>
      <Loaded of={log}>
        {({ entries, brokenAt, head }) => (
          <>
            {brokenAt !== null && (
              <p class="note alarm" role="alert">
                {say('logBroken', { number: brokenAt })}
              </p>
            )}
            {head !== null && (
              <p class="quiet small log-end">
                {say('logEnd', { number: head.number })} <code>{head.hash}</code>
              </p>
            )}
            <LogTable entries={[...entries, ...earlier]} onMore={(before) => void readMore(before)} busy={more.busy} />
            <FailureNote failure={more.failure} />
          </>
        )}
      </Loaded>
    </>
  );
}

interface TableProps {
  readonly entries: readonly AuditEntryView[];
  readonly busy: boolean;
  onMore(before: number): void;
}

function LogTable({ entries, busy, onMore }: TableProps) {
  const { say, own, language } = useSpeech(sentences);
  const last = entries.at(-1);
  if (last === undefined) return <p class="empty">{say('logEmpty')}</p>;
  return (
    <>
      <div class="table-box">
        <table class="table">
          <caption>{say('logCaption')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('columnNumber')}</th>
              <th scope="col">{say('columnTime')}</th>
              <th scope="col">{say('columnWho')}</th>
              <th scope="col">{say('columnWhat')}</th>
              <th scope="col">{say('columnAbout')}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map(({ number, at, what, by, about }) => (
              <tr key={number}>
                <td class="number">{number}</td>
                <td>{showDateTime(language, at)}</td>
                <td>{by ?? say('nobodySignedIn')}</td>
                <td class="wide-cell">{own(what)}</td>
                <td>{about ?? ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {entries.length % limit === 0 && (
        <button type="button" disabled={busy} onClick={() => onMore(last.number)}>
          {say('logMore')}
        </button>
      )}
    </>
  );
}
