import '../shared/frame/old-browsers.ts';
import '../shared/frame/no-eval.ts';
import type { Connection } from '../../client/api.ts';
import { takeCeremonyStep } from '../../client/teller/ceremony.ts';
import { confirmSetupOfSession } from '../../client/teller/confirm-setup.ts';
import { openTotals } from '../../client/teller/open-totals.ts';
import { proveCard } from '../../client/teller/prove-card.ts';
import { recogniseCard } from '../../client/teller/recognise-card.ts';
import { openRehearsal, rehearse } from '../../client/teller/rehearsal.ts';
import type { BallotChecker } from '../../protocol/verify/verify-options.ts';
import { randomBytes } from '../shared/device/random-bytes.ts';
import { availableGroup } from '../shared/verify/available-group.ts';
import { checkOverPorts } from '../shared/verify/check-over-ports.ts';
import { serveLine } from '../shared/workers/serve-line.ts';
import { checkAhead, neverChecked, noneChecked, rememberingChecker } from './check-ahead.ts';
import type { TellerNote, TellerPrograms } from './teller-message.ts';

/** All arithmetic of a teller's page happens here, away from the screen. */
const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
const device = { group: availableGroup(), random: randomBytes, wait };
const connection: Connection = { baseUrl: '' };
const kept = neverChecked();
const checked = noneChecked();

type Note = (note: TellerNote) => Promise<void>;

/** Checks on the other cores what this program has not checked before, and tells how far it is. */
function checkerFor(checkers: readonly MessagePort[], note: Note): BallotChecker {
  const check = rememberingChecker(checkOverPorts(checkers), checked);
  return (job) =>
    check({
      ...job,
      onChecked: (done) => {
        job.onChecked(done);
        void note({ kind: 'progress', done, total: job.ballots.length });
      },
    });
}

serveLine<TellerPrograms, TellerNote>(() => ({
  ceremonyStep: ({ sessionId, memory, agreed, run }) =>
    takeCeremonyStep(connection, device, sessionId, memory, {
      agreed,
      run,
      confirmCode: async () => 'later',
      // The page has kept the confirmed code before it takes the step.
      remember: async () => {},
    }),
  recogniseCard: async ({ sessionId, card, view }) => recogniseCard(device.group, card, sessionId, view),
  confirmSetup: ({ sessionId, evidence }) => confirmSetupOfSession(connection, device, sessionId, evidence),
  proveCard: ({ sessionId, seed }) => proveCard(connection, device, sessionId, seed),
  rehearse: ({ sessionId, marks }) => rehearse(connection, device, sessionId, marks),
  openRehearsal: ({ sessionId, memory, announced }) => openRehearsal(connection, device, sessionId, memory, announced),
  checkAhead: ({ sessionId, heads, checkers }, note) =>
    checkAhead(connection, device, sessionId, heads, { checkBallots: checkerFor(checkers, note), kept }),
  openTotals: ({ sessionId, memory, announced, fingerprint, checkers }, note) =>
    openTotals(connection, device, sessionId, memory, {
      announced,
      fingerprint,
      checkBallots: checkerFor(checkers, note),
      earlier: kept.earlier,
      remember: (learned) => note({ kind: 'remember', memory: learned }),
    }),
}));
