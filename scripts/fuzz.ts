import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { fuzzProtocol } from '../test/support/fuzz/protocol.ts';
import { fuzz } from '../test/support/fuzz/run.ts';

/*
 * Requests made from the API description, sent as everybody who can stand to a session in each of its states; and
 * ballots, shares, messages of the ceremony and records with something in them changed, judged by every arithmetic.
 * Prints what was answered, and every fault with what brings it about; another seed each time unless one is given.
 */
const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '50000' },
    rounds: { type: 'string', default: '2000' },
    seed: { type: 'string', default: String(randomInt(2 ** 31)) },
  },
});
const [requests, rounds, seed] = [values.requests, values.rounds, values.seed].map(Number) as [number, number, number];
if (![requests, rounds, seed].every(Number.isSafeInteger)) {
  console.error('--requests, --rounds and --seed take whole numbers');
  process.exit(2);
}
console.log(`seed ${seed}`);

const protocol = await fuzzProtocol({ rounds, seed });
for (const [what, counted] of Object.entries(protocol.verdicts)) {
  const reasons = Object.entries(counted).sort(([, one], [, other]) => other - one);
  console.log(`${what}: ${reasons.map(([reason, times]) => `${times} ${reason}`).join(', ')}`);
}

const http = await fuzz({ requests, seed }, (line) => console.log(line));
console.log(`${http.requests} requests:`, http.statuses);
const idle = [...http.done].filter(([, { successes }]) => successes === 0).map(([id]) => id);
console.log(`never done, only refused: ${idle.join(', ') || 'none'}`);

const faults = [...protocol.faults, ...http.faults];
for (const fault of faults) console.log(fault);
console.log(`${faults.length} faults`);
process.exit(faults.length === 0 ? 0 : 1);
