import { Command } from 'commander';

/** Each reads its own files only: a service starts without what makes papers, and papers without the service. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./serve.ts')).serveCommand(),
  hall: async () => (await import('./hall.ts')).hallCommand(),
  pages: async () => (await import('./build-pages.ts')).pagesCommand(),
  'build-service': async () => (await import('./build-service.ts')).buildServiceCommand(),
  import: async () => (await import('./import.ts')).importCommand(),
  papers: async () => (await import('./papers.ts')).papersCommand(),
  verify: async () => (await import('./verify.ts')).verifyCommand(),
  'verify-audit': async () => (await import('./verify-audit.ts')).verifyAuditCommand(),
  demo: async () => (await import('./demo.ts')).demoCommand(),
  'demo-data': async () => (await import('./demo-data.ts')).demoDataCommand(),
  openapi: async () => (await import('./openapi.ts')).openapiCommand(),
  permissions: async () => (await import('./permissions.ts')).permissionsCommand(),
  backup: async () => (await import('./backup.ts')).backupCommand(),
  restore: async () => (await import('./restore.ts')).restoreCommand(),
  recover: async () => (await import('./recover.ts')).recoverCommand(),
};

const [wanted = ''] = process.argv.slice(2);
const program = new Command('phieu').description('Phiếu tín nhiệm: sealed confidence votes for committees');
// Without a command that is known, all are there to be listed.
const read = Object.hasOwn(commands, wanted) ? [wanted] : Object.keys(commands);
for (const name of read) {
  const command = await commands[name]?.();
  if (command !== undefined) program.addCommand(command);
}
await program.parseAsync();
