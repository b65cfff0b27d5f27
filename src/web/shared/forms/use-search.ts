import { useEffect, useState } from 'preact/hooks';

/** What is typed to search with, and what the service is asked for: the same, once the typing pauses. */
export interface Search {
  readonly typed: string;
  readonly asked: string;
  type(text: string): void;
}

/** Short enough not to be noticed, longer than the time between two letters. */
const pauseMilliseconds = 250;

export function useSearch(): Search {
  const [typed, type] = useState('');
  const [asked, ask] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => ask(typed), pauseMilliseconds);
    return () => clearTimeout(timer);
  }, [typed]);
  return { typed, asked, type };
}
