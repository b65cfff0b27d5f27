import { useState } from 'preact/hooks';
import { call } from '../../../client/api.ts';
import { printData } from '../../../contract/papers/papers.ts';
import { useConnection } from '../../shared/fetch/connection.ts';
import { FailureNote } from '../../shared/fetch/failure-note.tsx';
import { NumberField, RadioGroup, SelectField } from '../../shared/forms/fields.tsx';
import { useAction } from '../../shared/forms/use-action.ts';
import { useTranslation } from '../../shared/show/sentences.ts';
import { sentences } from '../sentences.ts';
import type { ConsoleSession } from '../session.ts';
import { startPrinting } from './printing/printing.ts';

const largestPrintRun = 2000;

/** Enough for every voter without a paper and a tenth more, less what is left or waits to be counted. */
function usualCount({ roll, sheetsLeft, printRuns }: ConsoleSession): number {
  const without = roll.filter(({ received }) => received === null).length;
  const uncounted = printRuns.filter(({ status }) => status === 'printed').reduce((sum, { size }) => sum + size, 0);
  return Math.min(largestPrintRun, Math.max(1, Math.ceil((without * 11) / 10) - sheetsLeft - uncounted));
}

/** How many papers, of which kind, in which language. */
export function PrintForm({ session }: { readonly session: ConsoleSession }) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const [count, setCount] = useState<number | undefined>(usualCount(session));
  const [kind, setKind] = useState<'sheets' | 'slips'>('sheets');
  const [language, setLanguage] = useState<'vi' | 'en'>('vi');
  const action = useAction(() => call(connection, printData, { params: { sessionId: session.id } }));
  const submit = async (event: Event) => {
    event.preventDefault();
    if (count === undefined) return;
    const reply = await action.run();
    if (!reply?.ok) return;
    const order = { kind: reply.value.phonesVote ? kind : ('sheets' as const), language, createdAt: new Date() };
    startPrinting(() => new Worker(new URL('./printing/print.worker.ts', import.meta.url)), {
      data: reply.value,
      count,
      order,
    });
  };
  return (
    <section>
      <h2>{t('printTitle')}</h2>
      <form onSubmit={(event) => void submit(event)}>
        <NumberField
          label={t('printCount')}
          hint={t('printCountHint')}
          value={count}
          onInput={setCount}
          minimum={1}
          maximum={largestPrintRun}
          required
        />
        {session.phoneUse?.use !== 'none' && (
          <RadioGroup
            legend={t('printKind')}
            value={kind}
            onInput={(value) => setKind(value === 'slips' ? 'slips' : 'sheets')}
            options={[
              { value: 'sheets', label: t('printSheets'), hint: t('printSheetsHint') },
              { value: 'slips', label: t('printSlips'), hint: t('printSlipsHint') },
            ]}
          />
        )}
        <SelectField
          label={t('printLanguage')}
          value={language}
          onInput={(value) => setLanguage(value === 'en' ? 'en' : 'vi')}
          options={[
            { value: 'vi', label: t('languageVi') },
            { value: 'en', label: t('languageEn') },
          ]}
          required
        />
        <FailureNote failure={action.failure} />
        <p>
          <button type="submit" class="main-button" disabled={action.busy}>
            {t('print')}
          </button>
        </p>
      </form>
    </section>
  );
}
