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
  const { say } = useTranslation(sentences);
  const { session } = props;
  const watched = useTurnoutOf(props);
  return (
    <>
      <p>{say('turnoutHow')}</p>
      <PhoneVotingCountdown watched={watched} />
      <TurnoutNumbers watched={watched} />
      <p>
        <a class="button" href={`/projector${hashTo(session.id)}`} target="_blank" rel="noopener">
          {say('openProjector')}
        </a>
      </p>
    </>
  );
}

function TurnoutNumbers({ watched: { turnout, lost } }: { readonly watched: WatchedTurnout }) {
  const { say, language } = useTranslation(sentences);
  const time = turnout && showTime(language, turnout.at);
  return (
    <>
      <div role="status">
        {lost && <p class="note alarm">{time ? say('turnoutLostSince', { time }) : say('turnoutLost')}</p>}
        {!lost && !turnout && <p class="quiet">{say('turnoutConnecting')}</p>}
      </div>
      {turnout && (
        <>
          <p>
            <StateBadge state={turnout.state} />{' '}
            <span class="quiet small">{say('turnoutAt', { time: time ?? '' })}</span>
          </p>
          <Numbers turnout={turnout} />
        </>
      )}
    </>
  );
}

function Numbers({ turnout }: { readonly turnout: Turnout }) {
  const { say } = useTranslation(sentences);
  const { summoned, present, issued, collected, channels, head } = turnout;
  return (
    <dl class="numbers">
      <Entry title={say('numberCollected')}>{collected}</Entry>
      <Entry title={say('numberOut')}>{issued - collected}</Entry>
      <Entry title={say('numberIssued')}>{issued}</Entry>
      <Entry title={say('numberPresent')}>
        {present} / {summoned}
      </Entry>
      <Entry title={say('numberPhone')}>{channels?.phone ?? <Hidden />}</Entry>
      <Entry title={say('numberSheet')}>{channels?.sheet ?? <Hidden />}</Entry>
      {head && (
        <Entry title={say('recordHead', { height: head.height })} wide>
          <HashGroups hash={head.hash} />
        </Entry>
      )}
    </dl>
  );
}

function Hidden() {
  const { say } = useTranslation(sentences);
  return <span class="number-hidden">{say('channelHidden')}</span>;
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
