/**
 * How long a test waits for what it expects, in milliseconds: longer than anything takes on one core that others keep
 * busy. Where all is well nobody waits that long.
 */
export const patience = 60_000;
