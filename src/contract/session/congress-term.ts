import * as z from 'zod/mini';
import { lineOfText } from '../kit/text.ts';

/** A congress term, for example `2025–2030`, whichever dash was typed. */
export const congressTerm = z.pipe(
  lineOfText(40),
  z.transform((text) =>
    text
      .split(/[-‐-―−]/u)
      .map((part) => part.trim())
      .join('–'),
  ),
);
