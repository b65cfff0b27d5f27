import { call } from '../../client/api.ts';
import { type CommitteeView, readCommittee } from '../../contract/committee/committees.ts';
import { listSubordinates, readHistory } from '../../contract/committee/tree.ts';
import { listSessions } from '../../contract/session/sessions.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { PartsFrame } from '../shared/fetch/parts-frame.tsx';
import { useLoad } from '../shared/fetch/use-load.ts';
import { useParts } from '../shared/fetch/use-parts.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { useReader } from '../shared/frame/use-reader.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { showDate } from '../shared/show/show-date.ts';
import { StateBadge } from '../shared/show/state-badge.tsx';
import { Facts } from './facts.tsx';
import { HalfTermLink } from './half-term-link.tsx';
import { History } from './history.tsx';
import { Seats } from './seats.tsx';
import { sentences } from './sentences.ts';
import { Terms } from './terms.tsx';
import { TreeList } from './tree-list.tsx';

/** One committee: what it is, under whom, its terms, its seats, its sessions, its history. */
export function CommitteeScreen({ id }: { readonly id: CommitteeId }) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const { administrator, serves } = useReader();
  const keepsAccounts = administrator || serves(id, 'chair', 'office');
  const params = { committeeId: id };
  const committee = useLoad(() => call(connection, readCommittee, { params }), [id]);
  const history = useLoad(() => call(connection, readHistory, { params }), [id]);
  return (
    <>
      <p class="back">
        <a href={hashTo()}>{t('toTree')}</a>
      </p>
      <Loaded of={committee}>
        {(one) => (
          <>
            <ScreenTitle>{one.name}</ScreenTitle>
            {one.to !== null && <Ended committee={one} />}
            <Loaded of={history}>{(past) => <Facts committee={one} history={past} />}</Loaded>
            <p class="choices">
              {administrator && one.to === null && (
                <a class="button" href={hashTo(id, 'change')}>
                  {t('change')}
                </a>
              )}
              {keepsAccounts && (
                <a class="button" href={`/accounts${hashTo(id)}`}>
                  {t('toAccounts')}
                </a>
              )}
            </p>
            <Terms committee={one} />
            <Seats committee={one} />
            <Below committee={one} />
            <HalfTermLink committee={one} />
            <Sessions id={id} />
            <Loaded of={history}>{(past) => <History history={past} />}</Loaded>
          </>
        )}
      </Loaded>
    </>
  );
}

function Ended({ committee }: { readonly committee: CommitteeView }) {
  const { t, language } = useTranslation(sentences);
  return <p class="note">{t('endedOn', { date: showDate(language, committee.to ?? '') })}</p>;
}

/** What stands directly below it; whoever may look at the committee alone sees nothing of that. */
function Below({ committee: { id, name } }: { readonly committee: CommitteeView }) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const below = useParts({ id }, (_asked, after) =>
    call(connection, listSubordinates, { params: { committeeId: id }, query: { after } }),
  );
  if (below.shown === undefined || below.shown.value.rows.length === 0) return null;
  return (
    <section>
      <h2>{t('subordinates')}</h2>
      <PartsFrame of={below}>
        {({ rows }) => <TreeList entries={rows} depth={0} label={t('belowName', { name })} />}
      </PartsFrame>
    </section>
  );
}

/** Those of the committee's sessions that the reader has to do with. */
function Sessions({ id }: { readonly id: CommitteeId }) {
  const { t, language } = useTranslation(sentences);
  const connection = useConnection();
  const sessions = useLoad(() => call(connection, listSessions), [id]);
  return (
    <section>
      <h2>{t('sessions')}</h2>
      <Loaded of={sessions}>
        {(all) => {
          const own = all.filter(({ committeeId }) => committeeId === id);
          if (own.length === 0) return <p class="empty">{t('noSessions')}</p>;
          return (
            <ul class="entries">
              {own.map((session) => (
                <li key={session.id}>
                  <a href={`/console${hashTo(session.id)}`}>{session.title}</a> <StateBadge state={session.state} />
                  <br />
                  <span class="quiet small">{showDate(language, session.heldOn)}</span>
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
    </section>
  );
}
