import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLater } from '../shared/fetch/use-later.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { sentences } from './sentences.ts';

/** What only administrators are shown, fetched for them alone. */
export function ForAdministrator() {
  const { t } = useTranslation(sentences);
  const part = useLater(() => import('./first-steps.tsx'));
  return (
    <>
      <Loaded of={part}>{({ FirstSteps }) => <FirstSteps />}</Loaded>
      <p class="quiet small">
        <a href="/api/docs">{t('apiReference')}</a>
      </p>
    </>
  );
}
