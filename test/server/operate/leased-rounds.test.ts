import { expect, test } from 'vitest';
import { type LeasedRounds, leasedRounds } from '../../../src/server/operate/leased-rounds.ts';
import { newStore } from '../../support/service/new-store.ts';
import { keep } from '../../support/service/stores.ts';

const minute = 60_000;

/** Two nodes on one store, with a clock that only the test moves. */
function twoNodes(round: (node: string) => Promise<void>) {
  const store = keep(newStore());
  let passed = 0;
  const told: string[] = [];
  const time = { clock: () => new Date(Date.parse('2026-12-01T01:00:00Z') + passed), monotonic: () => passed };
  const nodeOf = (node: string): LeasedRounds =>
    leasedRounds(
      { store, ...time, node },
      { name: 'reminders', every: 15 * minute, failed: `${node} failed`, round: () => round(node) },
      { error: (_entry, message) => told.push(message) },
    );
  const [one, another] = [nodeOf('one'), nodeOf('another')];
  /** Looks once a minute on these nodes. */
  const pass = async (minutes: number, ...nodes: readonly LeasedRounds[]) => {
    for (let at = 0; at < minutes; at += 1) {
      passed += minute;
      for (const each of nodes) await each.look();
    }
  };
  return { store, one, another, pass, told };
}

test('work that goes by time is done by one node, once in each of its rounds', async () => {
  const done: string[] = [];
  const { one, another, pass } = twoNodes(async (node) => void done.push(node));
  await pass(46, one, another);
  expect(done).toEqual(['one', 'one', 'one', 'one']);
});

test('when a node dies another takes its work over within minutes; one that stops hands it over at once', async () => {
  const done: string[] = [];
  const { one, another, pass } = twoNodes(async (node) => void done.push(node));
  await pass(1, one, another);
  await pass(4, another);
  expect(done).toEqual(['one', 'another']);
  await another.stop();
  await pass(15, one);
  expect(done).toEqual(['one', 'another', 'one']);
});

test('a round that takes longer than the lease keeps it, and none begins beside it', async () => {
  const { promise: end, resolve: finish } = Promise.withResolvers<void>();
  const begun: string[] = [];
  const { one, another, pass } = twoNodes((node) => {
    begun.push(node);
    return end;
  });
  await pass(40, one, another);
  expect(begun).toEqual(['one']);
  finish();
  await pass(10, one, another);
  expect(begun).toEqual(['one', 'one']);
});

test('a round that fails is told, and tried again', async () => {
  const { one, pass, told } = twoNodes(() => Promise.reject(new Error('the mail server is not there')));
  await pass(31, one);
  await one.stop();
  expect(told).toEqual(['one failed', 'one failed', 'one failed']);
});

test('while the store does not answer no node takes a lease, and each goes on afterwards', async () => {
  const done: string[] = [];
  const { store, one, pass, told } = twoNodes(async (node) => void done.push(node));
  const { take } = store.leases;
  Object.assign(store.leases, { take: () => Promise.reject(new Error('away')) });
  await pass(2, one);
  expect([done, told]).toEqual([[], ['one failed', 'one failed']]);
  Object.assign(store.leases, { take });
  await pass(1, one);
  expect(done).toEqual(['one']);
});
