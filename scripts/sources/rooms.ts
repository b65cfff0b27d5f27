import { type Import, importsOf, readSource, sourceFiles } from './imports.ts';

/** A folder of `src` with the files that stand in it, those of folders within it apart. */
export interface Room {
  /** Path from `src`. */
  readonly name: string;
  readonly files: number;
  readonly lines: number;
  /** Other rooms that its files import from. */
  readonly imports: readonly string[];
}

export function roomOf(file: string): string {
  return file.split('/').slice(1, -1).join('/');
}

export function countLines(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

/** Every room, in the order of the paths. */
export function rooms(): readonly Room[] {
  const files = sourceFiles('src/**/*.{ts,tsx}');
  const imports = importsOf(files);
  const byRoom = Map.groupBy(files, roomOf);
  return [...byRoom].map(([name, own]) => ({
    name,
    files: own.length,
    lines: own.reduce((sum, file) => sum + countLines(readSource(file)), 0),
    imports: roomsAfter(name, imports),
  }));
}

function roomsAfter(name: string, imports: readonly Import[]): readonly string[] {
  const leaving = imports.filter(({ from, to }) => roomOf(from) === name && to.startsWith('src/'));
  const others = new Set(leaving.map(({ to }) => roomOf(to)));
  others.delete(name);
  return [...others].sort();
}
