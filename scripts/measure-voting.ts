import { buildPages, isBuilt } from '../src/cli/build-pages.ts';
import { launchBrowser, watchedPage } from '../test/support/browser/browser.ts';
import { aVotingHall } from '../test/support/browser/voting-hall.ts';
import { markSubjects } from '../test/support/browser/voting-scenes.ts';

/** The voting page on a simulated slow phone: 4× CPU slow-down, 400 kB/s, 150 ms round trip; medians in milliseconds. */
const runs = 5;
const sizes = [15, 48] as const;

interface Times {
  readonly usable: number;
  readonly sealed: number;
  readonly answered: number;
}

if (!isBuilt()) await buildPages();
const browser = await launchBrowser();
for (const subjects of sizes) {
  const times: Times[] = [];
  for (let run = 0; run < runs; run += 1) times.push(await voteOnce(subjects));
  const median = (pick: (of: Times) => number) => times.map(pick).sort((a, b) => a - b)[runs >> 1] ?? 0;
  console.log(`${subjects} subjects, medians of ${runs}`);
  console.log(`  usable after            ${median(({ usable }) => usable).toFixed(0)} ms`);
  // The browser slows down the page's own thread only; for the worker we reckon.
  console.log(`  sealing in the worker   ${median(({ sealed }) => 4 * sealed).toFixed(0)} ms (4 × measured)`);
  console.log(`  answer to the button    ${median(({ answered }) => answered).toFixed(0)} ms`);
}
await browser.close();

async function voteOnce(subjects: number): Promise<Times> {
  const hall = await aVotingHall({ subjects, voters: 60, sheets: 2 });
  try {
    await hall.open();
    const { page } = await watchedPage(browser, { viewport: { width: 360, height: 740 } });
    const phone = await page.context().newCDPSession(page);
    await phone.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await phone.send('Network.emulateNetworkConditions', {
      ...{ offline: false, latency: 150, downloadThroughput: 400_000, uploadThroughput: 400_000 },
    });
    await page.addInitScript(measure);
    const begun = performance.now();
    await page.goto(hall.link(0));
    await page.getByText('Hòm phiếu đã mở').waitFor();
    const usable = performance.now() - begun;
    await markSubjects(page, ['Tín nhiệm cao', 'Tín nhiệm', 'Tín nhiệm thấp']);
    await page.getByRole('button', { name: 'Xem lại phiếu' }).click();
    await page.waitForFunction(() => Reflect.has(globalThis, 'sealedIn'));
    await page.getByRole('button', { name: 'Bỏ phiếu vào hòm' }).click();
    await page.getByRole('heading', { level: 1, name: 'Phiếu đã ở trong hòm' }).waitFor();
    const inPage = (name: string) => page.evaluate((key) => Number(Reflect.get(globalThis, key)), name);
    const measured = { usable, sealed: await inPage('sealedIn'), answered: await inPage('answeredIn') };
    await page.context().close();
    return measured;
  } finally {
    await hall.close();
  }
}

/** Runs in the page: how long the worker takes for a ballot, and the page from the last button to its next screen. */
function measure(): void {
  const { Worker: Plain } = globalThis;
  globalThis.Worker = class extends Plain {
    override postMessage(message: { kind: string }): void {
      const begun = performance.now();
      if (message.kind === 'seal') {
        this.addEventListener('message', () => Reflect.set(globalThis, 'sealedIn', performance.now() - begun));
      }
      super.postMessage(message);
    }
  };
  const watchPress = ({ target }: MouseEvent) => {
    if (!(target instanceof Element && target.classList.contains('cast-button'))) return;
    const begun = performance.now();
    const look = () => {
      if (document.querySelector('.cast-button') !== null) return requestAnimationFrame(look);
      return Reflect.set(globalThis, 'answeredIn', performance.now() - begun);
    };
    requestAnimationFrame(look);
  };
  document.addEventListener('click', watchPress, true);
}
