import { setTimeout as wait } from 'node:timers/promises';
import type { Dice } from '../fuzz/dice.ts';
import { phieu } from '../service/commands.ts';
import type { SmallDisk } from '../service/small-disk.ts';
import type { BoxLedger } from './box-ledger.ts';
import type { KilledService } from './killed-service.ts';

/** The states of a session in which the service is killed. */
export const stages = ['draft', 'issued', 'open', 'counting', 'closed', 'tallied', 'published'] as const;
export type Stage = (typeof stages)[number];

/** What came of it so far. */
export interface Toll {
  readonly kills: Record<Stage, number>;
  fullDisks: number;
  restores: number;
  /** Acknowledged ballots that were not in a backup and were sent again. */
  sentAgain: number;
}

/** What shoots, and who looks at the damage. */
export interface Fire {
  readonly service: KilledService;
  readonly dice: Dice;
  readonly toll: Toll;
  readonly clients: number;
  /** The disk of the data folder, where it can be filled up. */
  readonly disk: SmallDisk | undefined;
  /** Compared with the database after each start. */
  readonly ledger: BoxLedger;
  /** Told after each kill. */
  told(): void;
}

/** What happens beside the kills of a stage. */
export interface Beside {
  /** Before the kill of this number, from 0, the disk fills up. */
  readonly fullDiskAt?: number;
  /** Instead of coming back after the kill of this number the service goes on from a backup, on another machine. */
  readonly restoreAt?: number;
}

/** Milliseconds: how far into a request a kill comes at most. */
const into = 30;
/** Requests of each client between two kills, at most: when it is back all ask at once. */
const requests = 4;
/** Changes that each client asks for on a full disk, at most, until one of them is refused. */
const changes = 100;

/** Kills the service so often at random moments; whoever does something meanwhile goes on doing it. */
export async function fire(fire: Fire, stage: Stage, kills: number, beside: Beside = {}): Promise<void> {
  const { service, dice, toll, clients, disk, ledger } = fire;
  for (let kill = 0; kill < kills; kill++) {
    // While the work of the stage has still something to store.
    if (kill === beside.fullDiskAt && disk !== undefined) await fillUp(fire, disk);
    for (let passed = dice.upTo(requests * clients); passed > 0; passed--) await service.nextRequest('any');
    const backup = kill === beside.restoreAt ? await backUp(fire) : undefined;
    await service.nextRequest(dice.oneIn(3) ? 'any' : 'change');
    await wait(dice.upTo(into));
    await service.kill();
    if (backup === undefined) await service.start();
    else await goOnFrom(fire, backup);
    await ledger.check(service.stored);
    toll.kills[stage] += 1;
    fire.told();
  }
}

interface Backup {
  readonly folder: string;
  /** What was acknowledged before it was begun. */
  readonly known: ReadonlySet<string>;
}

/** A backup beside the running service, while clients go on; never from before the box was open. */
async function backUp({ service, ledger, toll }: Fire): Promise<Backup> {
  while (ledger.acknowledged() === 0) await service.nextRequest('any');
  const [folder, known] = [`${service.folder()}-backup-${toll.restores}`, ledger.mark()];
  await run(['backup', folder], service.folder());
  return { folder, known };
}

/** The old machine is gone: another one goes on, and what was acknowledged since the backup is sent again. */
async function goOnFrom({ service, ledger, toll }: Fire, { folder, known }: Backup): Promise<void> {
  toll.restores += 1;
  const machine = `${folder}-restored`;
  await run(['restore', folder, '--old-machine-gone'], machine);
  await service.start(machine);
  toll.sentAgain += await ledger.restored(service.stored, known);
}

async function run(args: readonly string[], folder: string): Promise<void> {
  const { status, stderr } = await phieu(args, { DATA_DIR: folder });
  if (status !== 0) throw new Error(`phieu ${args[0]}: ${stderr}`);
}

/** No room until somebody was told so; sometimes the plug is pulled before there is room again. */
async function fillUp({ service, dice, toll, clients }: Fire, disk: SmallDisk): Promise<void> {
  let isTold = false;
  const told = service.nextFullDisk().then(() => {
    isTold = true;
  });
  disk.fill();
  for (let left = changes * clients; !isTold; left--) {
    if (left === 0) throw new Error('the disk is full, and whoever changes something is not told so');
    await Promise.race([told, service.nextRequest('change')]);
  }
  toll.fullDisks += 1;
  const isKilled = dice.oneIn(2);
  if (isKilled) await service.kill();
  disk.free();
  if (isKilled) await service.start();
}
