import { fileURLToPath } from 'node:url';

/** The database's file in the data folder. */
export const databaseName = 'phieu.sqlite';

export const migrationsFolder = fileURLToPath(new URL('../../../../migrations/sqlite', import.meta.url));
