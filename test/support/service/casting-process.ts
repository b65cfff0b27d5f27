import { writeSync } from 'node:fs';
import { sqliteStore } from '../../../src/server/store/sqlite.ts';
import { aBallot, appendTo, aSessionId, aStoredPaper, withPapers } from '../build/stored-sessions.ts';

/**
 * Casts ballots into the session of the store in the folder given, one after the other without end, and writes the
 * number of each to standard output once it is acknowledged. Ends when it is killed.
 */
const [, , folder = ''] = process.argv;
const id = aSessionId(1);
const store = sqliteStore(folder);
for (let number = 1; ; number++) {
  await appendTo(
    store,
    id,
    () => [aBallot(number, 20_000)],
    (state) => withPapers(state, aStoredPaper(id, number, { votedBy: 'phone' })),
  );
  writeSync(1, `${number}\n`);
}
