import { type AddressInfo, connect, createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { linkKeysIn } from '../../../src/server/store/link-keys.ts';
import { postgresStore } from '../../../src/server/store/postgres.ts';
import { newPostgresDatabase } from '../../support/service/new-postgres-store.ts';
import { keep, newFolder } from '../../support/service/stores.ts';

/** A way to the server that is cut whenever somebody wants to begin a transaction on it, for as long as it is bad. */
async function wayTo(url: string) {
  const { hostname, port } = new URL(url);
  let isBad = false;
  const way = createServer((near) => {
    const far = connect(Number(port), hostname);
    const cut = () => {
      near.destroy();
      far.destroy();
    };
    near.on('data', (bytes) => (isBad && bytes.includes('BEGIN') ? cut() : far.write(bytes)));
    far.on('data', (bytes) => near.write(bytes));
    for (const end of [near, far]) end.on('close', cut).on('error', cut);
  });
  await new Promise<void>((resolve) => way.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void way.close());
  const along = new URL(url);
  along.port = String((way.address() as AddressInfo).port);
  return {
    url: along.href,
    bad: (is: boolean) => {
      isBad = is;
    },
  };
}

test('a connection that breaks where a transaction begins is not missing afterwards, however many do', async () => {
  const way = await wayTo(await newPostgresDatabase());
  const store = keep(await postgresStore(way.url, linkKeysIn(newFolder())));
  const note = () => store.audit.digest('2026-12-01T01:00:00.000Z');
  await note();
  way.bad(true);
  // More than a node has connections.
  for (let time = 0; time < 12; time++) await expect(note()).rejects.toThrow();
  way.bad(false);
  await note();
});
