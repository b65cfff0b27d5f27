import { useTranslation } from '../../shared/show/sentences.ts';
import { sentences } from '../sentences.ts';
import type { ConsoleSession } from '../session.ts';

/** The ledger of papers as it stands: what was printed and where it is. */
export function Figures({ session: { ledger, sheetsLeft } }: { readonly session: ConsoleSession }) {
  const { t, language } = useTranslation(sentences);
  const number = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB');
  const figures = [
    ['ledgerPrinted', ledger.printed],
    ['ledgerHandedOut', ledger.handedOut],
    ['ledgerLeft', sheetsLeft],
    ['ledgerVoid', ledger.void],
    ['ledgerUnused', ledger.unused],
    ['ledgerPhone', ledger.phone],
  ] as const;
  return (
    <dl class="numbers numbers-small">
      {figures.map(([key, value]) => (
        <div key={key}>
          <dt>{t(key)}</dt>
          <dd>{number.format(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
