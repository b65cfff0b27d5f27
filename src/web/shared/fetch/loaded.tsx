import type { ComponentChildren } from 'preact';
import { officeSentences } from '../frame/office-sentences.ts';
import { useTranslation } from '../show/sentences.ts';
import { FailureNote } from './failure-note.tsx';
import type { Load } from './use-load.ts';

interface Props<Value> {
  readonly of: Load<Value>;
  children(value: Value): ComponentChildren;
}

/** What was fetched, or that it is being fetched, or why it could not be. */
export function Loaded<Value>({ of, children }: Props<Value>) {
  const { t } = useTranslation(officeSentences);
  if (of.state === 'ready') return <>{children(of.value)}</>;
  if (of.state === 'failed') return <FailureNote failure={of.failure} retry={() => void of.reload()} />;
  return (
    <p class="quiet" role="status">
      {t('loading')}
    </p>
  );
}
