import { hash } from 'node:crypto';

/**
 * Of a value as it is kept, the same whatever order its fields come in; a field that holds nothing counts as absent, so
 * that one which comes later changes no digest of earlier values.
 */
export function digest(value: object): string {
  return hash('sha256', JSON.stringify(canonical(value)), 'base64url').slice(0, 22);
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  const fields = Object.entries(value).filter(([, part]) => part !== null && part !== undefined);
  return fields.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, part]) => [name, canonical(part)]);
}

export function bytesDigest(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex');
}
