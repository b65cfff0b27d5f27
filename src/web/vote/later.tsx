import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useVotingTranslation } from './translation.ts';

/** A part of the page that its first screen does without. */
export interface LatePart<Part> {
  /** Fetches it once; after a failure, again. */
  fetch(): Promise<void>;
  /** undefined until it is here. */
  get(): Part | undefined;
}

export function latePart<Part>(load: () => Promise<Part>): LatePart<Part> {
  let here: Part | undefined;
  return {
    fetch: async () => {
      here ??= await load();
    },
    get: () => here,
  };
}

interface Props<Part> {
  readonly of: LatePart<Part>;
  children(part: Part): ComponentChildren;
}

/** Shows a late part, or that it is being fetched, or lets the voter try again. */
export function Later<Part>({ of, children }: Props<Part>) {
  const { t } = useVotingTranslation();
  const [step, setStep] = useState<'loading' | 'failed' | 'here'>('loading');
  const load = () => {
    setStep('loading');
    of.fetch().then(
      () => setStep('here'),
      // A browser says of a program that did not come only that it did not.
      () => setStep('failed'),
    );
  };
  useEffect(load, [of]);
  const part = of.get();
  if (part !== undefined) return <>{children(part)}</>;
  if (step === 'failed') {
    return (
      <div class="note alarm" role="alert">
        <p>{t('partFailed')}</p>
        <button type="button" onClick={load}>
          {t('partAgain')}
        </button>
      </div>
    );
  }
  return <p role="status">{t('partLoading')}</p>;
}
