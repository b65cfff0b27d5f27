/** A page of `src/web`: its folder, where the service serves it, and the most its first load may be, in bytes as gzip. */
export interface Page {
  readonly folder: string;
  readonly address: `/${string}`;
  readonly limit: number;
  /** Until its program runs, in the tab and as its heading; the service's name by default. */
  readonly title?: string;
  /** Beside those that all pages have, from its folder. */
  readonly styles?: readonly string[];
  /** What its first screen looks like; by default a page of the office. */
  readonly frame?: 'office' | 'projector' | 'vote';
  /** Built by itself, without a file that it shares with other pages: for those who open no other. */
  readonly isApart?: boolean;
  /** Beginnings of names of files that the page fetches only when somebody asks for what they do. */
  readonly later?: readonly string[];
  /** Of those that are large: the most that one may be with everything it fetches beside the page. */
  readonly laterLimits?: Readonly<Record<string, number>>;
}

/** Every built page: what the build, the server, the measuring of sizes and the test of sentences work from. */
export const pages: readonly Page[] = [
  { folder: 'home', address: '/', limit: 61_700, later: ['first-steps'] },
  { folder: 'setup', address: '/setup', limit: 36_300 },
  {
    folder: 'hall',
    address: '/hall',
    title: 'Kết nối trong hội trường',
    styles: ['./hall.css'],
    limit: 48_500,
    later: ['install-screen'],
  },
  {
    folder: 'console',
    address: '/console',
    title: 'Đợt lấy phiếu',
    styles: ['./console.css'],
    limit: 121_100,
    later: [
      'print.worker',
      'rehearse.worker',
      'decode.worker',
      'camera-view',
      'stub-input',
      'unused-screen',
      'list-form',
      'import-participants',
      'unopenable-screen',
      'phone-test',
      'dossiers-screen',
      'corrections-screen',
      'cancel-screen',
      'sheets-screen',
      'new-session',
      'papers-screen',
      'tellers-screen',
      'teller-picker',
      'test-sheet',
    ],
  },
  {
    folder: 'projector',
    address: '/projector',
    title: 'Màn hình hội trường',
    styles: ['./projector.css'],
    frame: 'projector',
    limit: 55_800,
  },
  {
    folder: 'teller',
    address: '/teller',
    styles: ['./teller.css'],
    limit: 169_200,
    later: ['verify.wasm.worker', 'decode.worker', 'camera-view'],
  },
  {
    folder: 'plans',
    address: '/plans',
    title: 'Kế hoạch',
    styles: ['./plans.css'],
    limit: 80_600,
    later: ['list-form', 'summoned-screen'],
  },
  {
    folder: 'half-term',
    address: '/half-term',
    title: 'Sơ kết giữa nhiệm kỳ',
    styles: ['../shared/half-term/review.css', './half-term.css'],
    limit: 67_500,
    later: ['list-form'],
  },
  {
    folder: 'results',
    address: '/results',
    styles: ['../shared/verify/verify.css', './results.css'],
    limit: 67_600,
    later: ['verify.wasm.worker'],
  },
  {
    folder: 'desk',
    address: '/desk',
    styles: ['./desk.css'],
    limit: 78_400,
    later: ['desk.worker', 'decode.worker', 'camera-view'],
  },
  {
    folder: 'accounts',
    address: '/accounts',
    title: 'Tài khoản',
    styles: ['./accounts.css'],
    limit: 77_100,
    later: ['slips.worker', 'welcome-page'],
  },
  {
    folder: 'province',
    address: '/province',
    title: 'Cấp ủy',
    styles: ['./province.css'],
    limit: 69_600,
    later: ['list-form', 'importing'],
  },
  {
    folder: 'vote',
    address: '/v',
    styles: ['../shared/half-term/review.css', './vote.css'],
    frame: 'vote',
    isApart: true,
    limit: 80_000,
    later: [
      'decode.worker',
      'camera-view',
      'receipt-tools',
      'half-term-screen',
      'check-tracker',
      'shared-device',
      'phone-test-screen',
      'document-screen',
    ],
    laterLimits: { 'document-screen': 560_000 },
  },
];

/** The page that is one file, served to be kept: it checks a record without this service. */
export const verifierAddress = '/phieu-verify.html';
export const verifierLimit = 62_600;
