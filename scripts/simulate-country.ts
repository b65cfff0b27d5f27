import { drawCountry, type Load, peak, sum, work } from './simulation/country.ts';
import { type Costs, costs, country, type Given } from './simulation/inputs.ts';

/*
 * The country's organisations with realistic sizes, all of them within two days, with a morning peak: what that asks of
 * nodes, of PostgreSQL and of its disks, from what one thing was measured to cost. Prints Markdown for docs/scale.md.
 */
const seed = 20_261_201;
/** Cores are not run at their limit. */
const headroom = 0.6;
const coresOfNode = 4;

const load = drawCountry(seed);
const planned = nodesNeeded(load, costs);
print(load, costs, planned);

function nodesNeeded(drawn: Load, cost: Costs): number {
  const { node } = work(drawn, cost, 0);
  return Math.ceil(peak(node, 10) / 1000 / headroom / coresOfNode);
}

function print(drawn: Load, cost: Costs, nodes: number): void {
  const { node, database } = work(drawn, cost, nodes);
  const nodeCores = peak(node, 10) / 1000;
  const databaseCores = peak(database, 10) / 1000;
  const bytes = (many: number, subjects: number) => many * cost.ballotBytes.value + subjects * cost.subjectBytes.value;
  const castsTogether = sum(drawn.casts);
  const kept = bytes(castsTogether, drawn.ballotSubjects);
  const keptASecond = bytes(peak(drawn.casts, 10), peak(drawn.subjects, 10));
  const castRate = peak(drawn.casts, 10);
  const commits = castRate + peak(drawn.notes, 10) + peak(drawn.signIns, 10);
  const busy = (castRate * cost.castLatency.value) / 1000;
  row('', '', '');
  row('organisations', country.organisations.value, 'within two days');
  row(
    'voters',
    drawn.voters,
    `${castsTogether} ballots cast, ${round(drawn.ballotSubjects / castsTogether)} subjects each`,
  );
  row('open boxes at once, most', peak(drawn.open, 1), '');
  row('casts a second', castRate, `mean of the busiest 10 seconds; ${round(peak(drawn.casts, 1))} in the busiest one`);
  row('commits a second', commits, 'casts, steps with their notes, sign-ins; none shared');
  row('requests a second', peak(drawn.reads, 10) + commits, 'beside files of pages');
  row(
    'pages, Mbit/s',
    (peak(drawn.pages, 10) * cost.pageBytes.value * 8) / 1e6,
    'compressed; a cache in front takes them',
  );
  row('cores of nodes', nodeCores, `at their limit; ${nodes} nodes of ${coresOfNode} cores at ${headroom * 100} %`);
  row(
    'cores of PostgreSQL',
    databaseCores,
    `at their limit; ${Math.ceil(databaseCores / headroom)} at ${headroom * 100} %`,
  );
  row('connections at work', busy, `of ${nodes * 10} that ${nodes} nodes open at most`);
  row('storage, GB', kept / 1e9, 'records and hints of all ballots');
  row('write-ahead log, MB/s', (keptASecond * cost.logFactor.value) / 1e6, 'in the busiest 10 seconds');
  row('busiest session, casts a second', drawn.busiestSession, `of ${cost.sessionRate.value} that one takes`);
  limits(drawn, cost, commits);
}

/** What does not grow with nodes: how near each is. */
function limits(drawn: Load, cost: Costs, commits: number): void {
  console.log('\nWhat more nodes do not lift, nearest first:\n');
  const serviceNotes = peak(drawn.signIns, 10);
  const lines: readonly (readonly [what: string, used: number])[] = [
    ['one session’s row: the busiest session', drawn.busiestSession / cost.sessionRate.value],
    ['the service’s chain of the audit log: sign-ins that are noted there', serviceNotes / cost.rowRate.value],
    ['commits of one PostgreSQL on the measured machine (3,143 a second)', commits / 3143],
  ];
  for (const [what, used] of lines.toSorted(([, a], [, b]) => b - a)) console.log(`- ${what}: ${round(used * 100)} %`);
  console.log('\nInputs:\n');
  const table = (all: Readonly<Record<string, Given>>) => {
    for (const [name, { value, unit, from }] of Object.entries(all))
      console.log(`- ${name}: ${value} ${unit} (${from})`);
  };
  table(country);
  table({ ...cost });
}

function row(what: string, value: number | string, more: string): void {
  const [first, second, third] =
    what === '' ? ['what', 'how much', ''] : [what, typeof value === 'number' ? round(value) : value, more];
  console.log(`| ${first} | ${second} | ${third} |`);
  if (what === '') console.log('| --- | ---: | --- |');
}

function round(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString('en');
}
