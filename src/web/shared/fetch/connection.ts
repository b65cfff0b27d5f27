import type { Connection } from '../../../client/api.ts';
import { useStore } from '../device/use-store.ts';
import { preferences } from '../frame/preferences.ts';

/** This service, signed in by the browser's cookie, answering in the reader's language. */
export function useConnection(): Connection {
  const { language } = useStore(preferences);
  return { baseUrl: '', language, noteUnreadable };
}

/** Fetched only where there are any: hardly ever. */
async function noteUnreadable(rows: number): Promise<void> {
  const { showUnreadable } = await import('../frame/unreadable-note.tsx');
  showUnreadable(rows);
}
