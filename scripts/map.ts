import { figures } from './sources/figures.ts';
import { rooms } from './sources/rooms.ts';

/**
 * Prints the rooms of `src`: how many files and lines stand in each, and which rooms they import from; with `--figures`
 * how long files and functions are.
 */
const row = (cells: readonly (string | number)[], widths: readonly number[]) =>
  cells
    .map((cell, at) => (at === 0 ? String(cell).padEnd(widths[0] ?? 0) : String(cell).padStart(widths[at] ?? 0)))
    .join('  ')
    .trimEnd();

/** `→ domain/{plan, session} contract`: by layer, as a line has little room. */
function arrows(rooms: readonly string[]): string {
  const byLayer = Map.groupBy(rooms, (name) => name.split('/')[0] ?? '');
  const parts = [...byLayer].map(([layer, own]) => {
    const inner = own.map((name) => name.slice(layer.length + 1));
    const named = inner.filter((name) => name !== '');
    const all = inner.includes('') ? ['.', ...named] : named;
    if (named.length === 0) return layer;
    return all.length === 1 ? `${layer}/${all[0]}` : `${layer}/{${all.join(',')}}`;
  });
  return parts.length === 0 ? '' : `→ ${parts.join(' ')}`;
}

if (process.argv.includes('--figures')) {
  const widths = [10, 6, 7, 7, 10, 14];
  console.log(row(['layer', 'files', 'lines', 'median', 'files>250', 'functions>50'], widths));
  for (const { layer, ...counts } of figures()) {
    const { files, lines, median, longFiles, longFunctions } = counts;
    console.log(row([layer || 'all', files, lines, median, longFiles, longFunctions], widths));
  }
} else {
  const all = rooms();
  const widths = [Math.max(...all.map(({ name }) => name.length)), 5, 6];
  console.log(row(['room', 'files', 'lines', 'imports from'], widths));
  for (const { name, files, lines, imports } of all) {
    console.log(`${row([name, files, lines], widths)}  ${arrows(imports)}`.trimEnd());
  }
}
