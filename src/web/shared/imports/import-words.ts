import type { ImportView } from '../../../contract/imports/imports.ts';
import type { Translation } from '../show/sentences.ts';
import type { importSentences } from './import-sentences.ts';

type Counts = ImportView['counts'];
type Said = Translation<keyof typeof importSentences>;

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

export function importTranslation({ t }: Said, { kind, term, counts }: ImportView): ImportWords {
  const list = (some: Counts) => some.map((one) => t(kinds[one.kind], { count: one.count })).join(', ');
  const of = (effect: (typeof effects)[number]) => counts.filter((one) => one.effect === effect);
  const did = effects.flatMap((effect) => (of(effect).length === 0 ? [] : [t(effect, { list: list(of(effect)) })]));
  const title = t(titles[kind], { term: term ?? '' });
  if (kind === 'delegates') return { title, did: did.join(' '), question: t('delegatesReturn', { term: term ?? '' }) };
  const added = of('added');
  const others = counts.filter((one) => one.effect !== 'added');
  const question = [
    ...(added.length === 0 ? [] : [t('addedGoes', { list: list(added) })]),
    ...(others.length === 0 ? [] : [t('changedReturns', { list: list(byKind(others)) })]),
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
