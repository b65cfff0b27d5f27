import type { ComponentChildren } from 'preact';
import { call } from '../../client/api.ts';
import { signDecision } from '../../contract/decisions/decisions.ts';
import type { SessionOfTeller } from '../../contract/session/teller-view.ts';
import { FailureNote } from '../shared/fetch/failure-note.tsx';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLater } from '../shared/fetch/use-later.ts';
import { ConfirmButton } from '../shared/forms/confirm-button.tsx';
import { useAction } from '../shared/forms/use-action.ts';
import { useAccount } from '../shared/frame/use-account.ts';
import { sayAction } from './say-action.ts';
import type { TellerActs } from './teller-acts.ts';
import { useTellerTranslation } from './translation.ts';

interface Props {
  readonly acts: TellerActs;
  readonly session: SessionOfTeller;
  readonly me: number;
}

/** Joint decisions that were put forward and that this teller has not signed. */
export function Decisions({ acts, session, me }: Props) {
  const { t } = useTellerTranslation();
  const { username } = useAccount();
  const name = session.tellers.find(({ index }) => index === me)?.name;
  const open = session.decisions.filter(
    ({ status, signatures }) =>
      status === 'proposed' && !signatures.some(({ actor }) => actor.name === name || actor.name === username),
  );
  if (open.length === 0) return null;
  return (
    <section class="decisions">
      <h2>{t('decisionsTitle')}</h2>
      {open.map((decision) => (
        <DecisionToSign key={decision.id} acts={acts} session={session} decision={decision} />
      ))}
    </section>
  );
}

type DecisionProps = Pick<Props, 'acts' | 'session'> & { readonly decision: SessionOfTeller['decisions'][number] };

function DecisionToSign({ acts, session, decision }: DecisionProps) {
  const { t } = useTellerTranslation();
  const sign = useAction(async () => {
    const params = { sessionId: acts.sessionId, decisionId: decision.id };
    const reply = await call(acts.connection, signDecision, { params });
    await acts.lookNow();
    return reply;
  });
  const { reason, problems, signatures } = decision;
  const what = sayAction(decision, session, t);
  const signers = signatures.map(({ actor }) => actor.name).join(', ');
  const signing = (
    <>
      <p class="quiet">{t('decisionSigned', { names: signers })}</p>
      <ConfirmButton
        label={t('sign')}
        sentence={t('signAsk', { what })}
        yes={t('signYes')}
        no={t('signNo')}
        main
        busy={sign.busy}
        onConfirm={() => void sign.run()}
      />
      <FailureNote failure={sign.failure} />
    </>
  );
  return (
    <article class="note note-strong">
      <p>
        <strong>{what}</strong>
      </p>
      <p>{t('decisionReason', { reason })}</p>
      {problems === undefined || problems.length === 0 ? signing : <Problems problems={problems}>{signing}</Problems>}
    </article>
  );
}

interface ProblemsProps {
  readonly problems: NonNullable<SessionOfTeller['decisions'][number]['problems']>;
  readonly children: ComponentChildren;
}

/** What the decision is made in spite of. Its words are fetched when they are wanted, and nobody signs before reading them. */
function Problems({ problems, children }: ProblemsProps) {
  const { pick } = useTellerTranslation();
  const words = useLater(() => import('../../contract/kit/missing.ts'));
  return (
    <Loaded of={words}>
      {({ missingSentences }) => (
        <>
          <ul>
            {problems.map(({ code }) => {
              const sentence = missingSentences[code as keyof typeof missingSentences];
              return <li key={code}>{sentence ? pick(sentence) : code}</li>;
            })}
          </ul>
          {children}
        </>
      )}
    </Loaded>
  );
}
