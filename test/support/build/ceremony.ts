import type { Group } from '../../../src/protocol/arithmetic/group.ts';
import type { RandomBytes } from '../../../src/protocol/arithmetic/random.ts';
import { createInput } from '../../../src/protocol/ceremony/ceremony-input.ts';
import { checkOutput, createOutput } from '../../../src/protocol/ceremony/ceremony-output.ts';
import { createParameters } from '../../../src/protocol/ceremony/ceremony-parameters.ts';
import { type CeremonySize, checkCertificates, createCertificate } from '../../../src/protocol/ceremony/certificate.ts';
import { checkPolynomial, createCommitment, createPolynomial } from '../../../src/protocol/ceremony/polynomial.ts';
import { createSeed } from '../../../src/protocol/ceremony/trustee-keys.ts';
import { good } from './good.ts';

/** A key ceremony carried out honestly by everybody. */
export function aCeremony(group: Group, size: CeremonySize, random: RandomBytes) {
  const seeds = Array.from({ length: size.size }, () => createSeed(random));
  const certs = seeds.map((seed, position) => createCertificate(group, seed, size, position + 1, random));
  const list = good(checkCertificates(group, certs, size));
  const commitments = seeds.map((seed) => createCommitment(group, list, seed));
  const sent = seeds.map((seed) => createPolynomial(group, list, seed, random));
  const polynomials = sent.map((text, position) =>
    good(checkPolynomial(group, list, position + 1, text, commitments[position])),
  );
  const coefficients = polynomials.map((polynomial) => polynomial.coefficients);
  const inputs = seeds.map((_, position) => createInput(polynomials, position + 1));
  const sentOutputs = seeds.map((seed, position) =>
    good(createOutput(group, list, seed, inputs[position] ?? '', commitments, random)),
  );
  const outputs = sentOutputs.map((text, position) => good(checkOutput(group, list, coefficients, position + 1, text)));
  const parameters = createParameters(list, polynomials, outputs);
  return { seeds, certs, list, commitments, sent, polynomials, inputs, sentOutputs, outputs, parameters };
}
