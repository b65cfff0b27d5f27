import type { Page } from 'playwright-core';

/**
 * Takes away what the language and its library got since the oldest phones that are served, and WebAssembly, which they
 * do not allow under our Content-Security-Policy. Once in each page and worker: what a script adds later stays.
 */
const lacking = `
  if (!globalThis.isOldPhone) {
    globalThis.isOldPhone = true;
    for (const owner of [Array.prototype, String.prototype, Object.getPrototypeOf(Uint8Array.prototype)]) delete owner.at;
    for (const name of ['findLast', 'findLastIndex', 'toSorted', 'toReversed', 'with', 'group']) delete Array.prototype[name];
    for (const name of ['toWellFormed', 'isWellFormed', 'replaceAll']) delete String.prototype[name];
    for (const name of ['toHex', 'toBase64', 'setFromHex']) delete Uint8Array.prototype[name];
    delete Uint8Array.fromHex; delete Uint8Array.fromBase64;
    delete Object.hasOwn; delete Object.groupBy; delete Promise.any; delete Promise.withResolvers;
    delete globalThis.structuredClone; delete globalThis.AggregateError; delete globalThis.WeakRef;
    delete globalThis.WebAssembly;
    if (globalThis.crypto) for (const name of ['randomUUID', 'subtle']) delete Object.getPrototypeOf(crypto)[name];
  }
`;

/** Only our own scripts, workers' too, get the old phone's library: the browser's tools need the new one. */
export async function makeOld(page: Page): Promise<void> {
  await page.context().route('**/assets/*.js', async (route) => {
    const answer = await route.fetch({ maxRetries: 3 });
    await route.fulfill({ response: answer, body: `${lacking}\n${await answer.text()}` });
  });
}
