import { useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import { listResults } from '../../contract/results/result-list.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { FailureNote } from '../shared/fetch/failure-note.tsx';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useAnswered } from '../shared/fetch/use-answered.ts';
import { TextField } from '../shared/forms/fields.tsx';
import { useRanks } from '../shared/forms/use-ranks.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { useAccount } from '../shared/frame/use-account.ts';
import { LockedLater } from '../shared/locked/locked-later.tsx';
import { PagedList } from '../shared/show/paged-list.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { showDate } from '../shared/show/show-date.ts';
import { allOfThem, queryOf, RollUpFilterFields } from './roll-up-filter.tsx';
import { RollUpLinks } from './roll-up-links.tsx';
import { sentences } from './sentences.ts';

/** Results on one page. */
const size = 50;

/** Results of my committees and of those below them, the newest conference first. */
export function ResultList() {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const { id } = useAccount();
  const [filter, setFilter] = useState(allOfThem);
  const [page, setPage] = useState(1);
  const { tier: _ofPeople, ...query } = queryOf(filter);
  const { loaded, shown, isBusy } = useAnswered({ id, query, page }, (asked) =>
    call(connection, listResults, { query: { ...asked.query, page: asked.page, size } }),
  );
  const turnTo = (next: number) => {
    setPage(next);
    if (loaded.state === 'failed') void loaded.reload();
  };
  const choose = (chosen: typeof allOfThem) => {
    setFilter(chosen);
    setPage(1);
  };
  return (
    <>
      <ScreenTitle>{t('listTitle')}</ScreenTitle>
      <p>{t('listPurpose')}</p>
      <RollUpLinks />
      <LockedLater locked={shown?.value.locked ?? []} />
      {shown === undefined ? (
        <Loaded of={loaded}>{() => null}</Loaded>
      ) : shown.value.choices.forms.length === 0 ? (
        <p class="empty">{t('listEmpty')}</p>
      ) : (
        <>
          {loaded.state === 'failed' && <FailureNote failure={loaded.failure} retry={() => void loaded.reload()} />}
          <Found
            found={shown.value}
            filter={filter}
            page={shown.asked.page}
            isBusy={isBusy}
            onFilter={choose}
            setPage={turnTo}
          />
        </>
      )}
    </>
  );
}

interface FoundProps {
  readonly found: ReturnType<(typeof listResults.replies)[200]['parse']>;
  readonly filter: typeof allOfThem;
  readonly page: number;
  readonly isBusy: boolean;
  onFilter(filter: typeof allOfThem): void;
  setPage(page: number): void;
}

function Found({ found: { choices, total, rows }, filter, page, isBusy, onFilter, setPage }: FoundProps) {
  const { t, language } = useTranslation(sentences);
  const ranks = useRanks();
  const search = (text: string) => onFilter({ ...filter, search: text });
  return (
    <section>
      <h2>{t('eachTitle')}</h2>
      <div class="no-print sort">
        <TextField label={t('findResult')} type="search" value={filter.search} onInput={search} maxLength={100} />
      </div>
      <RollUpFilterFields
        choices={{ ...choices, kinds: [], tiers: [] }}
        ranks={ranks}
        filter={filter}
        onInput={onFilter}
      />
      <PagedList page={page} size={size} total={total} isBusy={isBusy} setPage={setPage}>
        <p role="status">{t('resultsFound', { total })}</p>
        <ul class="entries">
          {rows.map(({ sessionId, committeeName, title, heldOn, annulled }) => (
            <li key={sessionId}>
              <p>
                <a href={hashTo(sessionId)}>
                  {committeeName}: {title}
                </a>
                {annulled && ` ${t('earlierAnnulled')}`}
                <br />
                {t('heldOn', { date: showDate(language, heldOn) })}
              </p>
            </li>
          ))}
        </ul>
      </PagedList>
    </section>
  );
}
