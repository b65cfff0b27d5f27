import { randomInt } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ballotWorkers } from '../src/cli/ballot-workers.ts';
import { mountedDisk } from '../test/support/service/small-disk.ts';
import { soak } from '../test/support/soak/run.ts';

/*
 * Kills the real service at random moments of every state of a session, while clients vote; fills its disk up and frees
 * it. After each start, and of each session at its end: nothing that was acknowledged is lost, nothing is doubled, the
 * record verifies with everything that people kept. Another seed each time unless one is given.
 */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    clients: { type: 'string', default: '50' },
    seed: { type: 'string', default: String(randomInt(2 ** 31)) },
  },
});
const [kills, clients, seed] = [values.kills, values.clients, values.seed].map(Number) as [number, number, number];
if (![kills, clients, seed].every(Number.isSafeInteger) || kills < 1 || clients < 10) {
  console.error('--kills, --clients (at least 10) and --seed take whole numbers');
  process.exit(2);
}
console.log(`seed ${seed}`);
const megabytes = 256;
const disk = mountedDisk(megabytes);
if (disk === undefined) console.log('no disk of its own can be mounted here: the full disk is left out');
const home = disk?.folder ?? mkdtempSync(join(tmpdir(), 'phieu-soak-'));
const folder = join(home, 'data');
mkdirSync(folder);
const workers = ballotWorkers();
try {
  const tell = (line: string) => console.log(line);
  const report = await soak({ folder, kills, clients, seed, disk, tell, checkBallots: workers.checkBallots });
  console.log(report);
  process.exitCode = report.errors.length === 0 ? 0 : 1;
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await workers.close();
  if (disk === undefined) rmSync(home, { recursive: true });
  else disk.remove();
}
// After a fault clients may still be asking.
process.exit();
