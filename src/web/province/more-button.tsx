import { useSpeech } from '../shared/sentences.ts';
import { sentences } from './sentences.ts';

/** Reads the next part of a list, while there is one. */
export function MoreButton({ next, more }: { readonly next: string | null; more(): void }) {
  const { say } = useSpeech(sentences);
  if (next === null) return null;
  return (
    <p>
      <button type="button" onClick={more}>
        {say('more')}
      </button>
    </p>
  );
}
