/** To a worker, from whoever asks it. */
export type ToWorker =
  /** The first message. `lock`: a name that the worker holds as long as it lives, where the browser has locks. */
  | { readonly kind: 'hello'; readonly lock: string }
  /** Somebody else is to ask this worker too. */
  | { readonly kind: 'port'; readonly port: MessagePort }
  | { readonly kind: 'call'; readonly call: number; readonly name: string; readonly input: unknown }
  /** Whether it is still there. */
  | { readonly kind: 'ping' }
  /** A note was taken in. */
  | { readonly kind: 'noted'; readonly note: number };

/** From a worker. */
export type FromWorker =
  /** It is loaded and answers calls. */
  | { readonly kind: 'ready' }
  /** Answers `ping`, also while programs wait for something. */
  | { readonly kind: 'alive' }
  /** What a program tells on its way. */
  | { readonly kind: 'note'; readonly call: number; readonly note: number; readonly value: unknown }
  | { readonly kind: 'done'; readonly call: number; readonly value: unknown }
  /** A bug; the message is for whoever looks into the console. */
  | { readonly kind: 'threw'; readonly call: number; readonly message: string }
  /** Something went wrong outside of all programs, or with a message that nobody could read. */
  | { readonly kind: 'broken'; readonly message: string };

/** What a program that is called `Name` takes, and what it comes to. */
export type JobInput<Programs, Name extends keyof Programs> = Programs[Name] extends (input: infer Input) => unknown
  ? Input
  : never;
export type JobOutput<Programs, Name extends keyof Programs> = Programs[Name] extends (input: never) => infer Output
  ? Awaited<Output>
  : never;
