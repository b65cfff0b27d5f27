import type { Deps } from '../deps.ts';
import type { RecordRef } from '../store/record-ref.ts';
import type { RecordPart } from '../store/session-store.ts';
import type { ShareTexts, TallyTexts } from '../workers/jobs.ts';
import { dataFiles } from './data-files.ts';

/** A closed record, with what opening its totals works on. */
export interface TallyRecord {
  readonly parts: readonly RecordPart[];
  readonly head: string;
  readonly texts: TallyTexts;
  /** The shares that are in it, in its order. */
  readonly shares: readonly ShareTexts[];
}

/** Undefined while there is no encrypted tally. */
export async function readTallyRecord({ store }: Deps, record: RecordRef): Promise<TallyRecord | undefined> {
  const parts = await store.sessions.record(record);
  const [setup] = parts;
  const tallied = parts.find(({ type }) => type === 'EncryptedTally');
  const head = parts.at(-1)?.hash;
  if (setup === undefined || tallied === undefined || head === undefined) return undefined;
  const [election = '', trustees = ''] = dataFiles(setup);
  const [encryptedTally = ''] = dataFiles(tallied);
  const shares = parts.filter(({ type }) => type === 'PartialDecryption').map(readShare);
  return { parts, head, texts: { election, trustees, encryptedTally }, shares };
}

function readShare(part: RecordPart): ShareTexts {
  const [decryption = '', owned = '{}'] = dataFiles(part);
  const { owner }: { owner: number } = JSON.parse(owned);
  return { owner, decryption };
}
