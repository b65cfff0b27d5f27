import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');

/** Each says of a page what was there by chance. */
const refused = [
  `expect(await page.locator('tr').count()).toBe(3);`,
  `expect(await page\n  .locator('tr')\n  .count()).toBe(0);`,
  `expect(await rows.allTextContents()).toEqual(['a']);`,
  `expect((await rows.allInnerTexts()).slice(1)).toEqual(['a']);`,
  `expect(await row.textContent()).toMatch(/a/);`,
  `expect(await page.textContent('body')).toContain('a');`,
  `const said = await row.innerText();`,
  `for (const row of await rows.all()) await row.click();`,
  `expect(await button.isDisabled()).toBe(true);`,
  `if (await button.isVisible()) await button.click();`,
  `expect(await box.isChecked()).toBe(true);`,
  `expect(await field.inputValue()).toBe('4');`,
  `expect(await link.getAttribute('href')).toBe('/a');`,
  `const values = await fields.evaluateAll((all) => all.map((one) => one.value));`,
  `expect(await page.content()).not.toContain('a');`,
  `expect(page.url()).toBe('/v');`,
  `expect(new URL(page.url()).pathname).toBe('/v');`,
  `expect(await page.evaluate(() => document.title)).toBe('a');`,
  `await field.selectOption('qd-96-2023');`,
  `await field.selectOption({ index: 1 });`,
  `await page.waitForTimeout(500);`,
  `await page.getByRole('button', { name: 'A' }).click();\nawait page.getByRole('button', { name: 'A' }).click();`,
  `await button('A').click();\nexpect(await findFaults(page)).toEqual([]);\nawait button('A').click();`,
];

const taken = [
  `await expectCount(page.locator('tr'), 3);`,
  `await expectAbsent(page.locator('tr'), { beside: page.getByText('a') });`,
  `const said = await textOf(row);`,
  `await choose(field, 'Thư ký');`,
  `await expect.poll(() => page.evaluate(() => document.title)).toBe('a');`,
  `const id = new URL(page.url()).hash;`,
  `await Promise.all([page.waitForEvent('download'), button.click()]);`,
  `const question = await ask(button('A'));\nawait question.getByRole('button', { name: 'A' }).click();`,
  `await button('A').click();\nawait button('B').click();`,
];

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'waiting-'));
  const { overrides } = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'));
  const ours = overrides.filter(({ plugins = [] }: { plugins?: string[] }) => plugins.includes('./test/waiting.grit'));
  const settings = { root: true, overrides: ours, linter: { rules: { preset: 'none' } } };
  for (const room of ['web', 'acceptance', 'support', 'domain'])
    mkdirSync(join(folder, 'test', room), { recursive: true });
  writeFileSync(join(folder, 'biome.json'), JSON.stringify(settings));
  copyFileSync(join(root, 'test', 'waiting.grit'), join(folder, 'test', 'waiting.grit'));
  for (const [at, example] of refused.entries()) writeExample('web', `refused-${at}`, example);
  for (const [at, example] of taken.entries()) writeExample('web', `taken-${at}`, example);
  for (const room of ['acceptance', 'support', 'domain']) writeExample(room, 'elsewhere', refused[0] ?? '');
});
afterAll(() => rmSync(folder, { recursive: true }));

function writeExample(room: string, name: string, text: string): void {
  writeFileSync(join(folder, 'test', room, `${name}.ts`), `${text}\n`);
}

/** What Biome says of the folder, whatever it thinks of it. */
function lint(): Promise<string> {
  const options = ['lint', '--max-diagnostics=none', '--reporter=github', '.'];
  return new Promise((resolve) => {
    execFile(process.execPath, [biome, ...options], { cwd: folder }, (_, stdout, stderr) => resolve(stdout + stderr));
  });
}

test('in tests of pages nothing is read once, no option is chosen before it is there, no name is pressed twice', async () => {
  const said = await lint();
  const found = new Set([...said.matchAll(/test\/(\w+\/[\w-]+)\.ts,line=\d+/g)].map(([, name]) => name));
  const wanted = ['acceptance/elsewhere', 'support/elsewhere', ...refused.map((_, at) => `web/refused-${at}`)];
  expect([...found].sort(), said).toEqual(wanted.sort());
  expect(said).toContain('test/support/browser/waiting.ts');
});
