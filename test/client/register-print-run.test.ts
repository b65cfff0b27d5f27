import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../src/client/new-id.ts';
import { makePapers } from '../../src/client/office.ts';
import { registerPrintRun } from '../../src/client/register-print-run.ts';
import { repeatableRandom } from '../support/build/recorded-random.ts';
import { aDevice, connectionTo } from '../support/service/connections.ts';
import { aHall, anIssued, type Hall } from '../support/service/hall.ts';

let hall: Hall;
beforeAll(async () => {
  hall = await aHall();
});
afterAll(() => hall.service.app.close());

test('a registration whose answer was lost is answered with its own print run, not another office’s of its size', async () => {
  const id = await anIssued(hall);
  const device = aDevice(repeatableRandom(31));
  const { body: data } = await hall.at(id, 'GET', '/print-data', hall.office);
  const halves = (count: number) => makePapers(device, data, count).map(({ publicCredential }) => publicCredential);
  const [own, others] = [halves(3), halves(3)];
  const made = { id: newId(device.random), publicCredentials: own };
  let lost = 0;
  const lose = (path: string) => path === 'print-runs' && lost++ === 0;
  const connection = connectionTo(hall.service, hall.office, { lose });
  // The other office prints as many in between.
  const wait = async () => {
    expect((await hall.at(id, 'POST', '/print-runs', hall.chair, { credentials: others })).status).toBe(201);
  };
  const registered = await registerPrintRun(connection, { ...device, wait }, id, made);
  if (!registered.ok) throw new Error(registered.refusal);
  const { papers, session } = await hall.state(id);
  expect(papers.get(own[0] ?? '')?.printRunId).toBe(registered.value.id);
  expect(session.printRuns.map(({ size }) => size)).toEqual([3, 3]);
  // Under the same id other sheets are another print run, which it cannot be.
  const sent = (credentials: readonly string[]) =>
    hall.at(id, 'POST', '/print-runs', hall.office, { id: made.id, credentials });
  expect((await sent(own)).body).toEqual(registered.value);
  expect((await sent(own.slice(1))).body.code).toBe('id-in-use');
  expect((await sent([...own, ...halves(1)])).body.code).toBe('id-in-use');
});
