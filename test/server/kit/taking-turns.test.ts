import { expect, test } from 'vitest';
import { takingTurns } from '../../../src/server/kit/taking-turns.ts';

function work() {
  const done = Promise.withResolvers<string>();
  const begun: string[] = [];
  return { done, begun, begin: (name: string) => () => done.promise.then(() => begun.push(name)) };
}

test('work on one thing is done in turn, and work on another does not wait for it', async () => {
  const turns = takingTurns(5);
  const order: string[] = [];
  const first = Promise.withResolvers<void>();
  const one = turns.take('paper', async () => {
    await first.promise;
    order.push('first');
  });
  const two = turns.take('paper', async () => order.push('second'));
  await turns.take('other paper', async () => order.push('other'));
  first.resolve();
  await Promise.all([one, two]);
  expect(order).toEqual(['other', 'first', 'second']);
});

test('only so many wait; afterwards there is room again', async () => {
  const turns = takingTurns(2);
  const { done, begin, begun } = work();
  const waiting = ['one', 'two', 'three'].map((name) => turns.take('paper', begin(name)));
  expect(turns.take('paper', begin('four'))).toBeUndefined();
  done.resolve('now');
  await Promise.all(waiting);
  expect(begun).toEqual(['one', 'two', 'three']);
  await turns.take('paper', begin('five'));
  expect(begun).toContain('five');
});

test('a failure is told to whoever took the turn and to nobody behind', async () => {
  const turns = takingTurns(2);
  const fails = turns.take('paper', () => Promise.reject(new Error('the disk is full')));
  const next = turns.take('paper', async () => 'done');
  await expect(fails).rejects.toThrow('the disk is full');
  expect(await next).toBe('done');
});
