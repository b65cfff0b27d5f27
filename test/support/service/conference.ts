import { castKeyedSheet } from '../../../src/client/desk.ts';
import { makePapers } from '../../../src/client/office.ts';
import { electionOfPage } from '../../../src/client/sealing.ts';
import { runCeremony } from '../../../src/client/teller/ceremony.ts';
import { confirmSetupOfSession } from '../../../src/client/teller/confirm-setup.ts';
import { newTellerMemory, type TellerMemory } from '../../../src/client/teller/memory.ts';
import { openTotals } from '../../../src/client/teller/open-totals.ts';
import { openRehearsal } from '../../../src/client/teller/rehearsal.ts';
import { castUntilAcknowledged, createRecastKey, openBallotPage } from '../../../src/client/voter.ts';
import type { SessionId } from '../../../src/domain/session/session.ts';
import { createBallot, type Marks } from '../../../src/protocol/ballot/create-ballot.ts';
import { sodiumGroup } from '../../../src/server/arithmetic/sodium-group.ts';
import type { Store } from '../../../src/server/store/store.ts';
import { repeatableRandom } from '../build/recorded-random.ts';
import { numbers } from '../build/sessions.ts';
import { connectionTo } from './connections.ts';
import { type Answer, aHall, anIssued, type Hall } from './hall.ts';

/** A session whose sheets are printed and handed out, with everybody but the chair played by their programs. */
export interface Conference {
  readonly hall: Hall;
  readonly id: SessionId;
  /** The session's part of the API. */
  ask(method: 'GET' | 'POST' | 'PUT', path: string, as: Hall['chair'], body?: unknown): Promise<Answer>;
  /** All tellers' programs, to the finished key. */
  makeKeys(): Promise<void>;
  openRehearsal(announced: number): Promise<void>;
  confirmSetup(): Promise<void>;
  castByPhone(paper: number, marks: Marks): Promise<void>;
  keySheet(paper: number, marks: Marks): Promise<void>;
  /** These tellers sign what is proposed. */
  sign(...tellers: readonly number[]): Promise<void>;
  openTotals(announced: number, ...tellers: readonly number[]): Promise<void>;
}

const size = 3;
const threshold = 2;

function must<Outcome extends { readonly ok: boolean }>(outcome: Outcome): Extract<Outcome, { ok: true }> {
  if (outcome.ok) return outcome as Extract<Outcome, { ok: true }>;
  throw new Error(JSON.stringify({ ...outcome, memory: undefined }));
}

/** @param sheets printed; every voter on the roll has received one */
export async function aConference(environment: Record<string, string>, sheets = 6, store?: Store): Promise<Conference> {
  const hall = await aHall(environment, store);
  const { service } = hall;
  const device = {
    ...{ group: sodiumGroup, random: repeatableRandom(77) },
    wait: () => new Promise<void>((resolve) => setTimeout(resolve, 20)),
  };
  const id = await anIssued(hall, size, threshold);
  const ask: Conference['ask'] = async (method, path, as, body) => {
    const answer = await hall.at(id, method, path, as, body);
    if (answer.status >= 400) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer;
  };
  if (service.deps.config.publicUrl?.startsWith('http:')) {
    await ask('PUT', '/plain-voting', hall.chair, { allowed: true });
  }
  const { body: data } = await ask('GET', '/print-data', hall.office);
  const papers = makePapers(device, data, sheets);
  const credentials = papers.map(({ publicCredential }) => publicCredential);
  const { body: printRun } = await ask('POST', '/print-runs', hall.office, { credentials });
  await ask('POST', `/print-runs/${printRun.id}/confirmation`, hall.office, { counted: sheets });
  for (const { id: voter } of (await hall.state(id)).session.roll) {
    await ask('PUT', `/roll/${voter}/sheet`, hall.office);
  }
  const teller = (index: number) => connectionTo(service, hall.teller(index));
  const holder = connectionTo(service, { 'x-read-key': data.readKey });
  const memories = new Map<number, TellerMemory>();
  const memory = (index: number) => memories.get(index) ?? newTellerMemory(device.random);
  const credentialOf = (paper: number) => papers[paper]?.credential ?? '';
  const election = async () =>
    must(electionOfPage(device.group, must(await openBallotPage(holder, id)).value)).election;
  return {
    ...{ hall, id, ask },
    makeKeys: async () => {
      const steps = numbers(size).map(async (index) => {
        const agreed = { size, threshold };
        const remember = async () => {};
        const confirmCode = async () => true;
        const step = await runCeremony(teller(index), device, id, memory(index), { agreed, confirmCode, remember });
        if (step.kind !== 'done') throw new Error(step.kind);
        memories.set(index, step.memory);
      });
      await Promise.all(steps);
    },
    openRehearsal: async (announced) => {
      for (const index of numbers(size)) must(await openRehearsal(teller(index), device, id, memory(index), announced));
    },
    confirmSetup: async () => {
      for (const index of numbers(size)) {
        must(await confirmSetupOfSession(teller(index), device, id, { seed: memory(index).seed }));
      }
    },
    castByPhone: async (paper, marks) => {
      const ballot = createBallot(device.group, await election(), credentialOf(paper), marks, device.random);
      must(await castUntilAcknowledged(holder, device, id, ballot, createRecastKey(device.random)));
    },
    keySheet: async (paper, marks) => {
      const keyed = { credential: credentialOf(paper), marks, invalidReason: null };
      must(await castKeyedSheet(teller(1), device, id, await election(), keyed));
    },
    sign: async (...tellers) => {
      const { session } = await hall.state(id);
      const proposed = session.decisions.find(({ status }) => status === 'proposed');
      for (const index of tellers) await ask('POST', `/decisions/${proposed?.id}/signature`, hall.teller(index));
    },
    openTotals: async (announced, ...tellers) => {
      const remember = async () => {};
      for (const index of tellers)
        must(await openTotals(teller(index), device, id, memory(index), { announced, remember }));
    },
  };
}
