/** A figure with where it is from: `measured` ones are ours (see docs/scale.md for how), `assumed` ones are open to better. */
export interface Given {
  readonly value: number;
  readonly unit: string;
  readonly from: string;
}

function given(value: number, unit: string, from: string): Given {
  return { value, unit, from };
}

/** The country on the two days on which every grassroots organisation holds its vote; the worst case, not a plan. */
export const country = {
  organisations: given(52_000, 'grassroots organisations', 'docs/rules.md, structure and scale (2021)'),
  members: given(5_200_000, 'voters', 'docs/rules.md, structure and scale (2021)'),
  medianVoters: given(70, 'voters of an organisation, median', 'assumed; the mean follows from the two above'),
  fewestVoters: given(3, 'voters of an organisation, least', 'docs/rules.md'),
  mostVoters: given(500, 'voters of an organisation, most', 'docs/rules.md'),
  fewestSubjects: given(5, 'subjects of a ballot, least', 'assumed: committees of grassroots organisations'),
  mostSubjects: given(15, 'subjects of a ballot, most', 'assumed: committees of grassroots organisations'),
  byPhone: given(0.7, 'of the ballots come from phones, the rest is keyed at the desk', 'assumed'),
  recast: given(0.03, 'of the ballots are cast again', 'assumed'),
  signIns: given(6, 'sign-ins of a session: chair, secretary, tellers, office', 'assumed'),
  notes: given(40, 'notes in the audit log of a session', 'measured: test/acceptance/whole-vote-in-browsers.test.ts'),
} as const;

/** When conferences open: a bell around each hour. */
export const openings = [
  { share: 0.36, day: 0, hour: 8, spread: 0.4 },
  { share: 0.12, day: 0, hour: 14, spread: 0.6 },
  { share: 0.07, day: 0, hour: 19, spread: 0.6 },
  { share: 0.29, day: 1, hour: 8, spread: 0.4 },
  { share: 0.1, day: 1, hour: 14, spread: 0.6 },
  { share: 0.06, day: 1, hour: 19, spread: 0.6 },
] as const;

/** Minutes from the opening of the box until a ballot comes: long-tailed, as people read first. */
export const voting = { medianMinutes: 7, spread: 0.6, deskSecondsASheet: 20 } as const;

/** What one thing costs. Processor time is of one core of the machine that docs/scale.md names. */
export interface Costs {
  readonly nodeCast: Given;
  readonly nodeCastSubject: Given;
  readonly nodeRead: Given;
  readonly nodeSignIn: Given;
  readonly databaseCast: Given;
  readonly databaseRead: Given;
  readonly databaseNote: Given;
  readonly castLatency: Given;
  readonly sessionRate: Given;
  readonly rowRate: Given;
  readonly ballotBytes: Given;
  readonly subjectBytes: Given;
  readonly logFactor: Given;
  readonly pageBytes: Given;
}

const bench = 'measured: npm run bench';

export const costs: Costs = {
  nodeCast: given(2.2, 'ms of a node for a cast, without checking', bench),
  nodeCastSubject: given(0.4, 'ms of a node for checking one subject of a ballot', bench),
  nodeRead: given(0.3, 'ms of a node for a page’s request', bench),
  nodeSignIn: given(60, 'ms of a node for a sign-in (argon2)', bench),
  databaseCast: given(1, 'ms of the database for a cast', bench),
  databaseRead: given(0.15, 'ms of the database for a read', bench),
  databaseNote: given(0.4, 'ms of the database for a step with its note', bench),
  castLatency: given(12, 'ms that a cast holds a connection', bench),
  sessionRate: given(250, 'casts a second that one session takes', bench),
  rowRate: given(250, 'notes a second that one chain takes', bench),
  ballotBytes: given(1500, 'bytes of a ballot and its event, beside its subjects', bench),
  subjectBytes: given(3200, 'bytes of one subject of a ballot, its hint included', bench),
  logFactor: given(1.2, 'bytes of write-ahead log for a byte that is kept', 'measured: pg_current_wal_lsn'),
  pageBytes: given(90_000, 'bytes of pages that a phone loads', 'measured: npm run size'),
};
