import { Command } from 'commander';
import { openApi } from '../contract/openapi.ts';
import { operations } from '../contract/operations.ts';

export function openapiCommand(): Command {
  return new Command('openapi')
    .description('print the description of the HTTP API (OpenAPI 3.1)')
    .action(() => console.log(JSON.stringify(openApi(operations), null, 2)));
}
