import QRCode from 'qrcode';
import type { Pages } from './pages.ts';

/** A QR code as a square of modules, true where dark. */
export interface QrCode {
  readonly size: number;
  readonly isDark: (row: number, column: number) => boolean;
}

/** Modules of white on each side, as ISO/IEC 18004 asks. */
const QUIET_MODULES = 4;

/** Points per module: three still read at 80 dpi. */
const MODULE_POINTS = 3;

/** Encodes a text at level M. Throws where it is too long for any code, which no link of ours is. */
export function qrCode(content: string): QrCode {
  const { modules } = QRCode.create(content, { errorCorrectionLevel: 'M' });
  return { size: modules.size, isDark: (row, column) => modules.get(row, column) === 1 };
}

/** The side of a drawn code with its quiet zone, in points. */
export function qrSide(code: QrCode): number {
  return (code.size + 2 * QUIET_MODULES) * MODULE_POINTS;
}

/** Draws the code as vector squares; (x, y) is the corner of the quiet zone. */
export function drawQr(pages: Pages, code: QrCode, x: number, y: number): void {
  const left = x + QUIET_MODULES * MODULE_POINTS;
  const top = y + QUIET_MODULES * MODULE_POINTS;
  for (let row = 0; row < code.size; row += 1) {
    let start = -1;
    for (let column = 0; column <= code.size; column += 1) {
      const dark = column < code.size && code.isDark(row, column);
      if (dark && start < 0) start = column;
      if (dark || start < 0) continue;
      pages.rect(
        left + start * MODULE_POINTS,
        top + row * MODULE_POINTS,
        (column - start) * MODULE_POINTS,
        MODULE_POINTS,
      );
      start = -1;
    }
  }
  pages.fill('#000000');
}
