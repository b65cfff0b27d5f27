import { call } from '../../client/api.ts';
import { listMyPapers } from '../../contract/papers/papers.ts';
import { listSessions } from '../../contract/session/sessions.ts';
import { storageIn } from '../shared/device/device-storage.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLoad } from '../shared/fetch/use-load.ts';
import { OfficePage } from '../shared/frame/office-page.tsx';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { useAccount } from '../shared/frame/use-account.ts';
import { useReader } from '../shared/frame/use-reader.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { EndedCommittees } from './ended-committees.tsx';
import { ForAdministrator } from './for-administrator.tsx';
import { MyPapers } from './my-papers.tsx';
import { MyReminders } from './my-reminders.tsx';
import { MyResults } from './my-results.tsx';
import { MySessions } from './my-sessions.tsx';
import { phonePapers } from './phone-papers.ts';
import { sentences } from './sentences.ts';

/** Where everybody begins: what they have to do, and what they may read. */
export function HomePage() {
  const { t } = useTranslation(sentences);
  return (
    <OfficePage title={t('tab')}>
      <MyPage />
    </OfficePage>
  );
}

function MyPage() {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const account = useAccount();
  const hasDuties = useReader().served().size > 0;
  const papers = useLoad(() => call(connection, listMyPapers), [account.id]);
  const sessions = useLoad(() => call(connection, listSessions), [account.id]);
  const kept = phonePapers(
    storageIn(() => localStorage),
    account.id,
  );
  return (
    <>
      <ScreenTitle>{t('title')}</ScreenTitle>
      {account.administrator && <ForAdministrator />}
      {!account.administrator && !hasDuties && account.personId === null && <p class="empty">{t('noDuty')}</p>}
      {hasDuties && <EndedCommittees accountId={account.id} />}
      <div class="desk">
        {hasDuties && <MyReminders accountId={account.id} />}
        {account.personId !== null && (
          <section>
            <h2>{t('papersTitle')}</h2>
            <Loaded of={papers}>
              {(list) => <MyPapers papers={list} kept={kept} reload={() => void papers.reload()} />}
            </Loaded>
          </section>
        )}
        <Loaded of={sessions}>{(list) => <MySessions sessions={list} conducts={hasDuties} />}</Loaded>
        {account.personId !== null && <MyResults accountId={account.id} />}
      </div>
    </>
  );
}
