import { useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import { searchPeople } from '../../contract/committee/seats.ts';
import { nameWithYear } from '../../domain/roster/namesakes.ts';
import type { PersonId } from '../../domain/roster/person.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { PartsFrame } from '../shared/fetch/parts-frame.tsx';
import { useParts } from '../shared/fetch/use-parts.ts';
import { TextField } from '../shared/forms/fields.tsx';
import { useSearch } from '../shared/forms/use-search.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { NameForm } from './name-form.tsx';
import { sentences } from './sentences.ts';

/** Finds people by name, with where they sit today. */
export function PeopleScreen() {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const { typed, asked: search, type } = useSearch();
  const [corrected, setCorrected] = useState<PersonId>();
  const [isKept, setKept] = useState(false);
  const found = useParts({ search }, (asked, after) => call(connection, searchPeople, { query: { ...asked, after } }));
  return (
    <>
      <p class="back">
        <a href={hashTo()}>{t('toTree')}</a>
      </p>
      <ScreenTitle>{t('people')}</ScreenTitle>
      <search>
        <TextField
          label={t('searchPeople')}
          hint={t('searchPeopleHint')}
          type="search"
          value={typed}
          onInput={type}
          maxLength={100}
        />
      </search>
      <p role="status">{isKept ? t('kept') : ''}</p>
      <PartsFrame of={found}>
        {({ rows }) => (
          <>
            <p role="status">{rows.length === 0 ? t('nobodyFound') : t('foundPeople', { count: rows.length })}</p>
            <ul class="entries">
              {rows.map(({ id, name, birthYear, seats }) => (
                <li key={id}>
                  <strong>{nameWithYear({ name, birthYear })}</strong>{' '}
                  <button
                    type="button"
                    class="tool"
                    aria-label={t('correctNameOf', { name: nameWithYear({ name, birthYear }) })}
                    onClick={() => {
                      setKept(false);
                      setCorrected(id);
                    }}
                  >
                    {t('correctName')}
                  </button>
                  <ul class="plain">
                    {seats.length === 0 && <li class="quiet">{t('noSeatToday')}</li>}
                    {seats.map(({ committeeId, committeeName, superiorName, position }) => (
                      <li key={committeeId}>
                        {position}, <a href={hashTo(committeeId)}>{committeeName}</a>
                        {superiorName !== null && <span class="quiet">, {superiorName}</span>}
                      </li>
                    ))}
                  </ul>
                  {corrected === id && (
                    <NameForm
                      personId={id}
                      name={name}
                      committeeId={null}
                      onDone={() => {
                        setCorrected(undefined);
                        setKept(true);
                        if (found.loaded.state === 'ready') void found.loaded.reload();
                      }}
                      onCancel={() => setCorrected(undefined)}
                    />
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </PartsFrame>
    </>
  );
}
