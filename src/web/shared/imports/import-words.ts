import type { ImportView } from '../../../contract/imports/imports.ts';
import type { Speech } from '../show/sentences.ts';
import type { importSentences } from './import-sentences.ts';

type Counts = ImportView['counts'];
type Said = Speech<keyof typeof importSentences>;

/** What an import did, and what taking it back does. */
export interface ImportWords {
  readonly title: string;
  readonly did: string;
  readonly question: string;
}

const kinds = { committee: 'committees', person: 'people', seat: 'seats' } as const;
const titles = { province: 'province', roster: 'roster', delegates: 'delegates' } as const satisfies Record<
  ImportView['kind'],
  string
>;
const effects = ['added', 'changed', 'moved', 'ended'] as const;

export function importSpeech({ say }: Said, { kind, term, counts }: ImportView): ImportWords {
  const list = (some: Counts) => some.map((one) => say(kinds[one.kind], { count: one.count })).join(', ');
  const of = (effect: (typeof effects)[number]) => counts.filter((one) => one.effect === effect);
  const did = effects.flatMap((effect) => (of(effect).length === 0 ? [] : [say(effect, { list: list(of(effect)) })]));
  const title = say(titles[kind], { term: term ?? '' });
  if (kind === 'delegates')
    return { title, did: did.join(' '), question: say('delegatesReturn', { term: term ?? '' }) };
  const added = of('added');
  const others = counts.filter((one) => one.effect !== 'added');
  const question = [
    ...(added.length === 0 ? [] : [say('addedGoes', { list: list(added) })]),
    ...(others.length === 0 ? [] : [say('changedReturns', { list: list(byKind(others)) })]),
  ];
  return { title, did: did.join(' '), question: question.join(' ') };
}

/** However it changed, moved or ended them. */
function byKind(counts: Counts): Counts {
  const kindsThere = [...new Set(counts.map(({ kind }) => kind))];
  return kindsThere.map((kind) => {
    const count = counts.reduce((sum, one) => (one.kind === kind ? sum + one.count : sum), 0);
    return { kind, effect: 'changed', count };
  });
}
