import { useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import { listResults } from '../../contract/results/result-list.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { PartsFrame } from '../shared/fetch/parts-frame.tsx';
import { useParts } from '../shared/fetch/use-parts.ts';
import { TextField } from '../shared/forms/fields.tsx';
import { useRanks } from '../shared/forms/use-ranks.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { useAccount } from '../shared/frame/use-account.ts';
import { LockedLater } from '../shared/locked/locked-later.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { showDate } from '../shared/show/show-date.ts';
import { allOfThem, queryOf, RollUpFilterFields } from './roll-up-filter.tsx';
import { RollUpLinks } from './roll-up-links.tsx';
import { sentences } from './sentences.ts';

/** Results of my committees and of those below them, the newest conference first. */
export function ResultList() {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const { id } = useAccount();
  const [filter, setFilter] = useState(allOfThem);
  const { tier: _ofPeople, ...query } = queryOf(filter);
  const results = useParts({ id, query }, (asked, after) =>
    call(connection, listResults, { query: { ...asked.query, after } }),
  );
  return (
    <>
      <ScreenTitle>{t('listTitle')}</ScreenTitle>
      <p>{t('listPurpose')}</p>
      <RollUpLinks />
      <LockedLater locked={results.shown?.value.locked ?? []} />
      <PartsFrame of={results}>
        {(found) =>
          found.choices.forms.length === 0 ? (
            <p class="empty">{t('listEmpty')}</p>
          ) : (
            <Found found={found} filter={filter} onFilter={setFilter} />
          )
        }
      </PartsFrame>
    </>
  );
}

interface FoundProps {
  readonly found: ReturnType<(typeof listResults.replies)[200]['parse']>;
  readonly filter: typeof allOfThem;
  onFilter(filter: typeof allOfThem): void;
}

function Found({ found: { choices, total, rows }, filter, onFilter }: FoundProps) {
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
    </section>
  );
}
