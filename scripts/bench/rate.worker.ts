import { Agent, get } from 'node:http';
import { parentPort } from 'node:worker_threads';
import type { RateTask } from './rate.ts';

/** Asks in a thread of its own, so that the server's is not shared with those who ask. */
const agent = new Agent({ keepAlive: true });

parentPort?.on('message', async ({ url, headers, requests, clients }: RateTask) => {
  let left = requests;
  const start = performance.now();
  const client = async () => {
    while (left-- > 0) await ask(url, headers);
  };
  await Promise.all(Array.from({ length: clients }, client));
  parentPort?.postMessage((1000 * requests) / (performance.now() - start));
});

function ask(url: string, headers: RateTask['headers']): Promise<void> {
  return new Promise((done, fail) => {
    get(url, { agent, headers }, (answer) => {
      if (answer.statusCode !== 200) fail(new Error(`${url}: ${answer.statusCode}`));
      answer.on('end', done).on('error', fail).resume();
    }).on('error', fail);
  });
}
