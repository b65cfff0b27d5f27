import type { ComponentChildren } from 'preact';
import type * as z from 'zod/mini';
import type { previewProvince } from '../../contract/committee/province.ts';
import { fieldLabels } from '../../domain/lists/list-words.ts';
import { useRanks } from '../shared/forms/use-ranks.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { showDate } from '../shared/show/show-date.ts';
import { sentences } from './sentences.ts';

interface Props {
  readonly preview: PreviewView;
  /** The button that imports it. */
  readonly children: ComponentChildren;
}

type Count = PreviewView['counts'][number];
type Entry = PreviewView['entries'][number];
type Ranks = ReturnType<typeof useRanks>;

const titles = {
  'committee added': 'committeesAdded',
  'committee changed': 'committeesChanged',
  'committee moved': 'committeesMoved',
  'committee ended': 'committeesEnded',
  'person added': 'peopleAdded',
  'person changed': 'peopleChanged',
  'person moved': 'peopleChanged',
  'person ended': 'peopleChanged',
  'seat added': 'seatsAdded',
  'seat changed': 'seatsChanged',
  'seat moved': 'seatsChanged',
  'seat ended': 'seatsEnded',
} as const satisfies Record<`${Count['kind']} ${Count['effect']}`, keyof typeof sentences>;

/** What an import would add, change, move and end: how much of each, and the first of each. */
export function ImportPreview({ preview, children }: Props) {
  const { t } = useTranslation(sentences);
  const { counts, entries } = preview;
  const ranks = useRanks();
  return (
    <section aria-label={t('previewTitle')}>
      <h2>{t('previewTitle')}</h2>
      {counts.length === 0 ? (
        <p class="note" role="status">
          {t('nothingChanges')}
        </p>
      ) : (
        <>
          <p role="status">{t('previewHint')}</p>
          {counts.map((count) => (
            <Group
              key={`${count.kind} ${count.effect}`}
              count={count}
              ranks={ranks}
              entries={entries.filter(({ kind, effect }) => kind === count.kind && effect === count.effect)}
            />
          ))}
        </>
      )}
      {counts.length > 0 && children}
    </section>
  );
}

interface GroupProps {
  readonly count: Count;
  readonly entries: readonly Entry[];
  readonly ranks: Ranks;
}

function Group({ count, entries, ranks }: GroupProps) {
  const { t } = useTranslation(sentences);
  const isFew = entries.length <= 20;
  return (
    <details open={isFew}>
      <summary>{t(titles[`${count.kind} ${count.effect}`], { count: count.count })}</summary>
      <ul class="entries">
        {entries.map((entry, index) => (
          // Entries of one diff never change places.
          <EntryLine key={index} entry={entry} ranks={ranks} />
        ))}
      </ul>
      {entries.length < count.count && (
        <p class="quiet small">{t('andMore', { count: count.count - entries.length })}</p>
      )}
    </details>
  );
}

function EntryLine({ entry, ranks }: { readonly entry: Entry; readonly ranks: Ranks }) {
  const { t, pick, language } = useTranslation(sentences);
  const { effect, name, committeeName: committee, fields } = entry;
  const show = (field: Entry['fields'][number]['field'], text: string) => {
    if (text === '') return t('empty');
    if (field === 'from' || field === 'to') return showDate(language, text);
    const rank = field === 'rank' ? ranks.find(({ id }) => id === text) : undefined;
    return rank === undefined ? text : pick(rank.label);
  };
  const shown =
    effect === 'added' ? fields.filter(({ field }) => field === 'position' || field === 'superior') : fields;
  return (
    <li>
      {committee === null ? name : t('nameIn', { name, committee })}
      {shown.map(({ field, before, after }) => (
        <span key={field} class="quiet small hint-line">
          {effect === 'added'
            ? t('fieldIs', { field: pick(fieldLabels[field]), after: show(field, after) })
            : t('fieldChanges', {
                field: pick(fieldLabels[field]),
                before: show(field, before),
                after: show(field, after),
              })}
        </span>
      ))}
    </li>
  );
}

export type PreviewView = z.infer<(typeof previewProvince.replies)[200]>;
