import type { Config } from 'drizzle-kit';

export const config: Config = {
  dialect: 'sqlite',
  schema: './src/server/store/sqlite/*-schema.ts',
  out: './migrations/sqlite',
};

// The one default export of the project: drizzle-kit reads it.
export default config;
