import { useEffect } from 'preact/hooks';
import { call } from '../../client/api.ts';
import { readBallotPage } from '../../contract/box/box.ts';
import type { ReplyOf } from '../../contract/operation.ts';
import { readSession } from '../../contract/session/sessions.ts';
import type { SessionId, SessionState } from '../../domain/session/session.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLoad } from '../shared/fetch/use-load.ts';
import { type Turnout, useTurnout, type WatchedTurnout } from '../shared/fetch/use-turnout.ts';
import { HashGroups } from '../shared/show/hash-groups.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { showDate, showTime } from '../shared/show/show-date.ts';
import { useSecondsUntil } from '../shared/show/use-seconds.ts';
import { AddressCode } from './address-code.tsx';
import { sentences } from './sentences.ts';

type Page = ReplyOf<typeof readBallotPage>;

/** State, turnout, countdown, what to compare. Never a name, never how anybody voted. */
export function HallScreen({ id }: { readonly id: SessionId }) {
  const connection = useConnection();
  const params = { sessionId: id };
  const watched = useTurnout(id);
  const { turnout } = watched;
  const page = useLoad(() => call(connection, readBallotPage, { params }), [id]);
  const session = useLoad(() => call(connection, readSession, { params }), [id]);
  // The fingerprint is there from the opening on.
  useEffect(() => {
    if (turnout !== undefined) void page.reload();
  }, [turnout?.state]);
  return (
    <Loaded of={page}>
      {(shown) => (
        <>
          <Title page={shown} />
          <div class="hall">
            <Vote watched={watched} />
            {session.state === 'ready' && <AddressCode address={session.value.serviceAddress} />}
          </div>
          {turnout && <Comparisons turnout={turnout} fingerprint={shown.fingerprint} />}
        </>
      )}
    </Loaded>
  );
}

function Title({ page: { committeeName, title, place, heldOn } }: { readonly page: Page }) {
  const { language } = useTranslation(sentences);
  return (
    <header>
      <p class="hall-committee">{committeeName}</p>
      <h1>{title}</h1>
      <p class="quiet">
        {place}, {showDate(language, heldOn)}
      </p>
    </header>
  );
}

const stateNames = {
  draft: 'stateDraft',
  issued: 'stateIssued',
  open: 'stateOpen',
  counting: 'stateCounting',
  closed: 'stateClosed',
  tallied: 'stateTallied',
  published: 'statePublished',
  cancelled: 'stateCancelled',
  unopenable: 'stateUnopenable',
} as const satisfies Record<SessionState, keyof typeof sentences>;

function Vote({ watched }: { readonly watched: WatchedTurnout }) {
  const { t, language } = useTranslation(sentences);
  const { turnout, lost, phoneVotingEnds } = watched;
  const seconds = useSecondsUntil(phoneVotingEnds);
  if (turnout === undefined) return <p role="status">{t('connecting')}</p>;
  const { state, issued, collected, present, summoned } = turnout;
  const counts = state === 'open' || state === 'counting';
  return (
    <div>
      <p class="hall-state" role="status">
        {t(stateNames[state])}
      </p>
      {lost && (
        <p class="note alarm" role="alert">
          {t('lost', { time: showTime(language, turnout.at) })}
        </p>
      )}
      {state === 'open' && seconds !== undefined && (
        <p class="hall-countdown" role="timer">
          {t('endsIn')} <strong>{t('seconds', { seconds })}</strong>
        </p>
      )}
      {state !== 'draft' && state !== 'issued' && state !== 'cancelled' && (
        <>
          <p class="hall-label">{t('collected')}</p>
          <p class="hall-number">
            {collected} <span class="hall-of">{t('ofIssued', { issued })}</span>
          </p>
        </>
      )}
      {counts && <p class="hall-out">{collected < issued ? t('out', { count: issued - collected }) : t('noneOut')}</p>}
      {present > 0 && <p>{t('present', { present, summoned })}</p>}
    </div>
  );
}

interface ComparisonsProps {
  readonly turnout: Turnout;
  readonly fingerprint: string | null;
}

/** What phones and printed minutes show too, to be compared by eye. */
function Comparisons({ turnout: { head }, fingerprint }: ComparisonsProps) {
  const { t } = useTranslation(sentences);
  if (fingerprint === null && head === null) return null;
  return (
    <dl class="comparisons">
      {fingerprint !== null && (
        <div>
          <dt>{t('fingerprint')}</dt>
          <dd>
            <HashGroups hash={fingerprint} />
          </dd>
        </div>
      )}
      {head !== null && (
        <div>
          <dt>{t('head', { height: head.height })}</dt>
          <dd>
            <HashGroups hash={head.hash} />
          </dd>
        </div>
      )}
    </dl>
  );
}
