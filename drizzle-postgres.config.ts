import type { Config } from 'drizzle-kit';

export const config: Config = {
  dialect: 'postgresql',
  schema: './src/server/store/postgres/*-schema.ts',
  out: './migrations/postgres',
};

// The other default export of the project: drizzle-kit reads it.
export default config;
