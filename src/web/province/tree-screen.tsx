import { useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import { listTop, searchCommittees } from '../../contract/committee/tree.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { PartsFrame } from '../shared/fetch/parts-frame.tsx';
import { useLater } from '../shared/fetch/use-later.ts';
import { useParts } from '../shared/fetch/use-parts.ts';
import { DateField, TextField } from '../shared/forms/fields.tsx';
import { useRanks } from '../shared/forms/use-ranks.ts';
import { useSearch } from '../shared/forms/use-search.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { useAccount } from '../shared/frame/use-account.ts';
import { ToImports } from '../shared/imports/imports-title.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { sentences } from './sentences.ts';
import { TreeList } from './tree-list.tsx';

/** The tree of committees from where it begins for the reader, and a search through it. */
export function TreeScreen() {
  const { t } = useTranslation(sentences);
  const { administrator } = useAccount();
  const { typed, asked, type } = useSearch();
  const [on, setOn] = useState('');
  return (
    <>
      <ScreenTitle>{t('pageTitle')}</ScreenTitle>
      {administrator && <Tasks />}
      <search>
        <TextField
          label={t('searchCommittee')}
          hint={t('searchHint')}
          type="search"
          value={typed}
          onInput={type}
          maxLength={100}
        />
      </search>
      {asked.trim() === '' ? (
        <>
          <DateField label={t('treeOn')} hint={t('treeOnHint')} value={on} onInput={setOn} />
          <Tree key={on} on={on === '' ? undefined : on} />
        </>
      ) : (
        <Found search={asked} />
      )}
      {administrator && <Export />}
    </>
  );
}

/** Fetched once the tree is there. */
function Export() {
  const part = useLater(() => import('./export-buttons.tsx'));
  return <Loaded of={part}>{({ ExportButtons }) => <ExportButtons />}</Loaded>;
}

function Tasks() {
  const { t } = useTranslation(sentences);
  return (
    <p class="choices">
      <a class="button" href={hashTo('people')}>
        {t('people')}
      </a>
      <a class="button" href={hashTo('add')}>
        {t('addCommittee')}
      </a>
      <a class="button" href={hashTo('merge')}>
        {t('merge')}
      </a>
      <a class="button" href={hashTo('import')}>
        {t('importTitle')}
      </a>
      <ToImports class="button" />
      <a class="button" href={hashTo('ranks')}>
        {t('ranks')}
      </a>
    </p>
  );
}

function Tree({ on }: { readonly on: string | undefined }) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const { id, administrator } = useAccount();
  const top = useParts({ id, on }, (_asked, after) => call(connection, listTop, { query: { after, on } }));
  return (
    <PartsFrame of={top}>
      {({ rows }) =>
        rows.length === 0 ? (
          <p class="empty">
            {t(on !== undefined ? 'noCommitteesOn' : administrator ? 'noCommittees' : 'noOwnCommittees')}
          </p>
        ) : (
          <TreeList entries={rows} depth={0} on={on} label={t('tree')} />
        )
      }
    </PartsFrame>
  );
}

function Found({ search }: { readonly search: string }) {
  const { t, pick } = useTranslation(sentences);
  const connection = useConnection();
  const ranks = useRanks();
  const found = useParts({ search }, (asked, after) =>
    call(connection, searchCommittees, { query: { ...asked, after } }),
  );
  return (
    <PartsFrame of={found}>
      {({ rows }) => (
        <>
          <p role="status">{rows.length === 0 ? t('nothingFound') : t('found', { count: rows.length })}</p>
          <ul class="entries">
            {rows.map((one) => (
              <li key={one.id}>
                <a href={hashTo(one.id)}>{one.name}</a> {one.to !== null && <span class="badge">{t('ended')}</span>}
                <br />
                <span class="quiet small">
                  {[...one.way, pick(ranks.find(({ id }) => id === one.rank)?.label ?? { vi: '', en: '' })]
                    .filter((text) => text !== '')
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </PartsFrame>
  );
}
