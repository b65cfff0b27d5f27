import type { OfficeHandlers } from './jobs.ts';
import { serveJobs } from './serve-jobs.ts';

// The entry of the office's threads. Spreadsheets, the database, PDF: each is read with the first job that needs it.
const handlers: OfficeHandlers = {
  exportProvince: async (input) => (await import('./office/province.ts')).exportProvince(input),
  importProvince: async (input) => (await import('./office/province.ts')).importProvince(input),
  previewProvince: async (input) => (await import('./office/province.ts')).previewProvince(input),
  judgeImports: async (input) => (await import('./office/imports.ts')).judgeImports(input),
  takeBackImport: async (input) => (await import('./office/imports.ts')).takeBackImport(input),
  readRosterFile: async (input) => (await import('../lists/read-list-file.ts')).readRosterFile(input),
  readParticipantFile: async (input) => (await import('../lists/read-list-file.ts')).readParticipantFile(input),
  readTargetFile: async ({ file }) => (await import('../lists/read-list-file.ts')).readTargetFile(file),
  writeRollUp: async (input) => (await import('./office/write-roll-up.ts')).writeRollUp(input),
  verifyRecord: async (input) => (await import('./hall/verify-record.ts')).verifyRecord(input),
};
serveJobs(handlers);
