import { Command } from 'commander';
import { operations } from '../contract/operations.ts';
import { type Permission, permissionTable, relationWords } from '../contract/permissions.ts';
import { languageOption, type Say, type Spoken, speaker } from './language.ts';

export function permissionsCommand(): Command {
  return new Command('permissions')
    .description('print the table of permissions: who may do what, of which committee')
    .option('--json', 'rows with method, path as in the API description, operation, who', false)
    .addOption(languageOption())
    .action(run);
}

function run({ json, lang }: { readonly json: boolean; readonly lang: Spoken }): void {
  const table = permissionTable(operations);
  console.log(json ? JSON.stringify(table, null, 2) : readable(table, speaker(lang)));
}

/** One paragraph each: address, what it does, who may. */
function readable(table: readonly Permission[], say: Say): string {
  const who = (row: Permission) => row.who.map((relation) => `    · ${say(relationWords[relation])}`).join('\n');
  return table
    .map((row) => `${row.method.padEnd(6)} ${row.path}  (${row.operation})\n  ${say(row.what)}\n${who(row)}`)
    .join('\n\n');
}
