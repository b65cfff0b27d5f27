import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Poller, poll } from '../../src/web/shared/fetch/poll.ts';

let looks: number;
let answer: number | undefined;
let poller: Poller;
const look = async () => {
  looks += 1;
  return answer;
};
const see = (state: DocumentVisibilityState) => {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
};
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  looks = 0;
  answer = 1000;
});
afterEach(() => {
  poller.stop();
  Reflect.deleteProperty(document, 'visibilityState');
  vi.useRealTimers();
});

describe('a page that asks again and again', () => {
  test('asks at once, then after the pause that the answer asks for', async () => {
    poller = poll(look);
    await pass(0);
    expect(looks).toBe(1);
    answer = 5000;
    await pass(1000);
    expect(looks).toBe(2);
    await pass(4999);
    expect(looks).toBe(2);
    await pass(1);
    expect(looks).toBe(3);
  });

  test('waits before the first time where the page has asked already', async () => {
    poller = poll(look, { first: 2000 });
    await pass(1999);
    expect(looks).toBe(0);
    await pass(1);
    expect(looks).toBe(1);
  });

  test('asks less and less often while nothing can be seen, and as often as before after that', async () => {
    answer = undefined;
    poller = poll(look);
    const pauses = [4000, 8000, 16_000, 30_000, 30_000];
    await pass(0);
    for (const [at, pause] of pauses.entries()) {
      await pass(pause - 1);
      expect(looks).toBe(at + 1);
      if (at === pauses.length - 1) answer = 1000;
      await pass(1);
      expect(looks).toBe(at + 2);
    }
    await pass(1000);
    expect(looks).toBe(pauses.length + 2);
    answer = undefined;
    await pass(1000);
    await pass(4000);
    expect(looks).toBe(pauses.length + 4);
  });

  test('does not ask while the page is hidden, and at once when it is seen again', async () => {
    poller = poll(look);
    await pass(0);
    see('hidden');
    await pass(60_000);
    expect(looks).toBe(1);
    see('visible');
    await pass(0);
    expect(looks).toBe(2);
    await pass(1000);
    expect(looks).toBe(3);
  });

  test('goes on while hidden where the page does something by itself', async () => {
    poller = poll(look, { whileHidden: true });
    see('hidden');
    await pass(3000);
    expect(looks).toBe(4);
  });

  test('asks at once when the network is back', async () => {
    answer = 60_000;
    poller = poll(look);
    await pass(0);
    window.dispatchEvent(new Event('online'));
    await pass(0);
    expect(looks).toBe(2);
  });

  test('never asks twice at the same time, and no more once it is stopped', async () => {
    let end: (pause: number) => void = () => {};
    poller = poll(() => {
      looks += 1;
      return new Promise((resolve) => {
        end = resolve;
      });
    });
    const waiting = [poller.now(), poller.now()];
    window.dispatchEvent(new Event('online'));
    expect(looks).toBe(1);
    poller.stop();
    end(10);
    await Promise.all(waiting);
    await poller.now();
    await pass(60_000);
    expect(looks).toBe(1);
  });

  test('goes on after an error, which is not hidden', async () => {
    const heard = vi.fn((event: PromiseRejectionEvent) => event.preventDefault());
    window.addEventListener('unhandledrejection', heard);
    poller = poll(
      async () => {
        looks += 1;
        if (looks === 1) throw new Error('a bug');
        return 1000;
      },
      { first: 1 },
    );
    await expect(poller.now()).rejects.toThrow('a bug');
    await pass(4000);
    expect(looks).toBe(2);
    window.removeEventListener('unhandledrejection', heard);
  });
});
