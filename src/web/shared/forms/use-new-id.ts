import { useRef } from 'preact/hooks';
import { newId } from '../../../client/new-id.ts';
import { randomBytes } from '../device/random-bytes.ts';

interface NewId {
  /** The same over every try of the same content, another for anything else. */
  of(content: unknown): string;
  /** What was made is made: the same content once more is another thing. */
  renew(): void;
}

/** The id of what a form makes: an answer that was lost on its way makes nothing twice. */
export function useNewId(): NewId {
  const kept = useRef({ content: '', id: '' });
  return {
    of: (content) => {
      const text = JSON.stringify(content);
      if (kept.current.content !== text) kept.current = { content: text, id: newId(randomBytes) };
      return kept.current.id;
    },
    renew: () => {
      kept.current = { content: '', id: '' };
    },
  };
}
