/**
 * What the oldest phones served (Chromium 80, Safari 14) lack of the language's library, as far as our programs use
 * it. Imported first by every page and worker. Syntax is the build's business.
 */
function add(owner: object, name: string, value: (...given: never[]) => unknown): void {
  if (!(name in owner)) Object.defineProperty(owner, name, { value, writable: true, configurable: true });
}

function at<Item>(this: ArrayLike<Item>, index: number): Item | undefined {
  return this[index < 0 ? this.length + index : index];
}

add(Array.prototype, 'at', at);
add(String.prototype, 'at', at);
add(Object.getPrototypeOf(Uint8Array.prototype), 'at', at);
add(Array.prototype, 'findLast', function findLast<Item>(this: Item[], holds: (item: Item) => boolean) {
  return this.slice().reverse().find(holds);
});
add(Object, 'hasOwn', (owner: object, name: PropertyKey) => Object.getOwnPropertyDescriptor(owner, name) !== undefined);
add(String.prototype, 'toWellFormed', function toWellFormed(this: string) {
  return this.replace(/\p{Surrogate}/gu, '\ufffd');
});
add(String.prototype, 'isWellFormed', function isWellFormed(this: string) {
  return !/\p{Surrogate}/u.test(this);
});
