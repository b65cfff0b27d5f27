import { call } from '../../client/api.ts';
import { type FirstStep, firstSteps, readFirstSteps } from '../../contract/service/first-steps.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useFresh } from '../shared/fetch/use-fresh.ts';
import { useLasting } from '../shared/fetch/use-lasting.ts';
import { useLoad } from '../shared/fetch/use-load.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { type FirstStepSentence, firstStepsSentences } from './first-steps-sentences.ts';

const steps: Readonly<Record<FirstStep, { readonly address: string; readonly say: FirstStepSentence }>> = {
  committee: { address: '/province', say: 'stepCommittee' },
  members: { address: '/province', say: 'stepMembers' },
  chair: { address: '/accounts', say: 'stepChair' },
  session: { address: '/console', say: 'stepSession' },
  phones: { address: '/hall', say: 'stepPhones' },
};

/** Others do steps too, elsewhere. */
const freshAfter = 15_000;

/** The way from the first administrator to the first session; gone when it was gone. */
export function FirstSteps() {
  const { t } = useTranslation(firstStepsSentences);
  const connection = useConnection();
  const loaded = useLoad(() => call(connection, readFirstSteps), []);
  useFresh(loaded.reload, freshAfter);
  const known = useLasting(loaded);
  if (known === undefined) return <Loaded of={loaded}>{() => null}</Loaded>;
  if (known.left.length === 0) return null;
  const [next] = known.left;
  return (
    <section>
      <h2>{t('firstTitle')}</h2>
      <p>{t('firstHow')}</p>
      <ol class="steps">
        {firstSteps.map((step) => {
          const { address, say } = steps[step];
          const isDone = !known.left.includes(step);
          return (
            <li
              key={step}
              class={isDone ? 'step-done' : step === next ? 'step-next' : ''}
              aria-current={step === next ? 'step' : undefined}
            >
              <a href={address}>{t(say)}</a> {isDone && <span class="quiet">{t('stepDone')}</span>}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
