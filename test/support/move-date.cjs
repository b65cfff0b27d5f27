// Moves the date by MOVED_DATE_MS milliseconds: time goes on, from another day. Read before everything else by each
// process and thread of a test run with another date (scripts/test-steady.ts), and by its pages (browser.ts); plain
// JavaScript of the old kind, since any Node and any thread takes it.
const by = Number(process.env.MOVED_DATE_MS);
const Real = Date;
const now = () => Real.now() + by;
globalThis.Date = new Proxy(Real, {
  construct: (_, args, target) =>
    Reflect.construct(Real, args.length > 0 ? args : [now()], target === globalThis.Date ? Real : target),
  apply: () => new Real(now()).toString(),
  get: (_, key) => (key === 'now' ? now : Reflect.get(Real, key)),
});
Real.prototype.constructor = globalThis.Date;
