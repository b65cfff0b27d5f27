/** The wall clock: for what people and papers read. Somebody may set it at any moment (docs/decisions/clocks.md). */
export type Clock = () => Date;

/** Milliseconds that pass evenly from an unknown beginning: for durations, which no change of the clock may touch. */
export type Monotonic = () => number;
