import { type Dice, textsMatching } from './dice.ts';
import { hostileText, type Json } from './hostile.ts';

/** As the API description writes it; what it has beside this is not looked at. */
export interface Schema {
  readonly $ref?: string;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly const?: Json;
  readonly enum?: readonly Json[];
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly format?: string;
}

/** What was seen in answers, by the name of the field in which it stood. */
export type Seen = ReadonlyMap<string, readonly Json[]>;

export interface Sources {
  readonly dice: Dice;
  readonly components: Readonly<Record<string, Schema>>;
  readonly seen: Seen;
}

const words = ['Hội trường', 'Nguyễn Thị Ý', 'Lấy phiếu tín nhiệm', 'x', '1', 'Ủy viên Ban Thường vụ', 'H’Hen Niê'];
const days = ['2026-12-01', '2026-11-30', '2025-07-01', '2030-01-01', '1990-05-19'];

/** A value of this schema as a program that read the description would send it; real ids where some were seen. */
export function valueFor(sources: Sources, schema: Schema, name = '', depth = 0): Json {
  const { dice, components, seen } = sources;
  const known = (seen.get(name) ?? []).filter((value) => isOfType(value, schema));
  if (known.length > 0 && !dice.oneIn(6)) return structuredClone(dice.pick(known));
  if (schema.$ref !== undefined) return valueFor(sources, referred(components, schema.$ref), name, depth);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return dice.pick(schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return valueFor(sources, dice.pick(choices), name, depth);
  switch (schema.type) {
    case 'object':
      return objectOf(sources, schema, depth);
    case 'array':
      return arrayOf(sources, schema, name, depth);
    case 'string':
      return textOf(sources, schema, name);
    case 'integer':
    case 'number':
      return numberOf(dice, schema);
    case 'boolean':
      return dice.oneIn(2);
    case 'null':
      return null;
    default:
      return hostileText(dice);
  }
}

/** Whether a value that was seen under this name can stand here at all. */
function isOfType(value: Json, { type, properties }: Schema): boolean {
  switch (type) {
    case 'string':
    case 'boolean':
      return typeof value === type;
    case 'integer':
    case 'number':
      return typeof value === 'number';
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && Object.keys(properties ?? {}).some((key) => key in value);
    default:
      return type === undefined;
  }
}

function referred(components: Sources['components'], reference: string): Schema {
  const found = components[reference.split('/').at(-1) ?? ''];
  if (found === undefined) throw new Error(`the API description has no ${reference}`);
  return found;
}

function objectOf(sources: Sources, schema: Schema, depth: number): Json {
  const { dice } = sources;
  const made: { [key: string]: Json } = {};
  for (const [key, part] of Object.entries(schema.properties ?? {})) {
    if (schema.required?.includes(key) || (depth < 6 && !dice.oneIn(3)))
      made[key] = valueFor(sources, part, key, depth + 1);
  }
  if (typeof schema.additionalProperties === 'object') {
    for (const key of ['a', '1'].slice(dice.upTo(3)))
      made[key] = valueFor(sources, schema.additionalProperties, key, depth + 1);
  }
  return made;
}

function arrayOf(
  sources: Sources,
  { items = {}, minItems = 0, maxItems = 3 }: Schema,
  name: string,
  depth: number,
): Json {
  const length = Math.max(minItems, sources.dice.upTo(Math.min(maxItems, depth < 6 ? 3 : 0) + 1));
  // A list of things is named by their plural.
  return Array.from({ length }, () => valueFor(sources, items, name.replace(/s$/, ''), depth + 1));
}

function textOf({ dice, seen }: Sources, schema: Schema, name: string): string {
  const { pattern, format, minLength = 0, maxLength = 200 } = schema;
  if (format === 'date') return dice.pick(days);
  if (format === 'date-time') return `${dice.pick(days)}T03:00:00.000Z`;
  const ids = (seen.get('id') ?? []).filter((id) => typeof id === 'string');
  if (format === 'uuid' || /Id$|^id$/.test(name)) {
    // A name that no answer has, `voterId` for example, is somebody's `id` there.
    const fitting = ids.filter((id) => pattern === undefined || new RegExp(pattern, 'u').test(id));
    if (fitting.length > 0) return dice.pick(fitting);
  }
  if (pattern !== undefined && !pattern.includes('Cc')) return dice.pick(textsMatching(pattern));
  return dice.pick(words).padEnd(minLength, 'ô').slice(0, maxLength);
}

function numberOf(dice: Dice, { type, minimum = 0, maximum = 1_000 }: Schema): number {
  const near = dice.pick([minimum, minimum + 1, Math.min(maximum, minimum + dice.upTo(20)), maximum]);
  return type === 'integer' ? Math.round(near) : near;
}
