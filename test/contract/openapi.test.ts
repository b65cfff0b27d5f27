import { expect, test } from 'vitest';
import { openApi } from '../../src/contract/openapi.ts';
import { operations } from '../../src/contract/operations.ts';

type Described = {
  components: { schemas: Record<string, object> };
  paths: Record<string, Record<string, { operationId: string; parameters: { in: string; name: string }[] }>>;
};

const description = openApi(operations) as unknown as Described;

test('the description has every operation, each with the parameters of its path', () => {
  for (const { id, method, path, access } of operations) {
    const address = path.replace(/:(\w+)/g, '{$1}');
    const described = description.paths[address]?.[method.toLowerCase()];
    expect(described).toMatchObject({ operationId: id, 'x-access': access });
    const named = described?.parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
    expect(named).toEqual([...path.matchAll(/:(\w+)/g)].map((match) => match[1]));
  }
});

test('every reference leads to a schema that is there', () => {
  const text = JSON.stringify(description);
  const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map((match) => match[1] ?? '');
  expect(references).toContain('Problem');
  expect(text).not.toMatch(/"\$ref":"#\/\$defs/);
  for (const name of references) expect(description).toHaveProperty(['components', 'schemas', name]);
});

test('every schema says what it holds, and none is only a reference to itself', () => {
  for (const [name, schema] of Object.entries(description.components.schemas)) {
    expect(Object.keys(schema), name).not.toEqual(['$ref']);
  }
  expect(description.components.schemas.Problem).toMatchObject({ type: 'object', properties: { code: {} } });
});
