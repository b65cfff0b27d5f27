/** Where a page keeps things on its device. */
export interface DeviceStorage {
  read(name: string): string | undefined;
  /** @returns whether it is kept now: storage can be full, or forbidden in a private window */
  write(name: string, text: string): boolean;
  remove(name: string): void;
  names(): readonly string[];
}

/** The browser's own storage. Works on plain http, where the encrypted kinds do not. */
export function storageIn(open: () => Storage): DeviceStorage {
  const attempt = <Value>(use: (storage: Storage) => Value, otherwise: Value): Value => {
    try {
      return use(open());
    } catch {
      return otherwise;
    }
  };
  return {
    read: (name) => attempt((storage) => storage.getItem(name) ?? undefined, undefined),
    write: (name, text) =>
      attempt((storage) => {
        storage.setItem(name, text);
        return storage.getItem(name) === text;
      }, false),
    remove: (name) => attempt((storage) => storage.removeItem(name), undefined),
    names: () => attempt((storage) => Object.keys(storage), []),
  };
}

/** Forgets everything when the page goes: for devices that many people use. */
export function memoryStorage(): DeviceStorage {
  const kept = new Map<string, string>();
  return {
    read: (name) => kept.get(name),
    write: (name, text) => {
      kept.set(name, text);
      return true;
    },
    remove: (name) => void kept.delete(name),
    names: () => [...kept.keys()],
  };
}
