import type * as z from 'zod/mini';
import type { ceremonyView, sendCeremonyMessage } from '../../contract/ceremony/ceremony.ts';
import type { Group } from '../../protocol/arithmetic/group.ts';
import { createInput } from '../../protocol/ceremony/ceremony-input.ts';
import { createOutput } from '../../protocol/ceremony/ceremony-output.ts';
import {
  type CeremonySize,
  type CertificateList,
  checkCertificates,
  createCertificate,
  isOwnCertificate,
} from '../../protocol/ceremony/certificate.ts';
import {
  checkPolynomial,
  createCommitment,
  createPolynomial,
  type Polynomial,
} from '../../protocol/ceremony/polynomial.ts';
import { checkTrustees } from '../../protocol/ceremony/trustees.ts';
import type { Refused } from '../../protocol/outcome.ts';
import type { Device } from '../device.ts';
import { createSingleTellerKey, findOwnKey } from './own-key.ts';

type View = z.infer<typeof ceremonyView>;
export type RoundMessage = z.input<typeof sendCeremonyMessage.body>['message'];

/** What does not fit, and whose message it is: null when it is nobody's or the server's. */
export interface Flaw {
  readonly against: number | null;
  readonly reason: string;
}

type Answer = { readonly ok: true; readonly message: RoundMessage } | { readonly ok: false; readonly flaw: Flaw };

function flawed(reason: string, against: number | null = null) {
  return { ok: false, flaw: { against, reason } } as const;
}

function flawedBy({ refusal, trustee }: Refused<string>) {
  return flawed(refusal, trustee ?? null);
}

export type ReadCertificates =
  | { readonly ok: true; readonly list: CertificateList }
  | { readonly ok: false; readonly flaw: Flaw };

/** Checks everybody's certificates and finds one's own among them (K1–K4). */
export function readCertificates(group: Group, view: View, seed: string, agreed: CeremonySize): ReadCertificates {
  const list = checkCertificates(group, view.certificates ?? [], agreed);
  if (!list.ok) return flawedBy(list);
  return isOwnCertificate(group, list.value, seed, view.me ?? 0)
    ? { ok: true, list: list.value }
    : flawed('own-certificate');
}

/** What teller `me` sends in the present round, or what is wrong with what the others sent (PROTOCOL §5.2). */
export function answerRound(device: Device, view: View, me: number, seed: string, agreed: CeremonySize): Answer {
  const { group, random } = device;
  if (view.round === 'certificates') {
    const single = agreed.size === 1;
    const certificate = single
      ? createSingleTellerKey(group, seed, random)
      : createCertificate(group, seed, agreed, me, random);
    return { ok: true, message: { round: 'certificates', certificate } };
  }
  const list = readCertificates(group, view, seed, agreed);
  if (!list.ok) return list;
  switch (view.round) {
    case 'spoken-code':
      return { ok: true, message: { round: 'spoken-code' } };
    case 'commitments':
      return { ok: true, message: { round: 'commitments', commitment: createCommitment(group, list.list, seed) } };
    case 'polynomials':
      return revealPolynomial(device, view, me, seed, list.list);
    case 'outputs':
      return makeOutput(device, view, me, seed, list.list);
    default:
      return flawed('ceremony-other-round');
  }
}

/** Nobody reveals anything before all have committed, and before finding one's own commitment unchanged. */
function revealPolynomial(device: Device, view: View, me: number, seed: string, list: CertificateList): Answer {
  const { group, random } = device;
  const commitments = view.commitments ?? [];
  if (commitments.length !== list.size) return flawed('commitments-count');
  if (commitments[me - 1] !== createCommitment(group, list, seed)) return flawed('own-commitment');
  return { ok: true, message: { round: 'polynomials', polynomial: createPolynomial(group, list, seed, random) } };
}

function makeOutput(device: Device, view: View, me: number, seed: string, list: CertificateList): Answer {
  const { group, random } = device;
  const { commitments, polynomials } = view;
  if (commitments === null || polynomials?.length !== list.size) return flawed('polynomials-count');
  const checked: Polynomial[] = [];
  for (const [position, text] of polynomials.entries()) {
    const polynomial = checkPolynomial(group, list, position + 1, text, commitments[position]);
    if (!polynomial.ok) return flawedBy(polynomial);
    checked.push(polynomial.value);
  }
  const output = createOutput(group, list, seed, createInput(checked, me), commitments, random);
  return output.ok ? { ok: true, message: { round: 'outputs', output: output.value } } : flawedBy(output);
}

/** The ceremony's outcome holds, is of the size agreed on, and my key is in it (K10, K11). */
export function checkDone(group: Group, view: View, seed: string, agreed: CeremonySize): Flaw | undefined {
  const trustees = checkTrustees(group, view.trustees ?? '');
  if (!trustees.ok) return flawedBy(trustees).flaw;
  const [item, ...more] = trustees.value.items;
  const size = item?.kind === 'Pedersen' ? item.parameters : { size: 1, threshold: 1 };
  if (more.length > 0 || size.size !== agreed.size || size.threshold !== agreed.threshold) {
    return { against: null, reason: 'threshold' };
  }
  const key = findOwnKey(group, trustees.value, seed, view.myOutput);
  if (!key.ok) return { against: null, reason: key.refusal };
  return key.value.owner.owner === view.me ? undefined : { against: null, reason: 'own-certificate' };
}
