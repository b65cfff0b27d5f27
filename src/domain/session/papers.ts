import { accept, type Ruling, refuse } from '../ruling.ts';
import { newPhonePaper, type Paper, withoutChannels } from './paper.ts';
import type { Ledger, PrintRun, PrintRunId, Session, Voter, VoterId } from './session.ts';
import { sheetSerial } from './sheet-serial.ts';

/** A session together with its papers: what decisions about papers look at and change. */
export interface SessionWithPapers {
  readonly session: Session;
  /** By public credential. */
  readonly papers: ReadonlyMap<string, Paper>;
  /** Phone papers by the voter they were registered for; empty once the session is closed. */
  readonly phoneLinks: ReadonlyMap<VoterId, string>;
}

/** What is left of the papers when no ballot comes in any more: nothing leads from a person to a ballot. */
export function withoutTraces({ papers }: SessionWithPapers): Omit<SessionWithPapers, 'session'> {
  return { papers: withoutChannels(papers), phoneLinks: new Map() };
}

/**
 * Whether links from voters to phone papers are missing that have to be there: their key is not at hand, as after a
 * restore. Nobody knows then which phone paper to make void, and a second one must not be given out.
 */
export function hasLostLinks(state: SessionWithPapers): boolean {
  return votersWithoutLink(state).length > 0;
}

/** Those who received a paper on a phone of which nobody knows which it is; to be asked of a session with all its papers. */
export function votersWithoutLink({ session, phoneLinks }: SessionWithPapers): readonly Voter[] {
  if (!linkedStates.includes(session.state)) return [];
  return session.roll.filter(({ id, received }) => received === 'phone' && !phoneLinks.has(id));
}

/** Before there are no papers, after them no links. */
const linkedStates: readonly Session['state'][] = ['issued', 'open', 'counting'];

/** The ledger as it was written down when the papers' channels were forgotten. */
export function keptLedger({ closing, cancellation }: Session): Ledger | undefined {
  return closing?.ledger ?? cancellation?.ledger;
}

type Outcome<Refusal extends string> = Ruling<SessionWithPapers, Refusal>;

/** Sheets: made (printed or confirmed), in voters' hands, left over, void. */
export function countPapers({ session, papers }: SessionWithPapers): Omit<Ledger, 'sheetsKeyed' | 'present'> & {
  readonly sheetsLeft: number;
} {
  const kept = keptLedger(session);
  if (kept !== undefined) return { ...kept, sheetsLeft: 0 };
  const all = [...papers.values()];
  const sheets = all.filter(({ channel }) => channel === 'sheet');
  const voidSheets = sheets.filter(({ fate }) => fate === 'void').length;
  const unused = sheets.filter(({ fate }) => fate === 'unused').length;
  const phone = all.filter(({ channel, fate }) => channel === 'phone' && fate === 'live').length;
  const ticks = session.roll.filter(({ received }) => received === 'sheet').length;
  const handedOut = ticks + session.replacedWithoutStub;
  const confirmed = new Set(session.printRuns.filter(({ status }) => status === 'confirmed').map(({ id }) => id));
  const usable = sheets.filter(
    ({ printRunId, fate }) => fate === 'live' && printRunId !== null && confirmed.has(printRunId),
  );
  const collected = all.filter(({ votedBy }) => votedBy !== null).length;
  const issued = handedOut + phone;
  return {
    printed: sheets.length,
    handedOut,
    unused,
    void: voidSheets,
    phone,
    issued,
    collected,
    notReturned: issued - collected,
    sheetsLeft: usable.length - handedOut,
  };
}

/** Until opening papers are made; the setup event then fixes their credentials. */
function papersCanBeMade(session: Session): boolean {
  return session.state === 'issued';
}

function papersCanBeHandedOut(session: Session): boolean {
  return session.state === 'issued' || session.state === 'open';
}

/** Sheets are still returned and voided while the others are counted; the ledger says so. */
function sheetsComeBack(session: Session): boolean {
  return papersCanBeHandedOut(session) || session.state === 'counting';
}

function withVoter(session: Session, voterId: VoterId, change: Partial<Voter>): Session {
  return { ...session, roll: session.roll.map((voter) => (voter.id === voterId ? { ...voter, ...change } : voter)) };
}

function withPrintRun(session: Session, printRunId: PrintRunId, change: Partial<PrintRun>): Session {
  const printRuns = session.printRuns.map((printRun) =>
    printRun.id === printRunId ? { ...printRun, ...change } : printRun,
  );
  return { ...session, printRuns };
}

export function withPapers(state: SessionWithPapers, changed: readonly Paper[]): ReadonlyMap<string, Paper> {
  return new Map([...state.papers, ...changed.map((paper) => [paper.credential, paper] as const)]);
}

/**
 * Registers the public halves of sheets that were just printed.
 * @param address what their links begin with, where they have any
 */
export function decideAddPrintRun(
  state: SessionWithPapers,
  printRunId: PrintRunId,
  credentials: readonly string[],
  address: string,
): Outcome<'papers-not-open' | 'credential-already-registered'> {
  const { session } = state;
  if (!papersCanBeMade(session)) return refuse('papers-not-open');
  // Two sheets with one serial could not be told apart by their stubs; equal credentials have equal serials.
  const serials = [...state.papers.keys(), ...credentials].map(sheetSerial);
  if (new Set(serials).size !== serials.length) return refuse('credential-already-registered');
  const printRun: PrintRun = {
    id: printRunId,
    size: credentials.length,
    status: 'printed',
    listVersion: session.listVersion,
    address: session.phoneUse?.use === 'none' ? null : address,
  };
  const made = credentials.map(
    (credential): Paper => ({
      sessionId: session.id,
      credential,
      channel: 'sheet',
      printRunId,
      fate: 'live',
      votedBy: null,
      recastKeyHash: null,
    }),
  );
  return accept({
    ...state,
    session: { ...session, printRuns: [...session.printRuns, printRun] },
    papers: withPapers(state, made),
  });
}

/** A print run counts only after its sheets were counted by hand; another number means a jam: void it and print again. */
export function decideConfirmPrintRun(
  state: SessionWithPapers,
  printRunId: PrintRunId,
  counted: number,
): Outcome<'papers-not-open' | 'unknown-print-run' | 'print-run-not-pending' | 'print-run-count-differs'> {
  const { session } = state;
  if (!papersCanBeMade(session)) return refuse('papers-not-open');
  const printRun = session.printRuns.find(({ id }) => id === printRunId);
  if (printRun === undefined) return refuse('unknown-print-run');
  if (printRun.status === 'confirmed' && counted === printRun.size) return accept(state);
  if (printRun.status !== 'printed') return refuse('print-run-not-pending');
  if (counted !== printRun.size) return refuse('print-run-count-differs');
  return accept({ ...state, session: withPrintRun(session, printRunId, { status: 'confirmed' }) });
}

/** Voids a whole print run, for example after a jam. Not possible when the other print runs cannot cover what is handed out. */
export function decideVoidPrintRun(
  state: SessionWithPapers,
  printRunId: PrintRunId,
): Outcome<'papers-not-open' | 'unknown-print-run' | 'print-run-partly-handed-out'> {
  const { session } = state;
  if (!papersCanBeMade(session)) return refuse('papers-not-open');
  const printRun = session.printRuns.find(({ id }) => id === printRunId);
  if (printRun === undefined) return refuse('unknown-print-run');
  if (printRun.status === 'void') return accept(state);
  const changed = [...state.papers.values()]
    .filter((paper) => paper.printRunId === printRunId)
    .map((paper): Paper => ({ ...paper, fate: 'void' }));
  const next: SessionWithPapers = {
    ...state,
    session: withPrintRun(session, printRunId, { status: 'void' }),
    papers: withPapers(state, changed),
  };
  const left = countPapers(next).sheetsLeft;
  return left < 0 && left < countPapers(state).sheetsLeft ? refuse('print-run-partly-handed-out') : accept(next);
}

/** Ticks that a voter received a sheet from the shuffled pile. */
export function decideHandOut(
  state: SessionWithPapers,
  voterId: VoterId,
): Outcome<'papers-not-open' | 'unknown-voter' | 'voter-has-paper' | 'no-sheet-left'> {
  const { session } = state;
  if (!papersCanBeHandedOut(session)) return refuse('papers-not-open');
  const voter = session.roll.find(({ id }) => id === voterId);
  if (voter === undefined) return refuse('unknown-voter');
  if (voter.received === 'sheet') return accept(state);
  if (voter.received !== null) return refuse('voter-has-paper');
  if (countPapers(state).sheetsLeft < 1) return refuse('no-sheet-left');
  return accept({ ...state, session: withVoter(session, voterId, { received: 'sheet' }) });
}

/** Ticks several voters at once, all or none: a pile that went round the hall. */
export function decideHandOutAll(
  state: SessionWithPapers,
  voterIds: readonly VoterId[],
): ReturnType<typeof decideHandOut> {
  return voterIds.reduce<ReturnType<typeof decideHandOut>>(
    (before, voterId) => (before.ok ? decideHandOut(before.value, voterId) : before),
    accept(state),
  );
}

/**
 * Takes the tick back when a voter returned the sheet. The sheet is scanned first and so voided, which is refused for
 * one that has voted; only one that cannot have been used goes back to the pile.
 */
export function decideTakeBack(
  state: SessionWithPapers,
  voterId: VoterId,
): Outcome<'papers-not-open' | 'unknown-voter' | 'voter-has-no-sheet'> {
  const { session } = state;
  if (!sheetsComeBack(session)) return refuse('papers-not-open');
  const voter = session.roll.find(({ id }) => id === voterId);
  if (voter === undefined) return refuse('unknown-voter');
  if (voter.received !== 'sheet') return refuse('voter-has-no-sheet');
  return accept({ ...state, session: withVoter(session, voterId, { received: null }) });
}

/**
 * Voids one sheet by its stub or by scanning it. A paper that has voted cannot be voided. A voter's tick then stands
 * for the fresh sheet; where none is left to give, it has to be taken back.
 */
export function decideVoidSheet(
  state: SessionWithPapers,
  credential: string,
): Outcome<'papers-not-open' | 'unknown-paper' | 'paper-has-voted'> {
  const { session } = state;
  if (!sheetsComeBack(session)) return refuse('papers-not-open');
  const paper = state.papers.get(credential);
  if (paper === undefined || paper.channel !== 'sheet') return refuse('unknown-paper');
  if (paper.fate === 'void') return accept(state);
  if (paper.votedBy !== null) return refuse('paper-has-voted');
  return accept({ ...state, papers: withPapers(state, [{ ...paper, fate: 'void' }]) });
}

/** A signed-in voter's own phone made the credential and registers its public half; one per voter. */
export function decideRegisterPhonePaper(
  state: SessionWithPapers,
  voterId: VoterId,
  credential: string,
): Outcome<
  | 'papers-not-open'
  | 'phone-papers-not-offered'
  | 'phone-links-lost'
  | 'unknown-voter'
  | 'voter-has-paper'
  | 'credential-already-registered'
> {
  const { session } = state;
  if (!papersCanBeMade(session)) return refuse('papers-not-open');
  if (!session.settings.phonePapers || session.phoneUse?.use === 'none') return refuse('phone-papers-not-offered');
  const voter = session.roll.find(({ id }) => id === voterId);
  if (voter === undefined) return refuse('unknown-voter');
  if (state.phoneLinks.get(voterId) === credential) return accept(state);
  // Links of two keys could not be told apart, and the paper of somebody who comes again is not known.
  if (hasLostLinks(state)) return refuse('phone-links-lost');
  if (voter.received !== null) return refuse('voter-has-paper');
  if (state.papers.has(credential)) return refuse('credential-already-registered');
  return accept({
    session: withVoter(session, voterId, { received: 'phone' }),
    papers: withPapers(state, [newPhonePaper(session.id, credential)]),
    phoneLinks: new Map([...state.phoneLinks, [voterId, credential]]),
  });
}

/** A phone paper can be voided until it has voted: the voter may then receive another one. */
export function decideVoidPhonePaper(
  state: SessionWithPapers,
  voterId: VoterId,
): Outcome<'papers-not-open' | 'phone-links-lost' | 'voter-has-no-phone-paper' | 'paper-has-voted'> {
  const { session } = state;
  if (!papersCanBeHandedOut(session)) return refuse('papers-not-open');
  if (votersWithoutLink(state).some(({ id }) => id === voterId)) return refuse('phone-links-lost');
  const credential = state.phoneLinks.get(voterId);
  const paper = credential === undefined ? undefined : state.papers.get(credential);
  if (paper === undefined) return refuse('voter-has-no-phone-paper');
  if (paper.votedBy !== null) return refuse('paper-has-voted');
  const phoneLinks = new Map(state.phoneLinks);
  phoneLinks.delete(voterId);
  return accept({
    session: withVoter(session, voterId, { received: null }),
    papers: withPapers(state, [{ ...paper, fate: 'void' }]),
    phoneLinks,
  });
}

/**
 * Gives up the phone papers of which nobody knows any more whose they are, all together: those that are known are void,
 * and their voters can receive another one. Before opening only: then no such paper is in a setup or can have voted.
 */
export function decideGiveUpPhonePapers(state: SessionWithPapers): Outcome<'papers-not-open'> {
  const { session } = state;
  if (!papersCanBeMade(session)) return refuse('papers-not-open');
  const without = new Set(votersWithoutLink(state).map(({ id }) => id));
  if (without.size === 0) return accept(state);
  const linked = new Set(state.phoneLinks.values());
  const given = [...state.papers.values()].filter(
    ({ channel, fate, credential }) => channel === 'phone' && fate === 'live' && !linked.has(credential),
  );
  return accept({
    ...state,
    session: {
      ...session,
      roll: session.roll.map((voter) => (without.has(voter.id) ? { ...voter, received: null } : voter)),
    },
    papers: withPapers(
      state,
      given.map((paper): Paper => ({ ...paper, fate: 'void' })),
    ),
  });
}

/** The credentials that the setup event publishes: confirmed sheets and phone papers, without those voided before. */
export function credentialsForSetup({ session, papers }: SessionWithPapers): readonly string[] {
  const confirmed = new Set(session.printRuns.filter(({ status }) => status === 'confirmed').map(({ id }) => id));
  return [...papers.values()]
    .filter(({ fate, printRunId }) => fate === 'live' && (printRunId === null || confirmed.has(printRunId)))
    .map(({ credential }) => credential);
}

/** With fewer phone papers than that, ledger and roll together leave too few people a phone's ballot can be of. */
const fewestPhonePapers = 5;

/** How many phone papers are out, where these are too few; null where they are enough, or none. */
export function countFewPhonePapers(state: SessionWithPapers): number | null {
  const { phone } = countPapers(state);
  return phone > 0 && phone < fewestPhonePapers ? phone : null;
}

/** Voters who hold no paper while fewer sheets are left than they and a tenth more would need. */
export function findVotersShortOfPapers(state: SessionWithPapers): readonly Voter[] {
  const without = state.session.roll.filter(({ received }) => received === null);
  // Whole numbers: spares ≥ 1.1 × voters without a paper.
  return 10 * countPapers(state).sheetsLeft >= 11 * without.length ? [] : without;
}
