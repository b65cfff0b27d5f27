/** What the files of each layer may know, besides their own layer. */
export const layers: ReadonlyMap<string, readonly string[]> = new Map([
  ['protocol', []],
  ['domain', ['protocol']],
  ['contract', ['protocol', 'domain']],
  ['print', ['protocol', 'domain']],
  ['client', ['protocol', 'domain', 'contract', 'print']],
  ['server', ['protocol', 'domain', 'contract', 'print']],
  ['web', ['protocol', 'domain', 'contract', 'print', 'client']],
  ['cli', ['protocol', 'domain', 'contract', 'print', 'client', 'server']],
]);

/** Rooms of the server that features share; every other folder of it is a feature. Checked by test/walls.test.ts. */
export const sharedRooms: readonly string[] = [
  ...['arithmetic', 'http', 'kit', 'lists', 'mail', 'meeting', 'operate', 'pages', 'record', 'roster', 'spreadsheets'],
  ...['start', 'store', 'workers'],
];
