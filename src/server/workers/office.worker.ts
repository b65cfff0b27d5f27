import type { OfficeHandlers } from './jobs.ts';
import { serveJobs } from './serve-jobs.ts';

// The entry of the office's threads. Spreadsheets, the database, PDF: each is read with the first job that needs it.
const handlers: OfficeHandlers = {
  exportProvince: async (input) => (await import('./office/province.ts')).exportProvince(input),
  importProvince: async (input) => (await import('./office/province.ts')).importProvince(input),
  previewProvince: async (input) => (await import('./office/province.ts')).previewProvince(input),
  judgeImports: async (input) => (await import('./office/imports.ts')).judgeImports(input),
  takeBackImport: async (input) => (await import('./office/imports.ts')).takeBackImport(input),
  previewRoster: async (input) => (await import('./office/lists.ts')).previewRoster(input),
  importRoster: async (input) => (await import('./office/lists.ts')).importRoster(input),
  previewDelegates: async (input) => (await import('./office/lists.ts')).previewDelegates(input),
  enterDelegates: async (input) => (await import('./office/lists.ts')).enterDelegates(input),
  previewParticipants: async (input) => (await import('./office/lists.ts')).previewParticipants(input),
  readTargetFile: async ({ file }) => (await import('../lists/read-list-file.ts')).readTargetFile(file),
  checkChain: async (input) => (await import('./office/check-chain.ts')).checkChain(input),
  writeRollUp: async (input) => (await import('./office/workbooks.ts')).writeRollUp(input),
  writeWorkbook: async (input) => (await import('./office/workbooks.ts')).writeWorkbook(input),
  writeTemplate: async (input) => (await import('./office/workbooks.ts')).writeTemplate(input),
  writeDocuments: async (input) => (await import('./office/papers.ts')).writeDocuments(input),
  writeMinutes: async (input) => (await import('./office/papers.ts')).writeMinutes(input),
  writeCancellationMinutes: async (input) => (await import('./office/papers.ts')).writeCancellationMinutes(input),
  writeUnopenableMinutes: async (input) => (await import('./office/papers.ts')).writeUnopenableMinutes(input),
  backUp: async (input) => (await import('./office/back-up.ts')).backUp(input),
};
serveJobs(handlers);
