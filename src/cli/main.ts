import { Command } from 'commander';
import { pagesCommand } from './build-pages.ts';
import { demoCommand } from './demo.ts';
import { demoDataCommand } from './demo-data.ts';
import { importCommand } from './import.ts';
import { openapiCommand } from './openapi.ts';
import { papersCommand } from './papers.ts';
import { permissionsCommand } from './permissions.ts';
import { recoverCommand } from './recover.ts';
import { serveCommand } from './serve.ts';
import { verifyCommand } from './verify.ts';
import { verifyAuditCommand } from './verify-audit.ts';

const program = new Command('phieu')
  .description('Phiếu tín nhiệm: sealed confidence votes for committees')
  .addCommand(serveCommand())
  .addCommand(pagesCommand())
  .addCommand(importCommand())
  .addCommand(papersCommand())
  .addCommand(verifyCommand())
  .addCommand(verifyAuditCommand())
  .addCommand(demoCommand())
  .addCommand(demoDataCommand())
  .addCommand(openapiCommand())
  .addCommand(permissionsCommand())
  .addCommand(recoverCommand());

await program.parseAsync();
