import { codePointName } from './unseen-characters.ts';

/**
 * What all four printing faces have, in ranges of code points: the face's own list without marks, format characters
 * and the letters of right-to-left scripts. `test/server/kit/fonts.test.ts` holds it against the faces.
 */
const ranges =
  '20-7e a0-ac ae-2ff 370-377 37a-37f 384-38a 38c 38e-3a1 3a3-482 48a-52f 1c80-1c88 1d00-1dbf 1e00-1f15 1f18-1f1d ' +
  '1f20-1f45 1f48-1f4d 1f50-1f57 1f59 1f5b 1f5d 1f5f-1f7d 1f80-1fb4 1fb6-1fc4 1fc6-1fd3 1fd6-1fdb 1fdd-1fef ' +
  '1ff2-1ff4 1ff6-1ffe 2000-200a 2010-2027 202f-205f 2070-2071 2074-208e 2090-209c 20a0-20be 2100-214f 2153-2154 ' +
  '215b-215e 2184 2190-2195 21a8 2202 2206 220f 2211-2212 2215 2219-221a 221e-221f 2229 222b 2248 2260-2261 ' +
  '2264-2265 2302 2310 2320-2321 2500 2502 250c 2510 2514 2518 251c 2524 252c 2534 253c 2550-256c 2580 2584 2588 ' +
  '258c 2590-2593 25a0-25a1 25aa-25ac 25b2 25ba 25bc 25c4 25ca-25cc 25cf 25d8-25d9 25e6 263a-263c 2640 2642 2660 ' +
  '2663 2665-2666 266a-266b 266f 2c60-2c7f 2e00-2e42 a640-a66e a673 a67e-a69d a717-a7ae a7b0-a7b7 a7f7-a7ff ' +
  'ab30-ab65 fb01-fb04';

/** Marks that stand above or below a letter where the face has no letter with both: grave to ring, and caron. */
const marksAbove = '\\u0300-\\u0304\\u0306-\\u030a\\u030c';
const marksBelow = '\\u0323-\\u0325\\u0331';

/** More marks on one letter than this and they run into the line above: no people of Vietnam writes so. */
const mostAbove = 2;
const mostBelow = 1;

const charactersOfFaces = ranges
  .split(' ')
  .map((range) =>
    range
      .split('-')
      .map((code) => `\\u{${code}}`)
      .join('-'),
  )
  .join('');
const plain = new RegExp(`^[${charactersOfFaces}\\n\\r\\t]*$`, 'u');
const single = new RegExp(`^[${charactersOfFaces}\\n\\r\\t]$`, 'u');
const marked = new RegExp(`^(?=\\p{L})[${charactersOfFaces}][${marksAbove}${marksBelow}]+$`, 'u');
const above = new RegExp(`[${marksAbove}]`, 'gu');
const below = new RegExp(`[${marksBelow}]`, 'gu');
/** A character with its marks; marks without one before them by themselves. */
const clusters = /\P{M}\p{M}*|\p{M}+/gu;

/**
 * The first letter, with its marks, that documents cannot print: one that the four faces lack (Khmer, Chăm, Han), or
 * more marks on one letter than they can carry. Undefined where the whole text prints; line breaks and tabs do.
 */
export function findUnprintable(text: string): string | undefined {
  const composed = text.normalize('NFC');
  if (plain.test(composed)) return undefined;
  return composed.match(clusters)?.find((cluster) => !single.test(cluster) && !canCarry(cluster));
}

/** The text with the code points of every letter that documents cannot print in its place: "សុ" is "[U+179F U+17BB]". */
export function writeOutUnprintable(text: string): string {
  return text
    .normalize('NFC')
    .replace(clusters, (cluster) =>
      single.test(cluster) || canCarry(cluster) ? cluster : `[${[...cluster].map(codePointName).join(' ')}]`,
    );
}

/** A letter and the code points it is made of, for whoever sees a box in its place too: "សុ" (U+179F U+17BB). */
export function letterName(letter: string): string {
  return `“${letter}” (${[...letter].map(codePointName).join(' ')})`;
}

function canCarry(cluster: string): boolean {
  if (!marked.test(cluster)) return false;
  const apart = cluster.normalize('NFD');
  return (apart.match(above)?.length ?? 0) <= mostAbove && (apart.match(below)?.length ?? 0) <= mostBelow;
}
