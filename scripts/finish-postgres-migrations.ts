import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * What drizzle-kit cannot be told, put into the migrations that it has written: every text is compared byte by byte, as
 * SQLite does, whatever locale the database was made with; and tables are named without a schema, so that they lie where
 * the connection looks. May be run again over what is done.
 */
const folder = fileURLToPath(new URL('../migrations/postgres', import.meta.url));

for (const name of readdirSync(folder).filter((file) => file.endsWith('.sql'))) {
  const path = `${folder}/${name}`;
  const written = readFileSync(path, 'utf8');
  const finished = written
    .replaceAll(/^(\t"[a-z_]+" text)(?! COLLATE)/gm, '$1 COLLATE "C"')
    .replaceAll(/(ADD COLUMN "[a-z_]+" text)(?! COLLATE)/g, '$1 COLLATE "C"')
    .replaceAll('"public".', '');
  if (finished !== written) writeFileSync(path, finished);
}
