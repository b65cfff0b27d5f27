import { type LastingLine, lastingLine } from '../shared/workers/lasting-line.ts';
import type { SealPrograms } from './seal-message.ts';

/** Seals ballots in a worker. Sealing twice is harmless: one ballot is sent. */
export type Sealer = LastingLine<SealPrograms>;

export function createSealer(): Sealer {
  const start = () => new Worker(new URL('./seal.worker.ts', import.meta.url));
  return lastingLine<SealPrograms>(start, { repeatable: true });
}
