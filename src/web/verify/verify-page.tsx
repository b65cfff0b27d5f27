import { useState } from 'preact/hooks';
import { Masthead } from '../shared/frame/masthead.tsx';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { usePageTitle } from '../shared/frame/tab-title.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { useVerifying } from '../shared/verify/use-verifying.ts';
import { VerifyingNote } from '../shared/verify/verifying-note.tsx';
import { type ChosenFiles, sortFiles } from './chosen-files.ts';
import { FileChooser } from './file-chooser.tsx';
import { RecordTotals } from './record-totals.tsx';
import { sentences } from './sentences.ts';

/** `phieu-verify.html`: one file that checks a record, on any device and without a network. */
export function VerifyPage({ start }: { readonly start: () => Worker }) {
  const { t } = useTranslation(sentences);
  const verifying = useVerifying(start);
  const [chosen, setChosen] = useState<ChosenFiles>();
  const [flaw, setFlaw] = useState<'noRecord' | 'severalFiles'>();
  usePageTitle(t('title'));
  const choose = async (files: readonly File[]) => {
    const sorted = await sortFiles(files);
    verifying.cancel();
    setFlaw(typeof sorted === 'string' ? sorted : undefined);
    setChosen(typeof sorted === 'string' ? undefined : sorted);
    if (typeof sorted === 'string') return;
    const { record, supplement, hints } = sorted;
    verifying.begin(record, { ...(supplement && { supplement }), ...(hints && { hints }) });
  };
  const { state } = verifying;
  return (
    <>
      <Masthead />
      <main class="office">
        <ScreenTitle>{t('title')}</ScreenTitle>
        <p>{t('purpose')}</p>
        <FileChooser onFiles={(files) => void choose(files)} />
        <div role="alert">{flaw && <p class="note alarm">{t(flaw)}</p>}</div>
        {chosen && (
          <section>
            <p>
              {t(state.step === 'running' ? 'checkingFile' : 'checkedFile', { name: chosen.name })},{' '}
              {chosen.supplementName ?? t('withoutSupplement')}
            </p>
            <VerifyingNote verifying={verifying} />
            {state.step === 'done' && state.report.totals && <RecordTotals totals={state.report.totals} />}
          </section>
        )}
      </main>
    </>
  );
}
