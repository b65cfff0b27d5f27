import '../frame/old-browsers.ts';
import { nobleBatchGroup } from '../../../protocol/arithmetic/noble-batches.ts';
import { type ArrivedBallot, checkBallots } from '../../../protocol/ballot/check-ballots.ts';
import { sha256Hex } from '../../../protocol/encoding/hash.ts';
import { type Election, readElection } from '../../../protocol/record/election.ts';
import { verifyRecord } from '../../../protocol/verify/verify-record.ts';
import { serveLine } from '../workers/serve-line.ts';
import { availableGroup } from './available-group.ts';
import type { CheckAnswer, CheckSetup } from './check-message.ts';
import { checkOverPorts } from './check-over-ports.ts';
import type { SentReport, VerifyPrograms, VerifyProgress, VerifyRequest } from './verify-message.ts';

/** Away from the screen: one of these verifies a record, the others check its ballots. One file, so that it is loaded once. */
const group = availableGroup();

interface Known {
  readonly election: Election;
  readonly credentials: ReadonlySet<string>;
}

/** B1–B3 and B5–B10 of each; repeats are found by who asks. */
function check({ election, credentials }: Known, ballots: readonly ArrivedBallot[]): CheckAnswer {
  const checks = checkBallots(group, election, ballots, { credentials, seen: new Set() });
  return checks.map((found) => (found.ok ? undefined : found.refusal));
}

function readSetup({ election: text, credentials }: CheckSetup): Known {
  const read = readElection(group, text);
  if (!read.ok) throw new TypeError('the election was read before it was sent');
  return { election: read.election, credentials: new Set(credentials) };
}

async function verify(
  { record, known, ports }: VerifyRequest,
  note: (progress: VerifyProgress) => Promise<void>,
): Promise<SentReport> {
  const { verified: _points, ...report } = await verifyRecord(record, {
    ...known,
    group,
    checkBallots: checkOverPorts(ports),
    onProgress: (progress) => void note(progress),
  });
  const { supplement } = known;
  const hash = supplement && { supplementHash: sha256Hex(supplement) };
  return { ...report, ...hash, slow: group === nobleBatchGroup };
}

serveLine<VerifyPrograms, VerifyProgress>(() => {
  let known: Known | undefined;
  return {
    setUp: (setup) => {
      known = readSetup(setup);
    },
    check: (ballots) => {
      if (known === undefined) throw new TypeError('ballots came before their election');
      return check(known, ballots);
    },
    verify,
  };
});
