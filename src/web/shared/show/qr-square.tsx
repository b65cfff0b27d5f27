import { qrCode } from '../../../print/qr-code.ts';

interface Props {
  readonly text: string;
  /** What it is, for those who do not see it; nothing where the same stands beside it in words. */
  readonly label?: string;
}

/** Modules of white on each side, as ISO/IEC 18004 asks. */
const quiet = 4;

/** A QR code drawn as lines of the page, not as an image: there is nothing to press and save. */
export function QrSquare({ text, label }: Props) {
  const code = qrCode(text);
  const rows = Array.from({ length: code.size }, (_, row) => row);
  const dark = rows.flatMap((row) =>
    rows.filter((column) => code.isDark(row, column)).map((column) => `M${column + quiet} ${row + quiet}h1v1h-1z`),
  );
  const side = code.size + 2 * quiet;
  const frame = { class: 'qr-square', viewBox: `0 0 ${side} ${side}` };
  const squares = <path d={dark.join('')} />;
  if (label === undefined) {
    return (
      <svg {...frame} aria-hidden="true" focusable="false">
        {squares}
      </svg>
    );
  }
  return (
    <svg {...frame} role="img" aria-label={label}>
      {squares}
    </svg>
  );
}
