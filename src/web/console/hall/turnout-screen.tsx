import type { ComponentChildren } from 'preact';
import type { Turnout, WatchedTurnout } from '../../shared/fetch/use-turnout.ts';
import { hashTo } from '../../shared/frame/hash.ts';
import { HashGroups } from '../../shared/show/hash-groups.tsx';
import { useTranslation } from '../../shared/show/sentences.ts';
import { showTime } from '../../shared/show/show-date.ts';
import { StateBadge } from '../../shared/show/state-badge.tsx';
import { sentences } from '../sentences.ts';
import type { StepProps } from '../step.ts';
import { PhoneVotingCountdown } from './phone-voting-countdown.tsx';
import { useTurnoutOf } from './use-turnout-of.ts';

/** Turnout as it comes in, by channel; never how anybody voted. */
export function TurnoutScreen(props: StepProps) {
  const { t } = useTranslation(sentences);
  const { session } = props;
  const watched = useTurnoutOf(props);
  return (
    <>
      <p>{t('turnoutHow')}</p>
      <PhoneVotingCountdown watched={watched} />
      <TurnoutNumbers watched={watched} />
      <CardsRead session={session} />
      <p>
        <a class="button" href={`/projector${hashTo(session.id)}`} target="_blank" rel="noopener">
          {t('openProjector')}
        </a>
      </p>
    </>
  );
}

/** How many key cards were read once more, and whose were not. */
function CardsRead({ session: { tellers, cardsRead, lostKeys, threshold } }: Pick<StepProps, 'session'>) {
  const { t } = useTranslation(sentences);
  const readable = tellers.filter(({ index }) => cardsRead.includes(index) && !lostKeys.includes(index));
  const others = tellers.filter((teller) => !readable.includes(teller));
  return (
    <section>
      <h2>{t('cardsReadTitle')}</h2>
      <p role="status" class={tellers.length - lostKeys.length < threshold ? 'note alarm' : ''}>
        {t('cardsRead', { read: readable.length, all: tellers.length, threshold })}{' '}
        {others.length > 0 && t('cardsNotRead', { names: others.map(({ name }) => name).join(', ') })}
      </p>
    </section>
  );
}

function TurnoutNumbers({ watched: { turnout, lost } }: { readonly watched: WatchedTurnout }) {
  const { t, language } = useTranslation(sentences);
  const time = turnout && showTime(language, turnout.at);
  return (
    <>
      <div role="status">
        {lost && <p class="note alarm">{time ? t('turnoutLostSince', { time }) : t('turnoutLost')}</p>}
        {!lost && !turnout && <p class="quiet">{t('turnoutConnecting')}</p>}
      </div>
      {turnout && (
        <>
          <p>
            <StateBadge state={turnout.state} /> <span class="quiet small">{t('turnoutAt', { time: time ?? '' })}</span>
          </p>
          <Numbers turnout={turnout} />
        </>
      )}
    </>
  );
}

function Numbers({ turnout }: { readonly turnout: Turnout }) {
  const { t } = useTranslation(sentences);
  const { summoned, present, issued, collected, channels, head } = turnout;
  return (
    <dl class="numbers">
      <Entry title={t('numberCollected')}>{collected}</Entry>
      <Entry title={t('numberOut')}>{issued - collected}</Entry>
      <Entry title={t('numberIssued')}>{issued}</Entry>
      <Entry title={t('numberPresent')}>
        {present} / {summoned}
      </Entry>
      <Entry title={t('numberPhone')}>{channels?.phone ?? <Hidden />}</Entry>
      <Entry title={t('numberSheet')}>{channels?.sheet ?? <Hidden />}</Entry>
      {head && (
        <Entry title={t('recordHead', { height: head.height })} wide>
          <HashGroups hash={head.hash} />
        </Entry>
      )}
    </dl>
  );
}

function Hidden() {
  const { t } = useTranslation(sentences);
  return <span class="number-hidden">{t('channelHidden')}</span>;
}

interface EntryProps {
  readonly title: string;
  readonly wide?: boolean;
  readonly children: ComponentChildren;
}

function Entry({ title, wide, children }: EntryProps) {
  return (
    <div class={wide ? 'number-wide' : ''}>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}
