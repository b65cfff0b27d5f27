import { call } from '../../client/api.ts';
import { searchCommittees } from '../../contract/committee/tree.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLoad } from '../shared/fetch/use-load.ts';
import { TextField } from '../shared/forms/fields.tsx';
import { useSearch } from '../shared/forms/use-search.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { sentences } from './sentences.ts';

/** An administrator looks for the committee whose members are to be invited. */
export function CommitteeFinder() {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const { typed, asked: search, type } = useSearch();
  const found = useLoad(() => call(connection, searchCommittees, { query: { search, limit: 20 } }), [search]);
  return (
    <section>
      <h2>{t('findTitle')}</h2>
      <TextField
        label={t('findCommittee')}
        hint={t('searchHint')}
        type="search"
        value={typed}
        onInput={type}
        maxLength={100}
      />
      <Loaded of={found}>
        {({ rows: committees }) =>
          committees.length === 0 ? (
            <p class="empty">
              {search.trim() !== '' ? (
                t('noneFound')
              ) : (
                <>
                  {t('noCommittees')}
                  <br />
                  <a class="button" href="/province">
                    {t('toCommittees')}
                  </a>
                </>
              )}
            </p>
          ) : (
            <ul class="entries">
              {committees.map(({ id, name, way }) => (
                <li key={id}>
                  <a href={hashTo(id)}>{name}</a>
                  {way.length > 0 && <span class="quiet small hint-line">{way.join(' · ')}</span>}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}
