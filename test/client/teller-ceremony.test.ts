import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type CeremonyStep, runCeremony, takeCeremonyStep } from '../../src/client/teller/ceremony.ts';
import { memoryOfSeed, newTellerMemory, type TellerMemory } from '../../src/client/teller/memory.ts';
import { sessionId } from '../../src/domain/session/session.ts';
import { createCertificate } from '../../src/protocol/ceremony/certificate.ts';
import { createSeed } from '../../src/protocol/ceremony/trustee-keys.ts';
import { sodiumGroup } from '../../src/server/arithmetic/sodium-group.ts';
import { repeatableRandom } from '../support/build/recorded-random.ts';
import { aDevice, connectionTo, type OnTheWay } from '../support/service/connections.ts';
import { aVoteService, type VoteService } from '../support/service/vote-service.ts';

const agreed = { size: 3, threshold: 2 };
const device = aDevice(repeatableRandom(61));
let made: VoteService;
let id = sessionId.parse('Dw5xMuS7nSTvZXabcdefgh');

beforeEach(async () => {
  made = await aVoteService({ change: { ceremony: null } });
  id = made.vote.state.session.id;
  const started = await made.post('ceremony', made.chair);
  expect(started.status).toBe(201);
});
afterEach(() => made.service.app.close());

interface Person {
  readonly index: number;
  readonly memory: TellerMemory;
  readonly onTheWay?: OnTheWay;
  readonly confirm?: (code: string) => boolean;
}

/** The same in every test: the code over their certificates, which is slow by intention, is then made once. */
const seeds = [1, 2, 3].map(() => newTellerMemory(device.random).seed);
const person = (index: number, more: Partial<Person> = {}): Person => ({
  ...{ index, memory: memoryOfSeed(seeds[index - 1] ?? '') },
  ...more,
});

function step({ index, memory, onTheWay, confirm = () => true }: Person): Promise<CeremonyStep> {
  const connection = connectionTo(made.service, made.teller(index), onTheWay);
  return takeCeremonyStep(connection, device, id, memory, {
    ...{ agreed, confirmCode: async (code: string) => confirm(code) },
    remember: async () => {},
  });
}

/** Everybody takes a step, until somebody does not go on; gives the last step of each. */
async function together(people: readonly Person[], rounds = 6): Promise<CeremonyStep[]> {
  let at = [...people];
  let steps: CeremonyStep[] = [];
  for (let round = 0; round < rounds; round++) {
    steps = [];
    for (const each of at) steps.push(await step(each));
    at = at.map((each, index) => ({ ...each, memory: steps[index]?.memory ?? each.memory }));
    if (steps.some(({ kind }) => kind === 'complained' || kind === 'failed')) break;
  }
  return steps;
}

const kinds = (steps: readonly CeremonyStep[]) => steps.map(({ kind }) => kind);

test('three programs make a key, and each finds its own in it', async () => {
  const codes: string[] = [];
  const confirm = (code: string) => codes.push(code) > 0;
  const steps = await together([1, 2, 3].map((index) => person(index, { confirm })));
  expect(kinds(steps)).toEqual(['done', 'done', 'done']);
  expect(new Set(codes).size).toBe(1);
});

test('programs that run by themselves wait for each other and come to the end', async () => {
  const done = await Promise.all(
    [1, 2, 3].map((index) => {
      const teller = { agreed, confirmCode: async () => true, remember: async () => {} };
      const wait = () => new Promise<void>((resolve) => setImmediate(resolve));
      const connection = connectionTo(made.service, made.teller(index));
      return runCeremony(connection, { ...device, wait }, id, person(index).memory, teller);
    }),
  );
  expect(kinds(done)).toEqual(['done', 'done', 'done']);
});

test('a phone that lost everything but the seed asks for the code again and goes on', async () => {
  const people = [1, 2, 3].map((index) => person(index));
  await together(people, 3);
  const asked: string[] = [];
  const again = people.map(({ index, memory }) =>
    person(index, { memory: memoryOfSeed(memory.seed), confirm: (code) => asked.push(code) > 0 }),
  );
  expect(kinds(await together(again))).toEqual(['done', 'done', 'done']);
  expect(asked).toHaveLength(3);
});

test('a program takes no step of another run, of a ceremony it cannot see, or for somebody who is no teller', async () => {
  const memory = newTellerMemory(device.random);
  const teller = { agreed, confirmCode: async () => true, remember: async () => {} };
  const take = (headers: Readonly<Record<string, string>>, onTheWay?: OnTheWay, run = 1) =>
    takeCeremonyStep(connectionTo(made.service, headers, onTheWay), device, id, memory, { ...teller, run });
  const before = await made.everything();
  const refused = (refusal: string) => ({ kind: 'refused', memory, refusal });
  expect(await take(made.teller(1), undefined, 2)).toEqual(refused('ceremony-other-run'));
  expect(await take(made.teller(1), { lose: () => true })).toEqual(refused('unreachable'));
  expect(await take(made.chair)).toEqual(refused('not-allowed'));
  expect(await made.everything()).toEqual(before);
  // A message that the service refuses: the ceremony was started again in between.
  const restarted: OnTheWay['lie'] = (path, body) => (path === 'ceremony' ? { ...body, run: 2 } : body);
  expect(await take(made.teller(1), { lie: restarted }, 2)).toEqual(refused('ceremony-other-run'));
});

test('a screen shows the code and nothing is sent until its teller has answered', async () => {
  const people = [1, 2, 3].map((index) => person(index));
  const memories = (await together(people, 1)).map(({ memory }) => memory);
  const before = await made.everything();
  const [memory = newTellerMemory(device.random)] = memories;
  const later = { agreed, confirmCode: async () => 'later' as const, remember: async () => {} };
  const asks = await takeCeremonyStep(connectionTo(made.service, made.teller(1)), device, id, memory, later);
  expect(asks).toMatchObject({ kind: 'asks', memory, code: expect.any(String) });
  expect(await made.everything()).toEqual(before);
  const confirmedCode = asks.kind === 'asks' ? asks.code : null;
  const goesOn = await takeCeremonyStep(
    connectionTo(made.service, made.teller(1)),
    device,
    id,
    { ...memory, confirmedCode },
    later,
  );
  expect(goesOn.kind).toBe('sent');
});

describe('a program stops the ceremony', () => {
  const reasonOf = (steps: readonly CeremonyStep[]) =>
    steps.flatMap((one) => (one.kind === 'complained' ? [one.flaw] : []));

  test('when the code read aloud is another', async () => {
    const steps = await together([person(1), person(2, { confirm: () => false }), person(3)]);
    expect(reasonOf(steps)).toEqual([{ against: null, reason: 'spoken-code-differs' }]);
    expect(kinds(steps)).toContain('failed');
  });

  test('when the server puts another certificate in the place of its own', async () => {
    const other = createCertificate(sodiumGroup, createSeed(device.random), agreed, 1, device.random);
    const lie: OnTheWay['lie'] = (path, body) =>
      path === 'ceremony' && body.certificates ? { ...body, certificates: body.certificates.with(0, other) } : body;
    expect(reasonOf(await together([person(1, { onTheWay: { lie } }), person(2), person(3)]))).toEqual([
      { against: null, reason: 'own-certificate' },
    ]);
  });

  test('when certificates are exchanged after the code was read, before anything is committed', async () => {
    const other = createCertificate(sodiumGroup, createSeed(device.random), agreed, 2, device.random);
    const lie: OnTheWay['lie'] = (path, body) =>
      path === 'ceremony' && body.round === 'commitments'
        ? { ...body, certificates: body.certificates.with(1, other) }
        : body;
    expect(reasonOf(await together([person(1, { onTheWay: { lie } }), person(2), person(3)]))).toEqual([
      { against: null, reason: 'spoken-code-differs' },
    ]);
  });

  test('when the server names another threshold than was agreed in the hall', async () => {
    const lie: OnTheWay['lie'] = (path, body) =>
      path === 'ceremony' ? { ...body, threshold: 1, certificates: body.certificates?.map(lowered) ?? null } : body;
    const lowered = (_text: string, at: number) =>
      createCertificate(sodiumGroup, createSeed(device.random), { size: 3, threshold: 1 }, at + 1, device.random);
    expect(reasonOf(await together([person(1, { onTheWay: { lie } }), person(2), person(3)]))).toEqual([
      { against: 1, reason: 'certificate-context' },
    ]);
  });

  test('even where the answer to its complaint is lost, and says that it was', async () => {
    const lost: OnTheWay = { lose: (path) => path === 'ceremony/complaint' };
    const steps = await together([person(1, { confirm: () => false, onTheWay: lost }), person(2), person(3)], 2);
    expect(steps[0]).toMatchObject({ kind: 'refused', refusal: 'unreachable' });
    expect((await made.state()).session.ceremony?.complaint).not.toBeNull();
  });

  test('when its own commitment came back altered, before it reveals anything', async () => {
    const lie: OnTheWay['lie'] = (path, body) =>
      path === 'ceremony' && body.commitments
        ? { ...body, commitments: body.commitments.with(0, 'a'.repeat(64)) }
        : body;
    expect(reasonOf(await together([person(1, { onTheWay: { lie } }), person(2), person(3)]))).toEqual([
      { against: null, reason: 'own-commitment' },
    ]);
  });

  test('when somebody’s revealed polynomial is not the committed one, and names whose', async () => {
    const lie: OnTheWay['lie'] = (path, body) => {
      if (path !== 'ceremony' || !body.polynomials) return body;
      return { ...body, polynomials: body.polynomials.with(1, body.polynomials[2]) };
    };
    const [flaw] = reasonOf(await together([person(1, { onTheWay: { lie } }), person(2), person(3)]));
    expect(flaw?.against).toBe(2);
  });

  test('when its key is not in what the ceremony gave', async () => {
    const steps = await together([1, 2, 3].map((index) => person(index)));
    expect(kinds(steps)).toEqual(['done', 'done', 'done']);
    const stranger = await step(person(1, { memory: newTellerMemory(device.random) }));
    expect(reasonOf([stranger])).toEqual([{ against: null, reason: 'not-a-trustee' }]);
  });
});
