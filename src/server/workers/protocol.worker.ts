import type { Handler } from './jobs.ts';

// The entry of every thread: the pool calls these by their names, which are those of `Jobs`.
export { checkBallot } from './check-ballot.ts';
export { checkCeremonyMessage } from './check-ceremony-message.ts';
export { checkShare } from './check-share.ts';
export { computeTally } from './compute-tally.ts';
export { judgeImports, takeBackImport } from './imports.ts';
export { openTotals } from './open-totals.ts';
export { verifyRecord } from './verify-record.ts';

// What works on lists brings the database and spreadsheets along, ten times as much as a ballot needs: it is read with
// the first such job, and the first ballot of a hall does not wait for it.
export const exportProvince: Handler<'exportProvince'> = async (input) =>
  (await import('./province.ts')).exportProvince(input);
export const importProvince: Handler<'importProvince'> = async (input) =>
  (await import('./province.ts')).importProvince(input);
export const previewProvince: Handler<'previewProvince'> = async (input) =>
  (await import('./province.ts')).previewProvince(input);
export const readRosterFile: Handler<'readRosterFile'> = async (input) =>
  (await import('../lists/read-list-file.ts')).readRosterFile(input);
export const readParticipantFile: Handler<'readParticipantFile'> = async (input) =>
  (await import('../lists/read-list-file.ts')).readParticipantFile(input);
export const readTargetFile: Handler<'readTargetFile'> = async ({ file }) =>
  (await import('../lists/read-list-file.ts')).readTargetFile(file);
export const writeRollUp: Handler<'writeRollUp'> = async (input) =>
  (await import('./write-roll-up.ts')).writeRollUp(input);
