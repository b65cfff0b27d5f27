import { readFileSync, writeFileSync } from 'node:fs';
import { settingsTable } from '../src/server/start/settings.ts';

/** Writes the table of settings into the guide anew, after a change of `settings.ts`. */
const path = new URL('../docs/operation.md', import.meta.url);
const guide = readFileSync(path, 'utf8');
writeFileSync(
  path,
  guide.replace(/(?<=## Settings\n\n.*\n\n)(?:\|.*\n)*/, () => `${settingsTable()}\n`),
);
