import { textKey } from '../text/text-key.ts';

const peoples = [
  ...['kinh', 'tày', 'nùng', 'mường', "h'mông", 'hmông', 'mông', 'ê đê', 'êđê', 'gia rai', 'gia-rai', 'jrai', 'ba na'],
  ...['bana', 'ba-na', 'chăm', 'khơ me', 'khơ-me', 'khơme', 'khmer', 'sán dìu', 'sán chay', 'cơ ho', "k'ho", 'xơ đăng'],
  ...['raglai', 'ra glai', 'mnông', "m'nông", 'xtiêng', "s'tiêng", 'thổ', 'giáy', 'cơ tu', 'bru', 'tà ôi', 'mạ'],
  ...['chơ ro', 'hà nhì', 'chu ru', 'lào', 'la chí', 'phù lá', 'la hủ', 'hoa', 'thái', 'dao'],
];
const religions = [
  ...['phật', 'phật giáo', 'đạo phật', 'công giáo', 'thiên chúa', 'thiên chúa giáo', 'tin lành', 'cao đài', 'hòa hảo'],
  ...['hoà hảo', 'phật giáo hòa hảo', 'phật giáo hoà hảo', 'hồi giáo', 'islam', 'tứ ân hiếu nghĩa', 'không tôn giáo'],
];
const others = ['nam', 'nữ', 'x', 'có', 'không', 'm', 'f'];
const known: ReadonlySet<string> = new Set([...peoples, ...religions, ...others].map(textKey));

/** Peoples that somebody may be called like. */
const given: ReadonlySet<string> = new Set(['hoa', 'thái', 'dao', 'lào', 'thổ', 'mạ'].map(textKey));

/**
 * What the words of a column beside names say: that it holds sex, people, religion or marks and no given names, or that
 * this cannot be told, as "Hoa" and "Thái" are both. Undefined where they say nothing.
 */
export function besideNames(texts: readonly string[]): 'no-names' | 'unclear' | undefined {
  const keys = texts.map(textKey);
  if (keys.length === 0 || !keys.every((key) => known.has(key))) return undefined;
  return keys.every((key) => given.has(key)) ? 'unclear' : 'no-names';
}
