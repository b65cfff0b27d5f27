import { hashTo } from '../shared/frame/hash.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { showDate } from '../shared/show/show-date.ts';
import { StateBadge } from '../shared/show/state-badge.tsx';
import { sentences } from './sentences.ts';
import type { ConsoleSession } from './session.ts';
import { stagesOf } from './stages.ts';

/** Which session this is, and how far it has come. */
export function SessionHead({ session }: { readonly session: ConsoleSession }) {
  const { t, language } = useTranslation(sentences);
  return (
    <>
      <p class="back">
        <a href={hashTo()}>{t('allSessions')}</a>
      </p>
      <ScreenTitle>{session.title}</ScreenTitle>
      <p class="session-where">
        {session.committeeName} · {showDate(language, session.heldOn)} · {session.place}{' '}
        <StateBadge state={session.state} />
      </p>
      <StageLine session={session} />
    </>
  );
}

const spoken = { done: 'stageDone', now: 'stageNow', later: 'stageLater' } as const;

function StageLine({ session: { state } }: { readonly session: ConsoleSession }) {
  const { t } = useTranslation(sentences);
  const stages = stagesOf(state);
  if (stages.length === 0) return null;
  return (
    <ol class="stages" aria-label={t('stages')}>
      {stages.map((stage) => (
        <li key={stage.title} class={`stage-${stage.state}`} aria-current={stage.state === 'now' ? 'step' : undefined}>
          <span>{t(stage.title)}</span> <span class="heard">{t(spoken[stage.state])}</span>
        </li>
      ))}
    </ol>
  );
}
