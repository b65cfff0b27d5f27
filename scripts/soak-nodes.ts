import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ballotWorkers } from '../src/cli/ballot-workers.ts';
import { soakNodes } from '../test/support/soak/run-nodes.ts';

/*
 * Three nodes over PostgreSQL while clients vote in several sessions; in turn a node is killed and PostgreSQL ends as in
 * a power cut. Nothing that was acknowledged is lost, nothing is doubled, every record verifies with everything that
 * people kept, the audit log is whole. Another seed each time unless one is given.
 */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '40' },
    clients: { type: 'string', default: '50' },
    sessions: { type: 'string', default: '3' },
    nodes: { type: 'string', default: '3' },
    seed: { type: 'string', default: String(randomInt(2 ** 31)) },
  },
});
const read = Object.fromEntries(Object.entries(values).map(([name, text]) => [name, Number(text)]));
const { kills = 0, clients = 0, sessions = 0, nodes = 0, seed = 0 } = read;
if (!Object.values(read).every(Number.isSafeInteger) || clients < 10 * sessions || nodes < 2 || sessions < 1) {
  console.error('--kills, --clients (at least 10 for each session), --sessions, --nodes (at least 2), --seed');
  process.exit(2);
}
console.log(`seed ${seed}`);
const folder = mkdtempSync(join(tmpdir(), 'phieu-nodes-'));
const workers = ballotWorkers();
try {
  const tell = (line: string) => console.log(line);
  const how = { folder, kills, clients, sessions, nodes, seed, tell, checkBallots: workers.checkBallots };
  const report = await soakNodes(how);
  console.log(report);
  process.exitCode = report.errors.length === 0 ? 0 : 1;
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await workers.close();
  rmSync(folder, { recursive: true });
}
// After a fault clients may still be asking.
process.exit();
