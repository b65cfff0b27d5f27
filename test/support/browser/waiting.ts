/**
 * What tests ask of a page.
 *
 * A page follows what is done on it a moment later, on a busy machine seconds later. A count, a text or a state that is
 * read once tells what was there by chance; so tests, and the scenes that they play, say what they expect and wait for
 * it here. `test/waiting.grit` refuses the rest (`npm run check`):
 *
 * | instead of                                  | write                                                    |
 * |---------------------------------------------|----------------------------------------------------------|
 * | `expect(await rows.count()).toBe(3)`         | `await expectCount(rows, 3)`                             |
 * | … `.toBe(0)`, after it was there            | `await expectGone(rows)`                                 |
 * | … `.toBe(0)`, as it never comes             | `await expectAbsent(rows, { beside: page.getByText(…) })` |
 * | `.textContent()`, `.allTextContents()`      | `await expectText(line, …)`, `await expectTexts(lines, […])` |
 * | `.inputValue()`, `.isDisabled()`            | `await expectValue(field, …)`, `await expectDisabled(button)` |
 * | `.getAttribute(…)`, `page.url()`            | `await expectAttribute(link, 'href', …)`, `await expectAddress(page, …)` |
 * | a text or attribute that the test goes on with | `textOf(tracker)`, `textsOf(words, 12)`, `attributeOf(link, 'href')` |
 * | `select.selectOption(…)`                     | `await choose(select, 'Thư ký')`: once the option is there |
 * | a click on the button, a click on its namesake | `await confirm(button)`; `const question = await ask(button)` |
 * | what no locator reads                       | `await expect.poll(() => …)`                             |
 */
import { isDeepStrictEqual } from 'node:util';
import type { Locator, Page } from 'playwright-core';
import { patience } from '../patience.ts';

const pauseMilliseconds = 50;

type Text = string | RegExp;

/** Reads until what was read fits; what was read last, and what went wrong last, is in the error. */
async function eventually<Value>(
  wanted: string,
  read: () => Promise<Value>,
  fits: (value: Value) => boolean,
): Promise<Value> {
  const deadline = performance.now() + patience;
  for (;;) {
    // A page that is being left can be read by nobody; the next one can.
    const seen = await read().then(
      (value) => ({ value, said: JSON.stringify(value) }),
      (error: unknown) => ({ value: undefined, said: String(error) }),
    );
    if (seen.value !== undefined && fits(seen.value)) return seen.value;
    if (performance.now() > deadline) throw new Error(`waited for ${wanted}, but there was ${seen.said}`);
    await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds));
  }
}

const inOneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
const readTexts = async (locator: Locator) => (await locator.allTextContents()).map(inOneLine);
const isText = (text: string, wanted: Text) => (typeof wanted === 'string' ? text === wanted : wanted.test(text));
const t = (wanted: Text | readonly Text[]) => (Array.isArray(wanted) ? wanted.map(String).join(' | ') : `${wanted}`);

/** Of what is or comes; for nothing there is `expectGone` and `expectAbsent`. */
export async function expectCount(locator: Locator, count: number): Promise<void> {
  if (count === 0) throw new Error('nothing is there before anything is: use expectGone or expectAbsent');
  await eventually(
    `${count} of ${locator}`,
    () => locator.count(),
    (seen) => seen === count,
  );
}

/** Of what was there, and goes away by what the test did. */
export async function expectGone(locator: Locator): Promise<void> {
  await eventually(
    `no ${locator}`,
    () => locator.count(),
    (count) => count === 0,
  );
}

/** Of what never comes: not there once that is beside which it would stand. */
export async function expectAbsent(locator: Locator, { beside }: { readonly beside: Locator }): Promise<void> {
  await beside.first().waitFor();
  const count = await locator.count();
  if (count > 0) throw new Error(`there should be no ${locator}, but there are ${count}`);
}

/** The whole text of one element, or a piece of it by an expression; runs of white space are one space. */
export function expectText(locator: Locator, text: Text): Promise<void> {
  return expectTexts(locator, [text]);
}

/** The texts of all elements, in order; as `expectText`. */
export async function expectTexts(locator: Locator, texts: readonly Text[]): Promise<void> {
  await eventually(
    `${t(texts)} in ${locator}`,
    () => readTexts(locator),
    (seen) => seen.length === texts.length && texts.every((text, at) => isText(seen[at] ?? '', text)),
  );
}

/** What stands in a field, as it would be sent. */
export async function expectValue(field: Locator, value: string): Promise<void> {
  await eventually(
    `"${value}" in ${field}`,
    () => field.evaluateAll((all) => all.map((one) => 'value' in one && one.value)),
    (seen) => isDeepStrictEqual(seen, [value]),
  );
}

/** A button or field that is there and cannot be used. */
export async function expectDisabled(locator: Locator): Promise<void> {
  await eventually(
    `${locator} to be disabled`,
    () => locator.evaluateAll((all) => all.map((one) => one.matches(':disabled'))),
    (seen) => isDeepStrictEqual(seen, [true]),
  );
}

export async function expectAttribute(locator: Locator, name: string, value: Text): Promise<void> {
  await eventually(
    `${name}="${value}" on ${locator}`,
    () => locator.evaluateAll((all, key) => all.map((one) => one.getAttribute(key)), name),
    (seen) => seen.length === 1 && isText(seen[0] ?? '', value),
  );
}

/** The whole address, or a piece of it by an expression. */
export async function expectAddress(page: Page, address: Text): Promise<void> {
  await eventually(
    `the address ${address}`,
    async () => page.url(),
    (url) => isText(url, address),
  );
}

/** The text of one element once it has any; runs of white space are one space. */
export async function textOf(locator: Locator): Promise<string> {
  const [text = ''] = await eventually(
    `a text in ${locator}`,
    () => readTexts(locator),
    (seen) => seen.length === 1 && seen[0] !== '',
  );
  return text;
}

/** The texts of so many elements, in order, once they are there. */
export async function textsOf(locator: Locator, count: number): Promise<readonly string[]> {
  await expectCount(locator, count);
  return readTexts(locator);
}

/** An attribute of one element once it has it. */
export async function attributeOf(locator: Locator, name: string): Promise<string> {
  const [value] = await eventually(
    `${name} of ${locator}`,
    () => locator.evaluateAll((all, key) => all.map((one) => one.getAttribute(key)), name),
    (seen) => seen.length === 1 && typeof seen[0] === 'string',
  );
  return value ?? '';
}

/** Chooses the one option of this text as soon as it is offered: lists of choices come from the service. */
export async function choose(select: Locator, option: Text): Promise<void> {
  const label = await textOf(select.locator('option').and(select.getByText(option, { exact: true })));
  await select.selectOption({ label });
}

/** Presses a button that asks before it acts. Answer inside the question that comes back. */
export async function ask(button: Locator, within: Page | Locator = button.page()): Promise<Locator> {
  await button.click();
  const question = within.locator('fieldset.asking');
  await question.waitFor();
  return question;
}

/** Presses a button that asks before it acts, and answers yes: by the button's own words, or by those given. */
export async function confirm(button: Locator, yes?: string): Promise<void> {
  const words = yes ?? (await textOf(button));
  const question = await ask(button);
  await question.getByRole('button', { name: words, exact: true }).click();
}
