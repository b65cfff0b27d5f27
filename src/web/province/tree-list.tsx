import { useId, useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import { listSubordinates, type TreeEntryView } from '../../contract/committee/tree.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { PartsFrame } from '../shared/fetch/parts-frame.tsx';
import { useParts } from '../shared/fetch/use-parts.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { useReader } from '../shared/frame/use-reader.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { sentences } from './sentences.ts';

interface Props {
  readonly entries: readonly TreeEntryView[];
  /** 0 where the tree begins for the reader. */
  readonly depth: number;
  /** ISO day; undefined: today. */
  readonly on?: string | undefined;
  readonly label: string;
}

/** One level of the tree: a list whose entries open to the level below, which is fetched when somebody looks. */
export function TreeList({ entries, depth, on, label }: Props) {
  return (
    <ul class="tree" aria-label={label}>
      {entries.map((entry) => (
        <TreeItem key={entry.id} entry={entry} depth={depth} on={on} />
      ))}
    </ul>
  );
}

type ItemProps = Pick<Props, 'depth' | 'on'> & { readonly entry: TreeEntryView };

function TreeItem({ entry, depth, on }: ItemProps) {
  const { t } = useTranslation(sentences);
  const { administrator, serves } = useReader();
  const [isOpen, setOpen] = useState(false);
  const below = useId();
  const chairsAbove = serves(entry.superiorId, 'chair');
  // Names below one's own committees are shown; what is further down is for those committees themselves.
  const mayLook = administrator || depth === 0;
  const isLink = mayLook || chairsAbove;
  return (
    <li>
      <div class="tree-line">
        {entry.subordinates > 0 && mayLook ? (
          <button
            type="button"
            class="tree-toggle"
            aria-expanded={isOpen}
            aria-controls={below}
            aria-label={t('below', { name: entry.name, count: entry.subordinates })}
            onClick={() => setOpen(!isOpen)}
          >
            <span aria-hidden="true" class="tree-sign" />
          </button>
        ) : (
          <span class="tree-leaf" />
        )}
        <span class="tree-name">
          {isLink ? <a href={hashTo(entry.id)}>{entry.name}</a> : entry.name}
          {entry.subordinates > 0 && (
            <span class="quiet small"> {t('directlyBelow', { count: entry.subordinates })}</span>
          )}
        </span>
      </div>
      <div id={below}>{isOpen && <Subordinates entry={entry} depth={depth + 1} on={on} />}</div>
    </li>
  );
}

function Subordinates({ entry, depth, on }: ItemProps) {
  const connection = useConnection();
  const parts = useParts({ id: entry.id, on }, (_asked, after) =>
    call(connection, listSubordinates, { params: { committeeId: entry.id }, query: { after, limit: 200, on } }),
  );
  return (
    <PartsFrame of={parts}>
      {({ rows }) => <TreeList entries={rows} depth={depth} on={on} label={entry.name} />}
    </PartsFrame>
  );
}
