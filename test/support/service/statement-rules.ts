import { readFileSync } from 'node:fs';
import { Client } from 'pg';

/** Columns by which tables are laid over machines (docs/scale.md); null for those that are everywhere. */
export const places: ReadonlyMap<string, string | null> = new Map(
  [
    ...readFileSync(new URL('../../../docs/scale.md', import.meta.url), 'utf8').matchAll(
      /^\| `(\w+)` +\| (?:by `(\w+)`|reference) +\|/gm,
    ),
  ].map(([, table = '', column]) => [table, column ?? null]),
);

const locking = /\bfor\s+(?:no\s+key\s+)?update\b|\bfor\s+(?:key\s+)?share\b/i;

/** What no statement of this service may do, whatever it is about. */
const never: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['depends on the clock', /\b(?:now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday)\s*\(/i],
  ['depends on the clock', /\b(?:current_(?:timestamp|date|time)|localtime(?:stamp)?)\b/i],
  ['depends on chance', /\b(?:random|gen_random_uuid|uuid_generate_v\d\w*)\s*\(/i],
  ['counts by a sequence', /\b(?:nextval|setval|currval|lastval)\s*\(/i],
  ['notifies, which serialises every commit', /^\s*(?:notify|listen|unlisten)\b|\bpg_notify\s*\(/i],
  ['locks until the connection ends', /\bpg_(?:try_)?advisory_(?:lock|unlock)\w*\s*\(/i],
  ['locks a table', /^\s*lock\b/i],
  ['prepares under a name', /^\s*(?:prepare|execute|deallocate)\b/i],
  ['keeps something for the connection', /^\s*(?:declare|discard|reset|load)\b|\bset_config\s*\([^)]*false\s*\)/i],
  ['sets something for the connection', /^\s*set\s+(?!transaction\b|local\b|constraints\b)/i],
  ['makes a table for the connection', /\bcreate\s+(?:local\s+|global\s+)?temp(?:orary)?\b/i],
];

/** Why a statement may not be sent to a distributed database; undefined where it may. */
export function problemOf(text: string): string | undefined {
  for (const [what, pattern] of never) if (pattern.test(text)) return what;
  for (const [table, column] of places) {
    if (column === null) continue;
    const problem = problemAbout(text, table, column);
    if (problem !== undefined) return `${problem} of ${table}, which lies by ${column}`;
  }
  return undefined;
}

/** Of a table whose rows lie where one column says. */
function problemAbout(text: string, table: string, column: string): string | undefined {
  const name = `"?${table}"?`;
  const isAbout = (before: string) => new RegExp(`\\b${before}\\s+${name}(?![\\w"])`, 'i').test(text);
  const own = `(?<!\\w)(?:"?\\w+"?\\.)?"?${column}"?`;
  const isNamed = new RegExp(`${own}\\s*=\\s*(?:\\$\\d|\\(?\\s*select\\b|"?\\w+"?\\.)`, 'i').test(text);
  if (isAbout('update')) {
    if (!isNamed) return 'changes rows';
    const [, set = ''] =
      new RegExp(`\\bupdate\\s+${name}(?:\\s+as\\s+\\w+)?\\s+set\\s+(.*?)(?:\\bwhere\\b|$)`, 'is').exec(text) ?? [];
    if (new RegExp(`(?:^|,)\\s*"?${column}"?\\s*=`, 'i').test(set)) return 'moves rows';
  }
  if (isAbout('delete\\s+from') && !isNamed) return 'removes rows';
  if (locking.test(text) && (isAbout('from') || isAbout('join')) && !isNamed) return 'locks rows';
  return isAbout('insert\\s+into') ? problemOfInsert(text, name, column) : undefined;
}

function problemOfInsert(text: string, name: string, column: string): string | undefined {
  const [, columns = ''] = new RegExp(`\\binsert\\s+into\\s+${name}\\s*\\(([^)]*)\\)`, 'i').exec(text) ?? [];
  const isIn = (list: string) => list.split(',').some((one) => one.trim().replaceAll('"', '') === column);
  if (!isIn(columns)) return 'adds rows';
  const [, target, set = ''] =
    /\bon\s+conflict\s*(?:\(([^)]*)\))?\s*do\s+(?:nothing|update\s+set\s+(.*?)(?:\bwhere\b|\breturning\b|$))/is.exec(
      text,
    ) ?? [];
  if (target !== undefined && !isIn(target)) return 'compares rows';
  return new RegExp(`(?:^|,)\\s*"?${column}"?\\s*=`, 'i').test(set) ? 'moves rows' : undefined;
}

const sent = new Set<string>();

const others = new WeakSet<Client>();

/** A connection on which a test does what the service never does. */
export function isNoService(client: Client): void {
  others.add(client);
}

/** From now on every statement that this process sends is held to the rules, and one that breaks them is not sent. */
export function watchStatements(): void {
  const { query } = Client.prototype;
  Client.prototype.query = function checked(this: Client, ...parts: unknown[]) {
    const [first] = parts;
    const { text, name } =
      typeof first === 'object' && first !== null ? (first as { text?: unknown; name?: unknown }) : { text: first };
    if (typeof name === 'string') throw new Error(`a statement is prepared under the name ${name}`);
    if (typeof text === 'string' && !sent.has(text) && !others.has(this)) {
      const problem = problemOf(text);
      if (problem !== undefined) throw new Error(`a statement ${problem}: ${text}`);
      sent.add(text);
    }
    return Reflect.apply(query, this, parts);
  } as typeof query;
}
