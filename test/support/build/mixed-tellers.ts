import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { createInput } from '../../../src/protocol/ceremony/ceremony-input.ts';
import { checkOutput, createOutput } from '../../../src/protocol/ceremony/ceremony-output.ts';
import { createParameters } from '../../../src/protocol/ceremony/ceremony-parameters.ts';
import { type CeremonySize, checkCertificates, createCertificate } from '../../../src/protocol/ceremony/certificate.ts';
import { findSingleKey, openDecryptionKey } from '../../../src/protocol/ceremony/decryption-key.ts';
import { checkPolynomial, createPolynomial } from '../../../src/protocol/ceremony/polynomial.ts';
import { createSingleTrustee } from '../../../src/protocol/ceremony/single-trustee.ts';
import { createSeed } from '../../../src/protocol/ceremony/trustee-keys.ts';
import { type Trustees, writeSingleTrustees, writeThresholdTrustees } from '../../../src/protocol/ceremony/trustees.ts';
import { sha256Hex } from '../../../src/protocol/encoding/hash.ts';
import type { Outcome } from '../../../src/protocol/outcome.ts';
import type { Proof } from '../../../src/protocol/proofs/schnorr.ts';
import { createSupplementaryProof } from '../../../src/protocol/proofs/supplementary-proof.ts';
import type { Election } from '../../../src/protocol/record/election.ts';
import { createPartialDecryption } from '../../../src/protocol/tally/partial-decryption.ts';
import type { EncryptedTally } from '../../../src/protocol/tally/tally.ts';
import { sodiumGroup as group } from '../../../src/server/arithmetic/sodium-group.ts';
import { type ToolVersion, tool } from '../service/belenios.ts';

export const random = (length: number) => new Uint8Array(randomBytes(length));

/** The value of an outcome that a test needs to go on. */
export function taken<Value>(outcome: Outcome<Value, string>): Value {
  if (!outcome.ok) throw new Error(`${outcome.refusal} ${outcome.where ?? ''}`);
  return outcome.value;
}

/** A closed and tallied election, as a teller meets it. */
export interface Tallied {
  readonly election: Election;
  readonly trustees: Trustees;
  readonly tally: EncryptedTally;
  /** holds the record, for belenios-tool */
  readonly folder: string;
}

/** What a teller hands in: the supplementary proof is ours alone. */
export interface Opening {
  readonly owner: number;
  readonly decryption: string;
  readonly supplementary?: Proof;
}

/** One who takes part in a key ceremony, with our program or with belenios-tool. */
interface CeremonyTeller {
  readonly certificate: string;
  readonly polynomial: (certificates: readonly string[]) => string;
  readonly output: (certificates: readonly string[], input: string) => string;
  readonly open: (tallied: Tallied, owner: number, sealedKey: string) => Opening;
}

/** The tellers of an election: its `trustees`, and how the one with a number opens the tally. */
export interface Tellers {
  readonly trustees: string;
  readonly open: (tallied: Tallied, owner: number) => Opening;
}

function openWithOurs({ election, tally }: Tallied, key: Parameters<typeof createPartialDecryption>[2]): Opening {
  const decryption = createPartialDecryption(group, election, key, tally, random);
  const supplementary = createSupplementaryProof(group, election, key, tally, decryption, random);
  return { owner: key.owner.owner, decryption, supplementary };
}

function openWithTool(version: ToolVersion, folder: string, owner: number, args: readonly string[]): Opening {
  const [decryption = ''] = tool(version, folder, ['election', ...args, '--trustee-id', String(owner)]).split('\n');
  return { owner, decryption };
}

/** A single teller of ours. */
export function singleTeller(): Tellers {
  const { secret, text } = createSingleTrustee(group, random);
  const open = (tallied: Tallied) => openWithOurs(tallied, taken(findSingleKey(group, tallied.trustees, secret)));
  return { trustees: writeSingleTrustees(text), open };
}

function ourTeller(size: CeremonySize, index: number): CeremonyTeller {
  const seed = createSeed(random);
  const listOf = (certificates: readonly string[]) => taken(checkCertificates(group, certificates, size));
  return {
    certificate: createCertificate(group, seed, size, index, random),
    polynomial: (certificates) => createPolynomial(group, listOf(certificates), seed, random),
    output: (certificates, input) => taken(createOutput(group, listOf(certificates), seed, input, undefined, random)),
    open: (tallied, _, sealedKey) =>
      openWithOurs(tallied, taken(openDecryptionKey(group, tallied.trustees, seed, sealedKey))),
  };
}

const ceremony = ['setup', 'generate-trustee-key-threshold', '--group', 'Ed25519'];

function toolTeller(
  version: ToolVersion,
  parent: string,
  { size, threshold }: CeremonySize,
  index: number,
): CeremonyTeller {
  const folder = mkdtempSync(join(parent, 'teller-'));
  tool(version, folder, [...ceremony, '--threshold-context', `${index}/${threshold}/${size}`, '--step', '1']);
  const [name = ''] = readdirSync(folder).filter((file) => file.endsWith('.cert'));
  const key = name.replace('.cert', '.key');
  const step = (number: string, certificates: readonly string[], input = '') => {
    writeLines(folder, 'certs.jsons', certificates);
    const args = [...ceremony, '--certs', 'certs.jsons', '--key', key, '--step', number];
    return tool(version, folder, args, input).trimEnd();
  };
  return {
    certificate: readFileSync(join(folder, name), 'utf8').trimEnd(),
    polynomial: (certificates) => step('3', certificates),
    output: (certificates, input) => step('5', certificates, `${input}\n`),
    open: (tallied, owner, sealedKey) => {
      writeLines(folder, 'sealed', [sealedKey]);
      const args = ['decrypt-threshold', '--key', join(folder, key), '--decryption-key', join(folder, 'sealed')];
      return openWithTool(version, tallied.folder, owner, args);
    },
  };
}

function writeLines(folder: string, name: string, lines: readonly string[]): void {
  writeFileSync(join(folder, name), lines.map((line) => `${line}\n`).join(''));
}

/** The part of the server in a key ceremony. */
interface Office {
  readonly inputs: (certificates: readonly string[], polynomials: readonly string[]) => string[];
  readonly parameters: (
    certificates: readonly string[],
    polynomials: readonly string[],
    outputs: readonly string[],
  ) => string;
}

function ourOffice(size: CeremonySize): Office {
  const read = (certificates: readonly string[], polynomials: readonly string[]) => {
    const list = taken(checkCertificates(group, certificates, size));
    const checked = polynomials.map((text, index) => taken(checkPolynomial(group, list, index + 1, text, undefined)));
    return { list, checked };
  };
  return {
    inputs: (certificates, polynomials) => {
      const { checked } = read(certificates, polynomials);
      return polynomials.map((_, index) => createInput(checked, index + 1));
    },
    parameters: (certificates, polynomials, outputs) => {
      const { list, checked } = read(certificates, polynomials);
      const coefficients = checked.map((polynomial) => polynomial.coefficients);
      const keys = outputs.map((text, index) => taken(checkOutput(group, list, coefficients, index + 1, text)));
      return createParameters(list, checked, keys);
    },
  };
}

function toolOffice(version: ToolVersion, parent: string): Office {
  const folder = mkdtempSync(join(parent, 'office-'));
  const step = (number: string, certificates: readonly string[], more: readonly string[], input = '') => {
    writeLines(folder, 'certs.jsons', certificates);
    return tool(version, folder, [...ceremony, '--certs', 'certs.jsons', '--step', number, ...more], input).trimEnd();
  };
  const withPolynomials = ['--polynomials', 'polynomials.jsons'];
  return {
    inputs: (certificates, polynomials) => {
      step('2', certificates, []);
      writeLines(folder, 'polynomials.jsons', polynomials);
      step('4', certificates, withPolynomials);
      // It names each file by the fingerprint that people compare.
      const fingerprint = (certificate: string) => sha256Hex(JSON.parse(certificate).message);
      return certificates.map((text) => readFileSync(join(folder, `${fingerprint(text)}.vinput`), 'utf8').trimEnd());
    },
    parameters: (certificates, _, outputs) =>
      step('6', certificates, withPolynomials, outputs.map((text) => `${text}\n`).join('')),
  };
}

/** Whose programs a group of tellers uses, one for each, and whose program the office has. */
export interface CeremonyPlan {
  readonly threshold: number;
  readonly tellers: readonly ('ours' | ToolVersion)[];
  readonly offices: readonly ('ours' | ToolVersion)[];
}

/**
 * A whole key ceremony. With several offices each must give the tellers the same messages and the same outcome, byte
 * for byte.
 * @param folder for the files of belenios-tool
 */
export function thresholdTellers(folder: string, { threshold, tellers, offices }: CeremonyPlan): Tellers {
  const size = { size: tellers.length, threshold };
  const present = tellers.map((program, index) =>
    program === 'ours' ? ourTeller(size, index + 1) : toolTeller(program, folder, size, index + 1),
  );
  const desks = offices.map((program) => (program === 'ours' ? ourOffice(size) : toolOffice(program, folder)));
  const certificates = present.map(({ certificate }) => certificate);
  const polynomials = present.map((teller) => teller.polynomial(certificates));
  const inputs = agreed(desks.map((desk) => desk.inputs(certificates, polynomials)));
  const outputs = present.map((teller, index) => teller.output(certificates, inputs[index] ?? ''));
  const parameters = agreed(desks.map((desk) => desk.parameters(certificates, polynomials, outputs)));
  const open = (tallied: Tallied, owner: number): Opening => {
    const teller = present[owner - 1];
    const sealedKey = JSON.parse(outputs[owner - 1] ?? '').private_key;
    if (teller === undefined) throw new RangeError('no such teller');
    return teller.open(tallied, owner, sealedKey);
  };
  return { trustees: writeThresholdTrustees(parameters), open };
}

/** What all offices say alike. */
function agreed<Value>(said: readonly Value[]): Value {
  const [first, ...others] = said;
  if (first === undefined) throw new Error('no office');
  for (const other of others) expect(other).toEqual(first);
  return first;
}

/** A single teller of belenios-tool. */
export function singleToolTeller(version: ToolVersion, parent: string): Tellers {
  const folder = mkdtempSync(join(parent, 'teller-'));
  tool(version, folder, ['setup', 'generate-trustee-key', '--group', 'Ed25519']);
  const file = (end: string) => join(folder, readdirSync(folder).find((name) => name.endsWith(end)) ?? '');
  const open = (tallied: Tallied, owner: number) =>
    openWithTool(version, tallied.folder, owner, ['decrypt', '--privkey', file('.privkey')]);
  return { trustees: writeSingleTrustees(readFileSync(file('.pubkey'), 'utf8').trimEnd()), open };
}
