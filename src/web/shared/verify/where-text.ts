import type { Translation } from '../show/sentences.ts';
import type { verifySentences } from './verify-sentences.ts';

const places = {
  event: 'atEvent',
  byte: 'atByte',
  trustee: 'atTrustee',
  credential: 'atCredential',
  subject: 'atSubject',
  level: 'atLevel',
} as const;

/** Where the verifier found something wrong ("event 7, subject 2"), in the reader's language; what it does not know stays. */
export function whereText({ t }: Translation<keyof typeof verifySentences>, where: string): string {
  return where
    .split(', ')
    .map((part) => {
      const [kind = '', what = ''] = part.split(' ');
      const place = Object.entries(places).find(([name]) => name === kind)?.[1];
      return place === undefined ? part : t(place, { what });
    })
    .join(', ');
}
