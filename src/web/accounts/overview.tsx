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
  const { say } = useTranslation(sentences);
  const account = useAccount();
  const ids = useReader().served('chair', 'office');
  return (
    <>
      <ScreenTitle>{say('title')}</ScreenTitle>
      <ul class="entries">
        <li>
          <a href={hashTo('me')}>{say('myTitle')}</a>
          <p class="quiet small">{say('myPurpose')}</p>
        </li>
        {account.administrator && (
          <li>
            <a href={hashTo('all')}>{say('allTitle')}</a>
            <p class="quiet small">{say('allPurpose')}</p>
          </li>
        )}
        {account.administrator && (
          <li>
            <a href={hashTo('log')}>{say('administrationLog')}</a>
            <p class="quiet small">{say('administrationLogPurpose')}</p>
          </li>
        )}
        {account.administrator && (
          <li>
            <a href={hashTo('backups')}>{say('backupsTitle')}</a>
            <p class="quiet small">{say('backupsPurpose')}</p>
          </li>
        )}
      </ul>
      {ids.size > 0 && <MyCommittees ids={ids} />}
      {account.administrator && <CommitteeFinder />}
    </>
  );
}

function MyCommittees({ ids }: { readonly ids: ReadonlySet<string> }) {
  const { say } = useTranslation(sentences);
  const connection = useConnection();
  const committees = useLoad(() => call(connection, listCommittees), []);
  return (
    <section>
      <h2>{say('committeesTitle')}</h2>
      <Loaded of={committees}>{(all) => <CommitteeLinks committees={all.filter(({ id }) => ids.has(id))} />}</Loaded>
    </section>
  );
}

function CommitteeLinks({ committees }: { readonly committees: readonly CommitteeView[] }) {
  const { say } = useTranslation(sentences);
  return (
    <ul class="entries">
      {committees.map(({ id, name }) => (
        <li key={id}>
          <h3>{name}</h3>
          <p>
            <a href={hashTo(id)}>{say('memberAccounts')}</a> · <a href={hashTo(id, 'log')}>{say('committeeLog')}</a>
          </p>
        </li>
      ))}
    </ul>
  );
}
