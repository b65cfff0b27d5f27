import { Command } from 'commander';
import { openapiCommand } from './openapi.ts';
import { serveCommand } from './serve.ts';

const program = new Command('phieu')
  .description('Phiếu tín nhiệm: sealed confidence votes for committees')
  .addCommand(serveCommand())
  .addCommand(openapiCommand());

await program.parseAsync();
