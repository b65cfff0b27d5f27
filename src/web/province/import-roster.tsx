import { useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import {
  type CommitteeView,
  importCommitteeRoster,
  previewCommitteeRoster,
  readCommittee,
} from '../../contract/committee/committees.ts';
import type { ReplyOf } from '../../contract/operation.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLoad } from '../shared/fetch/use-load.ts';
import { useAction } from '../shared/forms/use-action.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { useReader } from '../shared/frame/use-reader.ts';
import type { Shown } from '../shared/lists/import-props.ts';
import { ListImport } from '../shared/lists/list-import.tsx';
import type { Previewed } from '../shared/lists/use-preview.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { showDate } from '../shared/show/show-date.ts';
import { TableBox } from '../shared/show/table-box.tsx';
import { RosterImports } from './roster-imports.tsx';
import { sentences } from './sentences.ts';

type Roster = ReplyOf<typeof previewCommitteeRoster>;

/** One committee's list, on its own page: nothing in the file has to name the committee. */
export function ImportRoster({ id }: { readonly id: CommitteeId }) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const committee = useLoad(() => call(connection, readCommittee, { params: { committeeId: id } }), [id]);
  return (
    <>
      <p class="back">
        <a href={hashTo(id)}>{t('toCommittee')}</a>
      </p>
      <Loaded of={committee}>{(one) => <ImportInto committee={one} />}</Loaded>
    </>
  );
}

function ImportInto({ committee }: { readonly committee: CommitteeView }) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const keeps = useReader().keepsRosterOf(committee);
  const [seats, setSeats] = useState<number>();
  const params = { committeeId: committee.id };
  const keep = useAction(({ body, capitals, seen: { diff } }: Previewed<Roster>) =>
    call(connection, importCommitteeRoster, { params, query: { capitals, diff }, body }),
  );
  if (!keeps) return <p>{t('unknownScreen')}</p>;
  return (
    <>
      <ScreenTitle>{t('rosterTitle', { name: committee.name })}</ScreenTitle>
      <p>{t('rosterHint')}</p>
      <ListImport
        list="roster"
        of={committee.id}
        label={t('file')}
        hint={t('rosterFileHint')}
        heading="h2"
        read={(body, capitals) => call(connection, previewCommitteeRoster, { params, query: { capitals }, body })}
        failure={keep.failure}
        onChange={() => {
          keep.clear();
          setSeats(undefined);
        }}
      >
        {(shown) => (
          <RosterPreview
            {...shown}
            busy={shown.busy || keep.busy}
            onImport={async () => {
              const reply = await keep.run(shown.previewed);
              if (!reply?.ok) return shown.clear();
              setSeats(reply.value.seats);
              shown.finish();
            }}
          />
        )}
      </ListImport>
      <p role="status">{keep.busy && t('importing')}</p>
      <div role="status">
        {seats !== undefined && (
          <p class="note">
            {t('rosterImported', { count: seats })} <a href={hashTo(committee.id)}>{t('toCommittee')}</a>
          </p>
        )}
      </div>
      <RosterImports committeeId={committee.id} imported={seats} onTakenBack={() => setSeats(undefined)} />
    </>
  );
}

const effects = { added: 'effectAdded', changed: 'effectChanged', same: 'effectSame' } as const;

interface PreviewProps extends Pick<Shown<Roster>, 'previewed' | 'busy'> {
  onImport(): void;
}

/** The seats as they would be. */
function RosterPreview({ previewed, busy, onImport }: PreviewProps) {
  const { t, language } = useTranslation(sentences);
  const { counts, entries, seats } = previewed.seen;
  const changes = counts.added + counts.changed;
  return (
    <>
      <h2>{t('seats')}</h2>
      <p role="status">{t('rosterCounts', counts)}</p>
      <TableBox name={t('seats')}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col" class="number">
                {t('order')}
              </th>
              <th scope="col">{t('fullName')}</th>
              <th scope="col">{t('position')}</th>
              <th scope="col">{t('firstDay')}</th>
              <th scope="col">{t('lastDay')}</th>
              <th scope="col">{t('effect')}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map(({ worksheet, line, order, name, position, from, to, effect }) => (
              <tr key={`${worksheet} ${line}`}>
                <td class="number">{order}</td>
                <th scope="row">{name}</th>
                <td>{position}</td>
                <td>{from === null ? '' : showDate(language, from)}</td>
                <td>{to === null ? '' : showDate(language, to)}</td>
                <td>{t(effects[effect])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      {entries.length < seats && <p class="quiet small">{t('andMore', { count: seats - entries.length })}</p>}
      {changes === 0 ? (
        <p class="note">{t('nothingChanges')}</p>
      ) : (
        <p>
          <button type="button" class="main-button" disabled={busy} onClick={onImport}>
            {t('importThis')}
          </button>
        </p>
      )}
    </>
  );
}
