/** As it has been stored since imports are kept: `by` is an account. */
export type StoredTakingBack = { readonly by: string; readonly at: string } | null;
