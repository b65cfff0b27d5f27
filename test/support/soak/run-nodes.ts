import pMap from 'p-map';
import type { BallotChecker } from '../../../src/protocol/verify/verify-options.ts';
import { diceOf } from '../fuzz/dice.ts';
import { inPostgres, openPostgresStore } from '../service/new-postgres-store.ts';
import { startPostgres } from '../service/postgres-server.ts';
import { type Stage, stages, type Toll } from './fire.ts';
import { soakHall } from './hall.ts';
import { killedNodes, type Victim } from './killed-nodes.ts';
import { live } from './life.ts';

export interface NodesSoakOptions {
  /** An empty folder. */
  readonly folder: string;
  readonly nodes: number;
  /** Sessions that are held at the same time. */
  readonly sessions: number;
  /** Of all sessions together. */
  readonly clients: number;
  /** Of nodes and of PostgreSQL together, in turn. */
  readonly kills: number;
  /** Milliseconds that clients look at what they see before they ask again, at most. */
  readonly looking?: number;
  readonly seed: number;
  readonly checkBallots?: BallotChecker;
  readonly tell?: (line: string) => void;
}

export interface NodesSoakReport {
  readonly kills: Readonly<Record<Victim, number>>;
  readonly acknowledged: number;
  readonly counted: number;
  /** Requests that were on their way when something fell, or that were told to ask again. */
  readonly cutOff: number;
  /** Milliseconds from a fall until what fell was there again, median and longest. */
  readonly away: { readonly median: number; readonly most: number };
  readonly errors: readonly string[];
}

const database = 'soak';
const settings = {
  ...{ PHIEU_COUNTDOWN_SECONDS: '1', PHIEU_RECAST_PAUSE_SECONDS: '1', PHIEU_WORKERS: '2' },
  ...{ LOG_LEVEL: 'warn', PUBLIC_URL: '' },
};
/** Most of it while boxes are open. */
const weights: Readonly<Record<Stage, number>> = {
  ...{ draft: 1, issued: 1, open: 5, counting: 1, closed: 1, tallied: 0, published: 0 },
};

/**
 * Several sessions at once on several real nodes over one PostgreSQL; nodes are killed and PostgreSQL ends as in a power
 * cut, at random moments. Throws with everything that is wrong, as `soak` does, and where a chain of the audit log is
 * broken.
 */
export async function soakNodes(options: NodesSoakOptions): Promise<NodesSoakReport> {
  const { folder, looking = 250, checkBallots, tell = () => {} } = options;
  const dice = diceOf(options.seed);
  const postgres = await startPostgres({ durable: true });
  try {
    await inPostgres(postgres.url('postgres'), `CREATE DATABASE ${database}`);
    const url = postgres.url(database);
    const nodes = await killedNodes({ folder, postgres, database, count: options.nodes, settings, dice });
    const toll: Toll = { kills: killsBy(() => 0), fullDisks: 0, restores: 0, sentAgain: 0 };
    const told = () => tell(`fallen so far: ${JSON.stringify(nodes.kills)}, ${nodes.cutOff()} requests cut off`);
    try {
      const hall = await soakHall(nodes, nodes.setupToken());
      const clients = Math.floor(options.clients / options.sessions);
      const plans = Array.from({ length: options.sessions }, (_, at) => {
        const share = Math.floor((options.kills + at) / options.sessions);
        return { kills: spread(share), clients, looking, fullDiskIn: undefined, restores: false, checkBallots };
      });
      const aim = { service: nodes, dice, toll, clients, disk: undefined, told };
      const lives = await pMap(plans, (plan) => live(hall, aim, plan)).catch((error: Error) => {
        throw new Error([error.message, 'The nodes logged:', ...nodes.errors()].join('\n'), { cause: error });
      });
      await requireWholeLog(url);
      const away = [...nodes.away].sort((one, other) => one - other);
      return {
        kills: nodes.kills,
        acknowledged: lives.reduce((sum, { acknowledged }) => sum + acknowledged, 0),
        counted: lives.reduce((sum, { counted }) => sum + counted, 0),
        cutOff: nodes.cutOff(),
        away: { median: away[away.length >> 1] ?? 0, most: away.at(-1) ?? 0 },
        errors: nodes.errors(),
      };
    } finally {
      await nodes.stop();
    }
  } finally {
    postgres.stop();
  }
}

async function requireWholeLog(url: string): Promise<void> {
  const store = await openPostgresStore(url);
  try {
    const { brokenAt } = await store.audit.check();
    if (brokenAt !== null) throw new Error(`the audit log is broken at ${JSON.stringify(brokenAt)}`);
  } finally {
    await store.close();
  }
}

function killsBy(kills: (stage: Stage) => number): Record<Stage, number> {
  return Object.fromEntries(stages.map((stage) => [stage, kills(stage)])) as Record<Stage, number>;
}

/** So many kills over the states, by weight. */
function spread(kills: number): Record<Stage, number> {
  const order = stages.flatMap((stage) => Array.from({ length: weights[stage] }, () => stage));
  // Open boxes first, for a run of a few.
  order.sort((one, other) => weights[other] - weights[one]);
  const found = killsBy(() => 0);
  for (let kill = 0; kill < kills; kill++) found[order[kill % order.length] ?? 'open'] += 1;
  return found;
}
