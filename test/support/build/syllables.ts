import { isVietnameseSyllable, onsets, rimes } from '../../../src/domain/text/vietnamese-syllable.ts';

const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];

/** Every syllable that Vietnamese can spell, each once, its tone mark over the last vowel letter. */
export function everySyllable(): readonly string[] {
  const bare = new Set(['gi', ...['', ...onsets].flatMap((onset) => [...rimes].map((rime) => onset + rime))]);
  return [...bare].flatMap((syllable) =>
    tones.map((tone) => withTone(syllable, tone)).filter((one) => isVietnameseSyllable(one)),
  );
}

/** Where a tone mark over each of a syllable's vowel letters would stand. */
export function placesOfTone(bare: string, tone: string): readonly string[] {
  return [...bare.matchAll(/[aăâeêioôơuưy]/g)].map(({ index }) =>
    `${bare.slice(0, index + 1)}${tone}${bare.slice(index + 1)}`.normalize('NFC'),
  );
}

function withTone(bare: string, tone: string): string {
  return placesOfTone(bare, tone).at(-1) ?? bare;
}
