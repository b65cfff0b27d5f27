import type { Group, Point } from '../arithmetic/group.ts';
import { parseCanonical } from '../encoding/json.ts';
import { accepted, type Outcome, type Refused, refused } from '../outcome.ts';
import { checkParametersValue, type Parameters, type ParametersRefusal } from './ceremony-parameters.ts';
import { checkSingleTrusteeValue, type SingleTrusteeRefusal } from './single-trustee.ts';
import type { TrusteeKey } from './trustee-key.ts';

/** One item of an election's trustees: a single one, or a threshold group. */
export type TrusteeItem =
  | { readonly kind: 'Single'; readonly key: TrusteeKey }
  | { readonly kind: 'Pedersen'; readonly parameters: Parameters };

/** One who decrypts, numbered through the whole list. */
export interface Owner {
  /** From 1, through all items (PROTOCOL §5.3). */
  readonly owner: number;
  /** Which item, from 0. */
  readonly item: number;
  /** Position within the item, from 1: the x of its share. */
  readonly position: number;
  readonly key: TrusteeKey;
}

/** The trustees of an election, checked. */
export interface Trustees {
  readonly items: readonly TrusteeItem[];
  readonly owners: readonly Owner[];
  /** y: ballots are encrypted to it. */
  readonly electionKey: Point;
}

export type TrusteesRefusal = 'trustees-form' | ParametersRefusal | SingleTrusteeRefusal;

/** The trustees of an election with a single trustee, from its message. */
export function writeSingleTrustees(single: string): string {
  return `[["Single",${single}]]`;
}

/** The trustees of an election with one threshold group, from the parameters of its ceremony. */
export function writeThresholdTrustees(parameters: string): string {
  return `[["Pedersen",${parameters}]]`;
}

/** Checks every item (K1–K3, K5, K6, K10; proofs of single keys) and multiplies the election key together (V4). */
export function checkTrustees(group: Group, data: string | Uint8Array): Outcome<Trustees, TrusteesRefusal> {
  const list = parseCanonical(data);
  if (!Array.isArray(list) || list.length === 0) return refused('trustees-form');
  const items: TrusteeItem[] = [];
  const owners: Owner[] = [];
  let electionKey = group.neutral;
  for (const [position, value] of list.entries()) {
    const item = checkItem(group, value);
    if (!item.ok) return withOwner(item, owners.length, position);
    const keys = item.value.kind === 'Single' ? [item.value.key] : item.value.parameters.keys;
    for (const [place, key] of keys.entries()) {
      owners.push({ owner: owners.length + 1, item: position, position: place + 1, key });
    }
    items.push(item.value);
    electionKey = group.product(electionKey, itemKey(item.value));
  }
  return accepted({ items, owners, electionKey });
}

function checkItem(group: Group, value: unknown): Outcome<TrusteeItem, TrusteesRefusal> {
  if (!Array.isArray(value) || value.length !== 2) return refused('trustees-form');
  const [kind, content]: readonly unknown[] = value;
  if (kind === 'Single') {
    const key = checkSingleTrusteeValue(group, content);
    return key.ok ? accepted({ kind, key: key.value }) : key;
  }
  if (kind !== 'Pedersen') return refused('trustees-form');
  const parameters = checkParametersValue(group, content);
  return parameters.ok ? accepted({ kind, parameters: parameters.value }) : parameters;
}

/** A refusal within an item names the trustee by its number through the whole list. */
function withOwner(refusal: Refused<TrusteesRefusal>, before: number, position: number): Refused<TrusteesRefusal> {
  if (refusal.trustee === undefined) return { ...refusal, where: `item ${position + 1}` };
  const trustee = before + refusal.trustee;
  return { ...refusal, trustee, where: `trustee ${trustee}` };
}

function itemKey(item: TrusteeItem): Point {
  return item.kind === 'Single' ? item.key.publicKey : item.parameters.publicKey;
}

/** How many shares an item needs to decrypt. */
export function neededShares(item: TrusteeItem): number {
  return item.kind === 'Single' ? 1 : item.parameters.threshold;
}
