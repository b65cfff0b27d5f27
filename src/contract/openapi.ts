import * as z from 'zod/mini';
import { problemDocument, problemMediaType } from './kit/problem.ts';
import { type EventsKind, isBytes, isEvents, type Operation } from './operation.ts';
import { describedPath } from './permissions.ts';
import { commonRefusals, type RefusalCode, refusals } from './refusals.ts';

type Json = { [key: string]: unknown };

/** The description of the HTTP API, OpenAPI 3.1, from the declared operations alone. */
export function openApi(operations: readonly Operation[]): Json {
  const components: Json = {};
  const paths: { [path: string]: Json } = {};
  for (const declared of operations) {
    const path = describedPath(declared.path);
    paths[path] = { ...paths[path], [declared.method.toLowerCase()]: describeOperation(declared, components) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Phiếu tín nhiệm',
      version: '1',
      description:
        'Lấy phiếu tín nhiệm kín. Sealed confidence votes of committees. Refusals are problem+json (RFC 9457) with a stable `code`. A list from which rows are missing because they cannot be read has the header `Unreadable-Rows` with their number.',
    },
    tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: components,
      securitySchemes: {
        cookie: {
          type: 'apiKey',
          in: 'cookie',
          name: 'phieu',
          description:
            'Set by signing in; `__Host-phieu` over TLS. Where the address has a port it follows: `phieu-3000`.',
        },
        bearer: { type: 'http', scheme: 'bearer' },
        readKey: { type: 'apiKey', in: 'header', name: 'X-Read-Key' },
      },
    },
  };
}

function describeOperation(declared: Operation, components: Json): Json {
  const { id, summary, tag, access, body } = declared;
  return {
    operationId: id,
    tags: [tag],
    summary: summary.en,
    description: `${summary.vi}.\n\nOpen to any of: ${access.join(', ')}.`,
    'x-access': access,
    security: securityOf(declared),
    parameters: parametersOf(declared, components),
    ...(body ? { requestBody: { required: true, content: contentOf(body, 'input', components) } } : {}),
    responses: { ...successes(declared, components), ...failures(declared, components) },
  };
}

function securityOf({ access }: Operation): Json[] {
  if (access.includes('anyone')) return [];
  return [{ cookie: [] }, { bearer: [] }, ...(access.includes('read-key') ? [{ readKey: [] }] : [])];
}

function parametersOf({ params, query, headers }: Operation, components: Json): Json[] {
  const places = [
    ['path', params],
    ['query', query],
    ['header', headers],
  ] as const;
  return places.flatMap(([place, fields]) =>
    Object.entries(fields?.shape ?? {}).map(([name, schema]) => ({
      name,
      in: place,
      required: !z.safeParse(schema, undefined).success,
      schema: schemaOf(schema, 'input', components),
    })),
  );
}

function successes({ replies }: Operation, components: Json): Json {
  const described = Object.entries(replies).map(([status, shape]) => {
    const content = status === '204' ? {} : { content: contentOf(shape, 'output', components) };
    return [status, { description: 'Done', ...content }] as const;
  });
  return Object.fromEntries(described);
}

function failures({ refusals: own }: Operation, components: Json): Json {
  const codes: readonly RefusalCode[] = [...own, ...commonRefusals];
  const schema = schemaOf(problemDocument, 'output', components);
  const described = [...Map.groupBy(codes, (code) => refusals[code].status)].map(([status, same]) => {
    const description = same.map((code) => `\`${code}\`: ${refusals[code].sentence.en}`).join('\n\n');
    return [status, { description, content: { [problemMediaType]: { schema } } }] as const;
  });
  return Object.fromEntries(described);
}

function contentOf(shape: Operation['body'] | EventsKind, io: 'input' | 'output', components: Json): Json {
  if (shape === undefined) return {};
  // Of an endless answer the description can only say what each event's data is.
  if (isEvents(shape)) return { 'text/event-stream': { schema: schemaOf(shape.data, io, components) } };
  if (isBytes(shape)) return Object.fromEntries(shape.types.map((type) => [type, {}]));
  return { 'application/json': { schema: schemaOf(shape, io, components) } };
}

/** Schemas with an id (`meta`) become components; everything else stands where it is used. */
function schemaOf(schema: z.core.$ZodType, io: 'input' | 'output', components: Json): Json {
  const suffix = io === 'input' ? 'Input' : '';
  const { $schema, $defs, ...inline } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json;
  const refer = (part: Json): Json =>
    JSON.parse(JSON.stringify(part), (key, value) =>
      key === '$ref' && typeof value === 'string'
        ? value.replace(/^#\/\$defs\/(.*)$/, `#/components/schemas/$1${suffix}`)
        : value,
    );
  const keep = (name: string, part: Json) => {
    const { id, ...rest } = part;
    components[name + suffix] = refer(rest);
  };
  for (const [name, part] of Object.entries(($defs ?? {}) as { [name: string]: Json })) keep(name, part);
  const id = z.globalRegistry.get(schema)?.id;
  if (id === undefined) return refer(inline);
  // A schema that is used inside itself or with others stands among the definitions already.
  if ($defs === undefined || !(id in ($defs as object))) keep(id, inline);
  return { $ref: `#/components/schemas/${id}${suffix}` };
}
