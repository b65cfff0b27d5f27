import { missingSentences } from '../../contract/kit/missing.ts';
import type { LocalText } from '../../domain/text/local-text.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { sentences } from './sentences.ts';
import type { ConsoleSession } from './session.ts';

const known: Readonly<Record<string, LocalText>> = missingSentences;

/** Codes whose sentence ends with what it is about. */
const namesWhat = new Set(['unprintable-letter', 'printed-address-gone']);

/** What something still lacks, in the words of the service; nothing when it lacks nothing. */
export function MissingList({ problems }: { readonly problems: ConsoleSession['missing'] }) {
  const { pick } = useTranslation(sentences);
  const texts = new Set(
    problems.map(({ code, about }) => {
      const text = pick(known[code] ?? { vi: code, en: code });
      return namesWhat.has(code) ? `${text} ${about ?? ''}` : text;
    }),
  );
  if (texts.size === 0) return null;
  return (
    <ul class="missing">
      {[...texts].map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
