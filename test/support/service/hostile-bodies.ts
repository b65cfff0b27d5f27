import { randomBytes, randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { isBytes, type Operation } from '../../../src/contract/operation.ts';
import {
  alternatives,
  isArray,
  isObject,
  isText,
  longestText,
  mostElements,
} from '../../../src/server/http/longest.ts';

type Schema = z.core.$ZodType;

/** A way of being hostile: the JSON of a body for an operation, about so many bytes long. */
export type HostileBody = (declared: Operation, size: number) => string;

/** One value in every field that the operation has, whatever it is there for. */
function everywhere(make: (size: number) => string): HostileBody {
  return ({ body }, size) => {
    const fields =
      body === undefined || isBytes(body)
        ? []
        : alternatives(body)
            .filter(isObject)
            .flatMap(({ shape }) => Object.keys(shape));
    const names = fields.length === 0 ? ['name'] : [...new Set(fields)];
    const [hostile = '', ...others] = names.map(
      (name, at) => `${JSON.stringify(name)}:${at === 0 ? make(size) : make(40)}`,
    );
    return `{${[hostile, ...others].join(',')}}`;
  };
}

/** Texts that are slow to compose, to trim, to compare, or that are none. */
export const hostileTexts: Readonly<Record<string, (size: number) => string>> = {
  'marks on one letter': (size) => `a${'\u0323\u0301'.repeat(size / 4)}`,
  'decomposed letters': (size) => 'Nguye\u0302\u0303n '.repeat(size / 11),
  blanks: (size) => `a${' '.repeat(size)}a`,
  'unseen characters': (size) => `a${'\u200b'.repeat(size / 3)}a`,
  digits: (size) => '1'.repeat(size),
  quotes: (size) => '"'.repeat(size / 2),
};

const text = (part: string) => (size: number) => JSON.stringify(part.repeat(Math.ceil(size / Buffer.byteLength(part))));

/** What has stopped a service, or could: each is about an input that grows and nothing else. */
export const hostileBodies: Readonly<Record<string, HostileBody>> = {
  ...Object.fromEntries(
    Object.entries(hostileTexts).map(([kind, make]) => [kind, everywhere((size) => JSON.stringify(make(size)))]),
  ),
  'marks, escaped': everywhere((size) => `"a${'\\u0323\\u0301'.repeat(size / 12)}"`),
  'many marks on each letter': everywhere(text(`a${'\u0323\u0301'.repeat(14)}`)),
  'half characters': everywhere((size) => text('\ud800')(size / 2)),
  'a long number': everywhere((size) => `1${'0'.repeat(size)}`),
  'a long fraction': everywhere((size) => `0.${'1'.repeat(size)}e-9999`),
  'unknown fields': (_declared, size) => fields(size, 'f', '1'),
  'one long name of a field': (_declared, size) => `{"${'n'.repeat(size)}":1}`,
  'names with marks': (_declared, size) => fields(size, 'a\u0323\u0301\u0323\u0301', '1'),
  'numbers as names': (_declared, size) => fields(size, '', '1', 7919),
  'the same field again': (_declared, size) => `{${'"a":1,'.repeat(size / 6)}"a":1}`,
  'lists in lists': (_declared, size) => '['.repeat(size / 2) + ']'.repeat(size / 2),
  'objects in objects': (_declared, size) => `${'{"a":'.repeat(size / 6)}1${'}'.repeat(size / 6)}`,
  'lists in lists, in every field': everywhere((size) => '['.repeat(size / 2) + ']'.repeat(size / 2)),
  'a long list': everywhere((size) => `[${'1,'.repeat(size / 2)}1]`),
  'a list of nothing': everywhere((size) => `[${'{},'.repeat(size / 3)}{}]`),
  'a list of lists': everywhere((size) => `[${'[],'.repeat(size / 3)}[]]`),
  'no JSON, after a long time': (_declared, size) => `{"a":[${'1,'.repeat(size / 2)}`,
  'lists as full as they may be': (declared, size) => filled(declared, size, false),
  'full lists of wrong values': (declared, size) => filled(declared, size, true),
};

/** Bytes for an operation that takes a file, as many as it takes. */
export const hostileFiles: Readonly<Record<string, (size: number) => Uint8Array>> = {
  noise: (size) => randomBytes(size),
  nothing: (size) => new Uint8Array(size),
  'a table of commas': (size) => Buffer.alloc(size, ','),
  'a table of lines': (size) => Buffer.alloc(size, 'a,b\n'),
  'an archive of beginnings': (size) => Buffer.alloc(size, 'PK\u0003\u0004', 'latin1'),
  'a document of ends': (size) => Buffer.alloc(size, '%PDF-1.7\n%%EOF\n'),
};

function fields(size: number, name: string, value: string, step = 1): string {
  const all: string[] = [];
  for (let length = 0, at = 1; length < size; at += step) {
    const field = `"${name}${at}":${value}`;
    all.push(field);
    length += Buffer.byteLength(field) + 1;
  }
  return `{${all.join(',')}}`;
}

/** Of the right shape, its lists as long as the size allows; `spoilt`: every element has something wrong. */
function filled({ body }: Operation, size: number, spoilt: boolean): string {
  if (body === undefined || isBytes(body)) return '{}';
  const [schema] = alternatives(body);
  if (schema === undefined) return '{}';
  let room = size;
  const make = (one: Schema): unknown => {
    // The last alternative of a union is mostly its largest.
    const own = alternatives(one).at(-1) as Schema;
    if (isObject(own))
      return Object.fromEntries(Object.entries(own.shape).map(([key, field]) => [key, make(field as Schema)]));
    if (isArray(own)) return list(own);
    return spoilt ? -1.5 : plainValue(own, size / 16);
  };
  const list = (array: z.core.$ZodArray) => {
    const all: unknown[] = [];
    const most = Math.min(mostElements(array) ?? size, size);
    while (room > 0 && all.length < most) {
      const element = make(array._zod.def.element);
      room -= JSON.stringify(element).length;
      all.push(element);
    }
    return all;
  };
  return JSON.stringify(make(schema));
}

const longText = 'Nguyễn Thị Ngọc Ánh '.repeat(25_000);

/** A value that a schema takes, as long as it may be. */
function plainValue(schema: Schema, longest: number): unknown {
  const { def, bag } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'literal') return def.values[0];
  if (def.type === 'enum') return Object.values(def.entries)[0];
  if (def.type === 'number') return Math.max(Number(bag['minimum'] ?? 1), Math.min(Number(bag['maximum'] ?? 1), 1));
  if (def.type === 'boolean') return true;
  if (!isText(schema)) return null;
  const forms = [
    randomUUID(),
    '2026-12-01',
    randomBytes(32).toString('hex'),
    randomBytes(16).toString('hex'),
    'ABCD-EF01',
  ];
  const form = forms.find((one) => z.safeParse(schema, one).success && longestText(schema) === 100);
  return form ?? longText.slice(0, Math.min(longest, longestText(schema) ?? longest)).trim();
}
