import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { createSecureContext } from 'node:tls';
import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import { Client } from 'pg';
import QRCode from 'qrcode';
import sharp from 'sharp';
import { launchBrowser } from '../test/support/browser/browser.ts';
import { pdfPageCount, pdfText, renderPages } from '../test/support/pdf.ts';
import { readCodes } from '../test/support/pictures.ts';
import { makeCertificate } from '../test/support/service/certificate.ts';
import { startPostgres } from '../test/support/service/postgres-server.ts';
import { inTemporaryFolder } from '../test/support/service/temporary-folder.ts';

/**
 * Brings the programs that the tests drive for real. One is here when it does what the tests ask of it: something of
 * the same name may be another program, or one that does not start. What fails is installed from Debian's packages and
 * tried again; what still fails ends this with one sentence.
 */
interface TestProgram {
  readonly what: string;
  readonly debian: string;
  /** Rejects unless the program does what tests ask of it. */
  readonly probe: () => Promise<void>;
}

const programs: readonly TestProgram[] = [
  { what: 'a browser that draws a page (chromium)', debian: 'chromium', probe: drawPage },
  { what: 'a reader of PDF files (pdftoppm, pdftotext, pdfinfo)', debian: 'poppler-utils', probe: readPdf },
  { what: 'a reader of QR codes (zbarimg)', debian: 'zbar-tools', probe: readCode },
  { what: 'a maker of certificates (openssl)', debian: 'openssl', probe: certify },
  { what: 'a database server (PostgreSQL 15 to 18)', debian: 'postgresql', probe: keepInPostgres },
];

/** What only `npm run test:long` asks for, told by the argument `long`. */
const programsOfLongRun: readonly TestProgram[] = [
  { what: 'a spreadsheet program (soffice)', debian: 'libreoffice-calc', probe: saveWorkbook },
];

async function drawPage(): Promise<void> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 40, height: 40 } });
    await page.setContent('<script>document.documentElement.style.background = "rgb(0, 128, 255)"</script>');
    const { data } = await sharp(await page.screenshot())
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expectSame([...data.subarray(0, 3)], [0, 128, 255]);
  } finally {
    await browser.close();
  }
}

async function readPdf(): Promise<void> {
  const document = new PDFDocument({ size: [144, 144], margin: 20 });
  document.rect(72, 72, 72, 72).fill('black').fontSize(10).text('phieu', 20, 20);
  document.end();
  const pdf = await buffer(document);
  expectSame([await pdfPageCount(pdf), (await pdfText(pdf)).trim()], [1, 'phieu']);
  const [page = new Uint8Array()] = await renderPages(pdf, 72);
  const { data, info } = await sharp(page).greyscale().raw().toBuffer({ resolveWithObject: true });
  const shade = (x: number, y: number) => data[y * info.width + x];
  expectSame([info.width, info.height, shade(36, 108), shade(108, 108)], [144, 144, 255, 0]);
}

async function readCode(): Promise<void> {
  const picture = await QRCode.toBuffer('https://phieu.example/v#1', { type: 'png' });
  expectSame(await readCodes(picture), ['https://phieu.example/v#1']);
}

function certify(): Promise<void> {
  return inTemporaryFolder(async (folder) => {
    await makeCertificate(folder);
    const [cert, key] = await Promise.all(['cert.pem', 'key.pem'].map((name) => readFile(join(folder, name))));
    createSecureContext({ cert, key });
  });
}

async function keepInPostgres(): Promise<void> {
  const server = await startPostgres();
  const client = new Client({ connectionString: server.url('postgres') });
  try {
    await client.connect();
    const { rows } = await client.query('SELECT 1 + 1 AS two');
    expectSame(rows, [{ two: 2 }]);
  } finally {
    await client.end();
    server.stop();
  }
}

function saveWorkbook(): Promise<void> {
  return inTemporaryFolder(async (folder) => {
    await writeFile(join(folder, 'list.csv'), 'Tên');
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const options = [profile, '--headless', '--convert-to', 'xlsx', '--outdir', folder, join(folder, 'list.csv')];
    const { error, stderr } = spawnSync('soffice', options, { encoding: 'utf8' });
    if (error) throw error;
    const [first, second] = await readFile(join(folder, 'list.xlsx')).catch(() => {
      throw new Error(stderr.trim().split('\n').at(-1) ?? 'nothing was saved');
    });
    expectSame([first, second], [0x50, 0x4b]);
  });
}

function expectSame(found: unknown, wanted: unknown): void {
  const [one, other] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (one !== other) throw new Error(`gave ${one}, not ${other}`);
}

interface Missing extends TestProgram {
  readonly why: string;
}

async function findMissing(among: readonly TestProgram[]): Promise<readonly Missing[]> {
  const missing: Missing[] = [];
  for (const program of among) {
    await program.probe().catch((error: Error) => {
      const [first = ''] = error.message.split('\n');
      missing.push({ ...program, why: first });
    });
  }
  return missing;
}

/** What apt-get complained of. One source that does not answer need not keep the packages back: the next probe tells. */
function install(packages: readonly string[]): readonly string[] {
  console.log(`installing from Debian: ${packages.join(' ')}`);
  const options = ['-qq', '-o', 'Acquire::Retries=3', '-o', 'DPkg::Lock::Timeout=300'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Anew, if dpkg believes that a program is there which does not do its work.
  return [['update'], ['install', '--yes', '--reinstall', ...packages]].flatMap((step) => {
    const { error, status, stderr } = spawnSync('apt-get', [...options, ...step], { env, encoding: 'utf8' });
    if (error) return [`apt-get cannot be started (${error.message})`];
    return status === 0 ? [] : [`apt-get ${step[0]} said: ${stderr.trim().split('\n').at(-1)}`];
  });
}

async function bringPrograms(): Promise<boolean> {
  const whole = process.argv.includes('long') ? [...programs, ...programsOfLongRun] : programs;
  const wanted = process.argv.includes('postgres') ? whole.filter(({ debian }) => debian === 'postgresql') : whole;
  const missing = await findMissing(wanted);
  if (missing.length === 0) return true;
  const complaints = install(missing.map(({ debian }) => debian));
  const still = await findMissing(missing);
  if (still.length === 0) return true;
  const list = still.map(({ what, debian, why }) => `${what}, Debian's package ${debian} (${why})`).join('; ');
  console.error(`The tests need ${[list, ...new Set(complaints)].join('; ')}`);
  return false;
}

/** The auditors' program, which is not ours; its own script tries it, brings it and says what is wrong. */
function bringBelenios(): boolean {
  const script = fileURLToPath(new URL('fetch-belenios.sh', import.meta.url));
  return spawnSync('bash', [script], { stdio: 'inherit' }).status === 0;
}

const isForPostgres = process.argv.includes('postgres');
if (!(await bringPrograms()) || !(isForPostgres || bringBelenios())) process.exitCode = 1;
