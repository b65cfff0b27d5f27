import type { ProblemDocument } from '../../../contract/kit/problem.ts';

/** What a call did not do, and why. */
export interface Failure {
  readonly ok: false;
  readonly refusal: string;
  readonly problem?: ProblemDocument | undefined;
}

/** Any program's reply as screens see it. */
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value; readonly fileName?: string | undefined }
  | Failure;
