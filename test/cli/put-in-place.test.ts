import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { inTemporaryFolder } from '../support/service/temporary-folder.ts';

const run = promisify(execFile);
const program = new URL('../../src/cli/put-in-place.ts', import.meta.url).href;
const [times, files] = [15, 40];

/** Puts a folder of its own in place again and again, every file of it bearing its name. */
const script = `
  import { mkdirSync, writeFileSync } from 'node:fs';
  import { putInPlace } from ${JSON.stringify(program)};
  const [folder, name] = process.argv.slice(-2);
  for (let time = 0; time < ${times}; time += 1) {
    const fresh = folder + '/fresh-' + name;
    mkdirSync(fresh + '/assets', { recursive: true });
    for (let file = 0; file < ${files}; file += 1) writeFileSync(fresh + '/assets/' + file, name);
    putInPlace(fresh, folder + '/web');
  }
`;

test('programs that build at one moment leave the whole of one build, and nothing of another', async () =>
  inTemporaryFolder(async (folder) => {
    const build = (name: string) => run(process.execPath, ['--input-type=module', '-e', script, folder, name]);
    await Promise.all([build('one'), build('other'), build('third')]);
    expect(readdirSync(folder)).toEqual(['web']);
    const built = readdirSync(join(folder, 'web/assets'));
    expect(built).toHaveLength(files);
    expect(new Set(built.map((name) => readFileSync(join(folder, 'web/assets', name), 'utf8'))).size).toBe(1);
  }));
