import type { Ceremony } from '../../domain/session/ceremony-messages.ts';
import { checkOutput } from '../../protocol/ceremony/ceremony-output.ts';
import { createParameters } from '../../protocol/ceremony/ceremony-parameters.ts';
import { checkCertificates } from '../../protocol/ceremony/certificate.ts';
import { checkPolynomial } from '../../protocol/ceremony/polynomial.ts';
import { writeSingleTrustees, writeThresholdTrustees } from '../../protocol/ceremony/trustees.ts';
import type { Outcome } from '../../protocol/outcome.ts';
import { sodiumGroup } from '../arithmetic/sodium-group.ts';

/**
 * The record's `trustees` from a complete ceremony (PROTOCOL §5.3). Every message was checked when it came in; reading
 * them again here costs some milliseconds, once in a session's life.
 */
export function assembleTrustees({ messages, size, threshold }: Ceremony): string {
  const certificates = messages.map(({ certificate }) => certificate ?? '');
  if (size === 1) return writeSingleTrustees(certificates[0] ?? '');
  const list = held(checkCertificates(sodiumGroup, certificates, { size, threshold }));
  const polynomials = messages.map(({ polynomial, commitment }, position) =>
    held(checkPolynomial(sodiumGroup, list, position + 1, polynomial ?? '', commitment ?? '')),
  );
  const coefficients = polynomials.map((polynomial) => polynomial.coefficients);
  const outputs = messages.map(({ output }, position) =>
    held(checkOutput(sodiumGroup, list, coefficients, position + 1, output ?? '')),
  );
  return writeThresholdTrustees(createParameters(list, polynomials, outputs));
}

function held<Value>(outcome: Outcome<Value, string>): Value {
  if (!outcome.ok) throw new TypeError(`a message that was accepted does not hold: ${outcome.refusal}`);
  return outcome.value;
}
