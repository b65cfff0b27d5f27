import QRCode from 'qrcode';
import { reachOf } from '../../domain/address.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { sentences } from './sentences.ts';

/** Modules of white on each side, as ISO/IEC 18004 asks. */
const quiet = 4;

/** The service's address as text and as a QR code; nothing while only this machine could open it. */
export function AddressCode({ address }: { readonly address: string }) {
  const { t } = useTranslation(sentences);
  if (reachOf(address) === 'this-computer') return null;
  const { modules } = QRCode.create(address, { errorCorrectionLevel: 'M' });
  const side = modules.size + 2 * quiet;
  return (
    <figure class="address-code">
      <svg viewBox={`0 0 ${side} ${side}`} role="img" aria-label={t('addressCode', { address })}>
        <rect class="code-paper" width={side} height={side} />
        <path class="code-ink" d={pathOf(modules)} />
      </svg>
      <figcaption>
        {t('addressTitle')}
        <br />
        <strong>{address.replace(/^https?:\/\//, '')}</strong>
      </figcaption>
    </figure>
  );
}

/** Every dark module as a square of its own. */
function pathOf(modules: { readonly size: number; get(row: number, column: number): number }): string {
  const squares: string[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column) === 1) squares.push(`M${column + quiet} ${row + quiet}h1v1h-1z`);
    }
  }
  return squares.join('');
}
