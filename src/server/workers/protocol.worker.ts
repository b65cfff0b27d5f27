// The entry of every thread: the pool calls these by their names, which are those of `Jobs`.
export { checkBallot } from './check-ballot.ts';
export { checkCeremonyMessage } from './check-ceremony-message.ts';
export { checkShare } from './check-share.ts';
export { computeTally } from './compute-tally.ts';
export { openTotals } from './open-totals.ts';
export { exportProvince, importProvince, previewProvince } from './province.ts';
export { readRosterFile } from './read-roster-file.ts';
export { verifyRecord } from './verify-record.ts';
export { writeRollUp } from './write-roll-up.ts';
