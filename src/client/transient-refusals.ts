/**
 * Answers that say nothing about what was asked: the same may be asked again, as it is. `unreachable`: none came.
 * `internal`: the server may have carried it out; a command may be sent twice. The others: there was no room for it yet.
 */
export const transientRefusals: ReadonlySet<string> = new Set([
  ...['unreachable', 'internal', 'overloaded', 'storage-full', 'storage-failing', 'database-away'],
]);
