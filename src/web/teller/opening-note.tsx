import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { ProgressNote } from '../shared/show/progress-note.tsx';
import type { OpeningOutcome } from './opening-acts.ts';
import { useTellerTranslation } from './translation.ts';

/** Opening one's share of something: verifying takes a while, and what passes can be tried again. */
export interface OpeningProgress {
  run(open: () => Promise<OpeningOutcome>): Promise<void>;
  progress(done: number, total: number): void;
  readonly note: ComponentChild;
}

type At =
  | { readonly step: 'idle' }
  | { readonly step: 'verifying'; readonly done: number; readonly total: number }
  | { readonly step: 'not-done' };

export function useOpening(): OpeningProgress {
  const { t } = useTellerTranslation();
  const [at, setAt] = useState<At>({ step: 'idle' });
  return {
    run: async (open) => {
      setAt({ step: 'verifying', done: 0, total: 0 });
      const opened = await open();
      setAt({ step: opened.ok ? 'idle' : 'not-done' });
    },
    progress: (done, total) => setAt({ step: 'verifying', done, total }),
    note: (
      <>
        {at.step === 'verifying' &&
          (at.total > 0 ? (
            <ProgressNote label={t('verifying')} done={at.done} total={at.total} />
          ) : (
            <p class="note" role="status">
              {t('verifying')}
            </p>
          ))}
        <div role="alert">{at.step === 'not-done' && <p class="note alarm">{t('notSent')}</p>}</div>
      </>
    ),
  };
}
