import { type Dice, diceOf } from '../../test/support/fuzz/dice.ts';
import { type Costs, country, openings, voting } from './inputs.ts';

const secondsADay = 86_400;
const days = 2;

/** What happened in each second of the two days. */
export interface Load {
  readonly casts: Float64Array;
  /** Subjects of the ballots that were cast. */
  readonly subjects: Float64Array;
  readonly reads: Float64Array;
  readonly signIns: Float64Array;
  readonly notes: Float64Array;
  readonly pages: Float64Array;
  /** Sessions whose box is open. */
  readonly open: Float64Array;
  readonly voters: number;
  readonly ballotSubjects: number;
  /** Of the largest session: casts within its busiest second. */
  readonly busiestSession: number;
}

/** Draws every organisation's conference and every ballot of it; the same seed draws the same. */
export function drawCountry(seed: number): Load {
  const dice = diceOf(seed);
  const load = emptyLoad();
  const sizes = drawSizes(dice);
  let voters = 0;
  let ballotSubjects = 0;
  let busiestSession = 0;
  for (const size of sizes) {
    const subjects = between(dice, country.fewestSubjects.value, country.mostSubjects.value);
    const { casts, busiest } = drawSession(dice, load, size, subjects);
    voters += size;
    ballotSubjects += casts * subjects;
    busiestSession = Math.max(busiestSession, busiest);
  }
  let open = 0;
  for (let at = 0; at < load.open.length; at++) load.open[at] = open += load.open[at] ?? 0;
  return { ...load, voters, ballotSubjects, busiestSession };
}

function emptyLoad() {
  const seconds = () => new Float64Array(days * secondsADay);
  return {
    ...{ casts: seconds(), subjects: seconds(), reads: seconds(), signIns: seconds() },
    ...{ notes: seconds(), pages: seconds(), open: seconds() },
  };
}

/** As many voters as the country has members, spread as a lognormal; the mean is what the inputs say. */
function drawSizes(dice: Dice): number[] {
  const { organisations, members, medianVoters, fewestVoters, mostVoters } = country;
  const mean = members.value / organisations.value;
  const spread = Math.sqrt(2 * Math.log(mean / medianVoters.value));
  const drawn = Array.from({ length: organisations.value }, () => medianVoters.value * Math.exp(spread * bell(dice)));
  // Cutting the tails moves the mean: what is missing is put back in proportion.
  const cut = (factor: number) =>
    drawn.map((size) => Math.round(Math.min(Math.max(size * factor, fewestVoters.value), mostVoters.value)));
  let factor = 1;
  for (let round = 0; round < 20; round++) factor *= members.value / sum(cut(factor));
  return cut(factor);
}

function drawSession(dice: Dice, load: ReturnType<typeof emptyLoad>, voters: number, subjects: number) {
  const opens = drawOpening(dice);
  const perSecond = new Map<number, number>();
  let last = opens;
  const cast = (at: number) => {
    const second = Math.round(at);
    add(load.casts, second);
    add(load.subjects, second, subjects);
    perSecond.set(second, (perSecond.get(second) ?? 0) + 1);
    last = Math.max(last, second);
  };
  let casts = 0;
  let keyed = 0;
  for (let voter = 0; voter < voters; voter++) {
    const times = chance(dice, country.recast.value) ? 2 : 1;
    const isPhone = chance(dice, country.byPhone.value);
    for (let time = 0; time < times; time++, casts++) {
      const minutes = voting.medianMinutes * Math.exp(voting.spread * bell(dice));
      const at = opens + minutes * 60;
      if (isPhone) {
        // The page, its ballot and the receipt.
        add(load.pages, Math.round(opens + (minutes * 60) / 3));
        for (const before of [minutes * 20, minutes * 20, 0]) add(load.reads, Math.round(at - before));
        cast(at);
      } else {
        keyed += 1;
      }
    }
  }
  // Sheets are keyed one by one once phones are done.
  const keyedFrom = last + 300;
  for (let sheet = 0; sheet < keyed; sheet++) cast(keyedFrom + sheet * voting.deskSecondsASheet);
  add(load.open, opens);
  add(load.open, last + 60, -1);
  for (let one = 0; one < country.signIns.value; one++) add(load.signIns, opens - between(dice, 300, 3600));
  for (let note = 0; note < country.notes.value; note++)
    add(load.notes, opens + between(dice, -3600, last - opens + 1800));
  return { casts, busiest: Math.max(0, ...perSecond.values()) };
}

function drawOpening(dice: Dice): number {
  let left = fraction(dice);
  for (const { share, day, hour, spread } of openings) {
    left -= share;
    if (left <= 0) return Math.round(day * secondsADay + (hour + spread * bell(dice)) * 3600);
  }
  return secondsADay + 19 * 3600;
}

function add(seconds: Float64Array, at: number, much = 1): void {
  if (at >= 0 && at < seconds.length) seconds[at] = (seconds[at] ?? 0) + much;
}

/** The most that each of these seconds asks of something, as a mean over so many seconds. */
export function peak(seconds: Float64Array, over: number): number {
  let running = 0;
  let most = 0;
  for (let at = 0; at < seconds.length; at++) {
    running += (seconds[at] ?? 0) - (at >= over ? (seconds[at - over] ?? 0) : 0);
    most = Math.max(most, running);
  }
  return most / over;
}

/** Milliseconds of processor time that each second asks of nodes and database. */
export function work(load: Load, costs: Costs, nodes: number) {
  const node = new Float64Array(load.casts.length);
  const database = new Float64Array(load.casts.length);
  for (let at = 0; at < node.length; at++) {
    const of = (seconds: Float64Array) => seconds[at] ?? 0;
    node[at] =
      of(load.casts) * costs.nodeCast.value +
      of(load.subjects) * costs.nodeCastSubject.value +
      (of(load.reads) + of(load.notes)) * costs.nodeRead.value +
      of(load.signIns) * costs.nodeSignIn.value;
    // A node asks once a second for all sessions that somebody watches there.
    const watching = of(load.open) > 0 ? nodes : 0;
    database[at] =
      of(load.casts) * costs.databaseCast.value +
      (of(load.reads) + watching) * costs.databaseRead.value +
      (of(load.notes) + of(load.signIns)) * costs.databaseNote.value;
  }
  return { node, database };
}

export function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

function fraction(dice: Dice): number {
  return dice.upTo(2 ** 32) / 2 ** 32;
}

function chance(dice: Dice, probability: number): boolean {
  return fraction(dice) < probability;
}

function between(dice: Dice, least: number, most: number): number {
  return least + dice.upTo(Math.max(1, Math.round(most - least + 1)));
}

/** Normally distributed, by Box and Muller. */
function bell(dice: Dice): number {
  return Math.sqrt(-2 * Math.log(1 - fraction(dice))) * Math.cos(2 * Math.PI * fraction(dice));
}
