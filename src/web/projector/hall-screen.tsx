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
        <div class="hall-screen">
          <Head page={shown} turnout={turnout} />
          <div class="hall">
            <Vote watched={watched} />
            {session.state === 'ready' && <AddressCode address={session.value.serviceAddress} />}
          </div>
          {turnout && <Comparisons turnout={turnout} fingerprint={shown.fingerprint} />}
        </div>
      )}
    </Loaded>
  );
}

interface HeadProps {
  readonly page: Page;
  readonly turnout: Turnout | undefined;
}

function Head({ page: { committeeName, title, place, heldOn }, turnout }: HeadProps) {
  const { t, language } = useTranslation(sentences);
  const { present, summoned } = turnout ?? { present: 0, summoned: 0 };
  return (
    <header class="hall-head">
      <p class="hall-committee">{committeeName}</p>
      <h1>{title}</h1>
      <p>
        {place}, {showDate(language, heldOn)}
        {present > 0 && ` · ${t('present', { present, summoned })}`}
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
  const { state, issued, collected } = turnout;
  const counts = state === 'open' || state === 'counting';
  const hasBox = state !== 'draft' && state !== 'issued' && state !== 'cancelled';
  return (
    <div class="hall-vote">
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
      {hasBox && (
        <>
          <p class="hall-number">
            {collected}
            <span class="hall-of"> / {issued}</span>
          </p>
          <svg class="hall-bar" viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden="true">
            <rect width={issued === 0 ? 0 : (100 * collected) / issued} height="3" />
          </svg>
          <p>{t('inBox', { collected, issued })}</p>
        </>
      )}
      {counts && <p class="hall-out">{collected < issued ? t('out', { count: issued - collected }) : t('noneOut')}</p>}
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
