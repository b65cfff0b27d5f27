import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What can happen to a worker of a page. */
export const workerFaults = ['cannot be loaded', 'throws', 'dies'] as const;
export type WorkerFault = (typeof workerFaults)[number];

const onCall = { throws: `throw new Error('broken by the test')`, dies: 'self.close()' };

/** The worker's own program, which breaks when it is asked for something, also by another worker. */
function breaking(program: string, does: string): string {
  return `${program}
    const take = self.onmessage;
    const post = self.postMessage.bind(self);
    const ready = new Promise((resolve) => {
      self.postMessage = (message, transfer) => {
        post(message, transfer);
        if (message.kind === 'ready') resolve();
      };
    });
    self.onmessage = (event) => {
      if (event.data.kind === 'call' || event.data.kind === 'port') ready.then(() => setTimeout(() => { ${does}; }));
      else take(event);
    };`;
}

/**
 * From now on no worker of this name does what it is asked.
 * @param name of its source, as `seal.worker`
 * @returns how many were started since, and what heals those to come
 */
export async function breakWorkers(
  page: Page,
  name: string,
  fault: WorkerFault,
): Promise<{ started(): number; heal(): Promise<void> }> {
  const address = `**/assets/${name}-*.js`;
  let started = 0;
  await page.route(address, async (route) => {
    started += 1;
    if (fault === 'cannot be loaded') return route.abort();
    const response = await route.fetch();
    return route.fulfill({ response, body: breaking(await response.text(), onCall[fault]) });
  });
  return { started: () => started, heal: () => page.unroute(address) };
}

/**
 * From its next load on as over plain http, and in browsers without locks: the page is not told that a worker has died.
 * Its clock is the test's.
 */
export async function hideDeaths(page: Page): Promise<void> {
  await page.clock.install();
  await page.addInitScript(() => Object.defineProperty(navigator, 'locks', { value: undefined }));
}

/** Lets the page's clock run until it says so. */
export async function expectInTime(page: Page, words: string): Promise<void> {
  const whatIsSaid = async () => {
    await page.clock.fastForward(15_000);
    return page.evaluate(() => document.body.textContent);
  };
  await expect.poll(whatIsSaid).toContain(words);
}
