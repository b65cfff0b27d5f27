import { pages } from '../../contract/service/pages.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { sentences } from './sentences.ts';

const steps = [
  { address: '/province', sentence: 'stepCommittees' },
  { address: '/accounts', sentence: 'stepAccounts' },
] as const;

/** What an administrator does before anybody can hold a vote. */
export function FirstSteps() {
  const { t } = useTranslation(sentences);
  const built = new Set<string>(pages.map(({ address }) => address));
  return (
    <section>
      <h2>{t('adminTitle')}</h2>
      <p>{t('adminPurpose')}</p>
      <ol class="steps">
        {steps.map(({ address, sentence }) => (
          <li key={address}>{built.has(address) ? <a href={address}>{t(sentence)}</a> : t(sentence)}</li>
        ))}
        <li>{t('stepChair')}</li>
      </ol>
      <p class="quiet small">
        <a href="/api/docs">{t('apiReference')}</a>
      </p>
    </section>
  );
}
