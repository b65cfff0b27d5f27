import '../frame/old-browsers.ts';
import { nobleGroup } from '../../../protocol/arithmetic/noble-group.ts';
import { checkBallot } from '../../../protocol/ballot/check-ballot.ts';
import { sha256Hex } from '../../../protocol/encoding/hash.ts';
import { type Election, readElection } from '../../../protocol/record/election.ts';
import { verifyRecord } from '../../../protocol/verify/verify-record.ts';
import { availableGroup } from './available-group.ts';
import type { CheckAnswer, CheckPart, CheckSetup } from './check-message.ts';
import { checkOverLines } from './check-over-lines.ts';
import type { VerifyMessage, VerifyRequest, WorkerRequest } from './verify-message.ts';

/** Away from the screen: one of these verifies a record, the others check its ballots. One file, so that it is loaded once. */
const group = availableGroup();

interface Known {
  readonly election: Election;
  readonly credentials: ReadonlySet<string>;
}

/** B1–B3 and B5–B10 of each; repeats are found by who asks. */
function checkPart({ election, credentials }: Known, { ballots }: CheckPart): CheckAnswer {
  return ballots.map((ballot) => {
    const check = checkBallot(group, election, ballot, { credentials, seen: new Set() });
    return check.ok ? undefined : check.refusal;
  });
}

function readSetup({ election: text, credentials }: CheckSetup): Known {
  const read = readElection(group, text);
  if (!read.ok) throw new TypeError('the election was read before it was sent');
  return { election: read.election, credentials: new Set(credentials) };
}

async function verify({ record, known, lines }: VerifyRequest): Promise<void> {
  const send = (message: VerifyMessage) => self.postMessage(message);
  const { verified: _points, ...report } = await verifyRecord(record, {
    ...known,
    ...{ group, checkBallots: checkOverLines(lines) },
    onProgress: (progress) => send({ kind: 'progress', progress }),
  });
  const { supplement } = known;
  const hash = supplement && { supplementHash: sha256Hex(supplement) };
  send({ kind: 'report', report: { ...report, ...hash, slow: group === nobleGroup } });
}

/** A rejected promise says nothing to the page: the error is thrown once more outside of it. */
function throwOutside(error: unknown): void {
  setTimeout(() => {
    throw error;
  });
}

/** The page itself is one line; a worker that verifies has another. */
function serve(line: MessagePort | typeof self): void {
  let known: Known | undefined;
  line.onmessage = ({ data }: MessageEvent<WorkerRequest>) => {
    switch (data.kind) {
      case 'line':
        return serve(data.port);
      case 'setup':
        known = readSetup(data);
        return undefined;
      case 'part':
        if (known === undefined) throw new TypeError('ballots came before their election');
        return line.postMessage(checkPart(known, data));
      case 'verify':
        return void verify(data).catch(throwOutside);
    }
  };
}

serve(self);
