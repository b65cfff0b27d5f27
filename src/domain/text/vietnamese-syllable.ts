/** Consonants that a syllable may begin with; it may also begin with its rime. */
export const onsets: readonly string[] = 'b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ');

/** The rest of a syllable, without its tone. */
export const rimes: ReadonlySet<string> = new Set(
  [
    'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây',
    'e ec em en eng eo ep et ê êch êm ên ênh êp êt êu',
    'i ich im in inh ip it iu ia iêc iêm iên iêng iêp iêt iêu',
    'o oc oi om on ong op ot ooc oong oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet',
    'ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt',
    'u uc ui um un ung up ut ua uôc uôi uôm uôn uông uôt uân uâng uât uây uê uêch uênh uơ',
    'uy uya uych uyên uyêt uyn uynh uyp uyt uyu',
    'ư ưc ưi ưng ưt ưu ưa ươc ươi ươm ươn ương ươp ươt ươu',
    'y ych yêm yên yêng yêt yêu ym yn ynh yt',
  ].flatMap((line) => line.split(' ')),
);

/** Grave, acute, tilde, hook above, dot below. */
const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/g;
const stopped = /(?:c|ch|p|t)$/;

/** Whether a word is spelt as one Vietnamese syllable, in any case and with the tone mark on any of its vowels. */
export function isVietnameseSyllable(word: string): boolean {
  const marks = word.toLowerCase().normalize('NFD');
  const tones = marks.match(toneMarks) ?? [];
  if (tones.length > 1) return false;
  const bare = marks.replace(toneMarks, '').normalize('NFC');
  // Syllables that end in a stop bear no tone but sắc and nặng.
  if (stopped.test(bare) && tones.some((tone) => tone !== '\u0301' && tone !== '\u0323')) return false;
  return [...onsets, ''].some((onset) => bare.startsWith(onset) && isRime(bare.slice(onset.length), onset));
}

/** After g, the i of giêng or gìn belongs to the rime: "g" + "iêng". */
function isRime(rest: string, onset: string): boolean {
  return rimes.has(rest) || (onset === 'gi' && rest === '');
}
