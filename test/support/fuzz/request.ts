import type { InjectOptions } from 'fastify';
import { isBytes, type Operation } from '../../../src/contract/operation.ts';
import { withSharedStrings, withSheet } from '../build/hostile-files.ts';
import type { Dice } from './dice.ts';
import { type Schema, type Sources, valueFor } from './from-schema.ts';
import { flip, hostileText, hostileValue, type Json, mutated } from './hostile.ts';

/** An operation beside what the API description says of it. */
export interface Described {
  readonly declared: Operation;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
  readonly body: Schema | undefined;
}

/** A request that this operation may get: a right one, one with something wrong in it, or hardly a request at all. */
export function requestFor(sources: Sources, described: Described, headers: Readonly<Record<string, string>>) {
  const { dice } = sources;
  const { declared, parameters } = described;
  const at = (place: string) => parameters.filter((one) => one.in === place);
  const value = ({ name, schema }: { name: string; schema: Schema }) =>
    dice.oneIn(20) ? hostileText(dice) : String(valueFor(sources, schema, name));
  const ofPath = new Map(at('path').map((one) => [one.name, value(one)]));
  const path = declared.path.replace(/:(\w+)/g, (_, name) => encoded(ofPath.get(name) ?? ''));
  const query = at('query').flatMap((one) => (dice.oneIn(3) ? [] : [`${one.name}=${encoded(value(one))}`]));
  if (dice.oneIn(20)) query.push(dice.pick(['unknown=1', 'a[]=1', '__proto__=1', '%', '&&==', ...query]));
  const sent: InjectOptions = {
    method: declared.method,
    url: query.length === 0 ? path : `${path}?${query.join('&')}`,
    headers: { ...headers, ...ownHeaders(sources, at('header')) },
  };
  return { ...sent, ...bodyFor(sources, described, sent.headers ?? {}) };
}

/** What an address cannot carry, a half of a pair of surrogates, is sent as its replacement. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

function ownHeaders(sources: Sources, parameters: Described['parameters']): Record<string, string> {
  const { dice } = sources;
  const usual = parameters.map(({ name, schema }) => [name, String(valueFor(sources, schema, name))]);
  const odd = [
    ['accept-language', dice.pick(['en', 'vi;q=0.1', ';;q=x', 'x'.repeat(2_000)])],
    ['if-match', dice.pick(['*', '"1"', 'x'])],
    ['cookie', dice.pick(['phieu=x', ';;=;', `phieu=${'a'.repeat(3_000)}`])],
    ['range', 'bytes=0-'],
  ].filter(() => dice.oneIn(40));
  return Object.fromEntries([...usual, ...odd].map(([name, text]) => [name, asHeader(String(text))]));
}

/** Header values are Latin letters; a client could not send others. */
function asHeader(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?');
}

function bodyFor(sources: Sources, { declared, body }: Described, headers: object): Partial<InjectOptions> {
  const { dice } = sources;
  if (declared.body === undefined) return dice.oneIn(20) ? json(headers, JSON.stringify(hostileValue(dice))) : {};
  if (isBytes(declared.body)) return file(dice, declared.body.types, headers);
  if (dice.oneIn(20)) return oddBody(dice, headers);
  let value = valueFor(sources, body ?? {});
  for (let changes = dice.pick([0, 0, 1, 1, 2]); changes > 0; changes--) value = mutated(dice, value);
  return json(headers, JSON.stringify(value));
}

function json(headers: object, payload: string | Uint8Array): Partial<InjectOptions> {
  return { headers: { ...headers, 'content-type': 'application/json' }, payload: Buffer.from(payload) };
}

function oddBody(dice: Dice, headers: object): Partial<InjectOptions> {
  switch (dice.upTo(6)) {
    case 0:
      return json(headers, dice.pick(['', '{', '[', 'nul', '{"a":1,"a":2}', '"\\u', '{"a":1}x', '\ufeff{}']));
    case 1:
      return json(headers, '['.repeat(1 + dice.upTo(20_000)));
    case 2:
      return json(headers, dice.bytes(dice.upTo(200)));
    case 3:
      return json(headers, Uint8Array.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]));
    case 4:
      return {
        headers: { ...headers, 'content-type': dice.pick(['text/plain', 'x', 'multipart/form-data']) },
        payload: 'a',
      };
    default:
      return json(headers, JSON.stringify('x'.repeat(300_000)));
  }
}

const csv = 'STT;Họ và tên;Chức vụ;Cấp ủy;Mã\n1;Nguyễn Thị Ý;Bí thư;Chi bộ 1;001\n2;=1+1;;;\n';

function file(dice: Dice, types: readonly string[], headers: object): Partial<InjectOptions> {
  const cell = JSON.stringify(hostileValue(dice)).slice(0, 500).replace(/[<&]/g, '');
  const content = dice.pick<() => Uint8Array>([
    () => Buffer.from(csv),
    () =>
      Buffer.from(
        JSON.stringify(
          mutated(
            dice,
            csv.split('\n').map((line): Json => line.split(';')),
          ),
        ),
      ),
    () => Buffer.from(`${csv}${hostileText(dice)};${hostileText(dice)}\n`),
    () => dice.bytes(dice.upTo(2_000)),
    () => withSheet(`<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${cell}</t></is></c></row></sheetData>`),
    () => withSharedStrings('<si><t>Họ và tên</t></si>', '<sheetData><row><c t="s"><v>0</v></c></row></sheetData>'),
    () => Buffer.from('%PDF-1.7\nx'),
    () => new Uint8Array(0),
  ])();
  const flipped = dice.oneIn(3) ? flip(dice, content) : content;
  return { headers: { ...headers, 'content-type': dice.pick(types) }, payload: Buffer.from(flipped) };
}
