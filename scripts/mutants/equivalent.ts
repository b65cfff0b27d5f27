/** Mutants that no test can notice, since what they say is the same; each with the reason. */
export const equivalent: readonly { readonly file: string; readonly what: string; readonly reason: string }[] = [];
