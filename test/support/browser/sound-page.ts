import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Rules whose answer colours can change; all others say the same in the dark. */
const ofColours = ['color-contrast', 'link-in-text-block'];

/** What axe finds; evaluated through the debugger, which the Content-Security-Policy does not concern. */
async function audit(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  return page.evaluate(async (only) => {
    const { axe: auditor } = globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
    const runOnly: Pick<RunOptions, 'runOnly'> = only ? { runOnly: { type: 'rule', values: [...only] } } : {};
    const { violations } = await auditor.run({ resultTypes: ['violations'], ...runOnly });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  }, rules);
}

async function widestAt(page: Page, width: number, textSize: number): Promise<number> {
  await page.setViewportSize({ width, height: 600 });
  await page.evaluate((size) => document.documentElement.setAttribute('data-text-size', String(size)), textSize);
  return page.evaluate(() => document.documentElement.scrollWidth);
}

/**
 * What is wrong with a page as it stands: axe in light and dark, and anything wider than a narrow screen at any size of
 * the type. Leaves the page as it was.
 */
export async function findFaults(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const [colorScheme, rules] of [['light'], ['dark', ofColours]] as const) {
    await page.emulateMedia({ colorScheme });
    faults.push(...(await audit(page, rules)).map((problem) => `${colorScheme}: ${problem}`));
  }
  const size = page.viewportSize();
  for (const [width, textSize] of [
    [320, 100],
    [320, 150],
    [640, 150],
  ] as const) {
    const widest = await widestAt(page, width, textSize);
    if (widest > width) faults.push(`${widest} px wide on ${width} px at ${textSize} %`);
  }
  await page.evaluate(() => document.documentElement.setAttribute('data-text-size', '100'));
  await page.emulateMedia({ colorScheme: 'light' });
  if (size !== null) await page.setViewportSize(size);
  return faults;
}
