import { committeeId } from '../../domain/committee/committee.ts';
import { ImportRoster } from './import-roster.tsx';
import { ImportScreen } from './import-screen.tsx';
import { ImportsScreen } from './imports-screen.tsx';

/** What is imported into: `import` the whole tree, `imports` what was, otherwise one committee, by its id. */
export function Importing({ what }: { readonly what: string }) {
  if (what === 'imports') return <ImportsScreen />;
  const committee = committeeId.safeParse(what);
  return committee.success ? <ImportRoster id={committee.data} /> : <ImportScreen />;
}
