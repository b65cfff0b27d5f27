import type { BallotChecker } from '../../../src/protocol/verify/verify-options.ts';
import { diceOf } from '../fuzz/dice.ts';
import type { SmallDisk } from '../service/small-disk.ts';
import { type Stage, stages, type Toll } from './fire.ts';
import { soakHall } from './hall.ts';
import { killedService } from './killed-service.ts';
import { live } from './life.ts';

export interface SoakOptions {
  /** An empty folder. */
  readonly folder: string;
  readonly kills: number;
  readonly clients: number;
  /** Milliseconds that clients look at what they see before they ask again, at most. */
  readonly looking?: number;
  readonly seed: number;
  /** Of the folder, where it can be filled up. */
  readonly disk?: SmallDisk | undefined;
  readonly checkBallots?: BallotChecker;
  readonly tell?: (line: string) => void;
}

export interface SoakReport extends Toll {
  readonly sessions: number;
  readonly acknowledged: number;
  readonly counted: number;
  /** Requests that were on their way when the service was killed. */
  readonly cutOff: number;
  /** Milliseconds from a kill until the service answered again, median and longest. */
  readonly away: { readonly median: number; readonly most: number };
  /** What the service wrote to its log as an error, other than that the disk was full. */
  readonly errors: readonly string[];
}

/** Kills in one session's life; so many states have at least one each. */
const killsOfLife = 14;
/** While the box is open more is at stake. */
const weights: Readonly<Record<Stage, number>> = {
  ...{ draft: 1, issued: 2, open: 6, counting: 2, closed: 1, tallied: 1, published: 1 },
};

const settings = { PHIEU_COUNTDOWN_SECONDS: '1', PHIEU_RECAST_PAUSE_SECONDS: '1', LOG_LEVEL: 'warn', PUBLIC_URL: '' };

/**
 * Holds session after session on the real service, which is killed so often at random moments of every state. Throws
 * with everything that is wrong: a ballot lost, doubled or made up, a broken chain, a head that is not on it, a result
 * that says something else than the ballots, an answer that no client may get.
 */
export async function soak(options: SoakOptions): Promise<SoakReport> {
  const { folder, clients, looking = 250, disk, checkBallots, tell = () => {} } = options;
  const dice = diceOf(options.seed);
  const service = await killedService(folder, settings);
  const toll: Toll = { kills: killsBy(() => 0), fullDisks: 0, restores: 0, sentAgain: 0 };
  const done = () => Object.values(toll.kills).reduce((sum, kills) => sum + kills);
  const lives: { readonly acknowledged: number; readonly counted: number }[] = [];
  const told = () => {
    if (done() % 10 === 0) tell(`${done()} kills, ${service.cutOff()} requests cut off, ${lives.length} sessions over`);
  };
  try {
    const hall = await soakHall(service, service.setupToken());
    while (done() < options.kills) {
      const fullDiskIn = disk === undefined ? undefined : dice.pick(stages.filter((stage) => stage !== 'published'));
      const restores = lives.length % 2 === 1;
      const kills = spread(Math.min(killsOfLife, options.kills - done()), dice.pick);
      lives.push(
        await live(
          hall,
          { service, dice, toll, clients, disk, told },
          { kills, clients, looking, fullDiskIn, restores, checkBallots },
        ),
      );
    }
  } finally {
    await service.stop();
  }
  const away = [...service.away].sort((one, other) => one - other);
  return {
    ...toll,
    sessions: lives.length,
    acknowledged: lives.reduce((sum, { acknowledged }) => sum + acknowledged, 0),
    counted: lives.reduce((sum, { counted }) => sum + counted, 0),
    cutOff: service.cutOff(),
    away: { median: away[away.length >> 1] ?? 0, most: away.at(-1) ?? 0 },
    errors: service.errors(),
  };
}

function killsBy(kills: (stage: Stage) => number): Record<Stage, number> {
  return Object.fromEntries(stages.map((stage) => [stage, kills(stage)])) as Record<Stage, number>;
}

/** Spreads kills over the states: one in each if there are enough, the others by weight. */
function spread(kills: number, pick: <Value>(values: readonly Value[]) => Value): Record<Stage, number> {
  const spreadOut = killsBy(() => 0);
  const weighted = stages.flatMap((stage) => Array.from({ length: weights[stage] }, () => stage));
  let left = [...stages];
  for (let kill = 0; kill < kills; kill++) {
    const stage = kills >= stages.length && left.length > 0 ? pick(left) : pick(weighted);
    left = left.filter((one) => one !== stage);
    spreadOut[stage] += 1;
  }
  return spreadOut;
}
