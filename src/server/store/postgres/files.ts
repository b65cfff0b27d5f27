import { fileURLToPath } from 'node:url';

export const migrationsFolder = fileURLToPath(new URL('../../../../migrations/postgres', import.meta.url));
