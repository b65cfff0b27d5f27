import { call } from '../../client/api.ts';
import { type CommitteeView, listCommittees } from '../../contract/committee/committees.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLoad } from '../shared/fetch/use-load.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { useAccount } from '../shared/frame/use-account.ts';
import { useReader } from '../shared/frame/use-reader.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { CommitteeFinder } from './committee-finder.tsx';
import { sentences } from './sentences.ts';

/** Whose accounts somebody looks after, and their own. */
export function Overview() {
  const { t } = useTranslation(sentences);
  const account = useAccount();
  const ids = useReader().served('chair', 'office');
  return (
    <>
      <ScreenTitle>{t('title')}</ScreenTitle>
      <ul class="entries">
        <li>
          <a href={hashTo('me')}>{t('myTitle')}</a>
          <p class="quiet small">{t('myPurpose')}</p>
        </li>
        {account.administrator && (
          <li>
            <a href={hashTo('all')}>{t('allTitle')}</a>
            <p class="quiet small">{t('allPurpose')}</p>
          </li>
        )}
        {account.administrator && (
          <li>
            <a href={hashTo('log')}>{t('administrationLog')}</a>
            <p class="quiet small">{t('administrationLogPurpose')}</p>
          </li>
        )}
        {account.administrator && (
          <li>
            <a href={hashTo('backups')}>{t('backupsTitle')}</a>
            <p class="quiet small">{t('backupsPurpose')}</p>
          </li>
        )}
      </ul>
      {ids.size > 0 && <MyCommittees ids={ids} />}
      {account.administrator && <CommitteeFinder />}
    </>
  );
}

function MyCommittees({ ids }: { readonly ids: ReadonlySet<string> }) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const committees = useLoad(() => call(connection, listCommittees), []);
  return (
    <section>
      <h2>{t('committeesTitle')}</h2>
      <Loaded of={committees}>{(all) => <CommitteeLinks committees={all.filter(({ id }) => ids.has(id))} />}</Loaded>
    </section>
  );
}

function CommitteeLinks({ committees }: { readonly committees: readonly CommitteeView[] }) {
  const { t } = useTranslation(sentences);
  return (
    <ul class="entries">
      {committees.map(({ id, name }) => (
        <li key={id}>
          <h3>{name}</h3>
          <p>
            <a href={hashTo(id)}>{t('memberAccounts')}</a> · <a href={hashTo(id, 'log')}>{t('committeeLog')}</a>
          </p>
        </li>
      ))}
    </ul>
  );
}
