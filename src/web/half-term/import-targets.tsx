import { call } from '../../client/api.ts';
import { previewTargets } from '../../contract/half-term/half-term.ts';
import type { ListNoteView } from '../../contract/imports/list-notes.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import { compareTargets, type TargetChanges } from '../../domain/half-term/compare-targets.ts';
import type { ResolutionTarget } from '../../domain/half-term/target.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { ListImport } from '../shared/lists/list-import.tsx';
import { NoteGroups } from '../shared/lists/note-groups.tsx';
import { TargetTable } from './target-table.tsx';
import { useHalfTermTranslation } from './translation.ts';

interface ImportProps {
  readonly committeeId: CommitteeId;
  /** The targets as they stand in the form. */
  readonly present: readonly ResolutionTarget[];
  onTake(targets: readonly ResolutionTarget[]): void;
}

/** Shows what a spreadsheet would change before it takes the place of the targets. */
export function ImportTargets({ committeeId, present, onTake }: ImportProps) {
  const { t } = useHalfTermTranslation();
  const connection = useConnection();
  return (
    <ListImport
      list="targets"
      of={committeeId}
      label={t('targetsFile')}
      hint={t('targetsFileHint')}
      isPart
      isEager
      read={(body) => call(connection, previewTargets, { params: { committeeId }, body })}
    >
      {({ previewed, busy, finish }) => (
        <Found
          present={present}
          busy={busy}
          problems={previewed.seen.problems}
          found={previewed.seen.targets.map(({ standing: _, ...target }) => target)}
          onTake={(targets) => {
            onTake(targets);
            finish();
          }}
        />
      )}
    </ListImport>
  );
}

interface FoundProps extends Pick<ImportProps, 'present' | 'onTake'> {
  readonly found: readonly ResolutionTarget[];
  readonly problems: readonly ListNoteView[];
  readonly busy: boolean;
}

function Found({ found, problems, present, busy, onTake }: FoundProps) {
  const { t } = useHalfTermTranslation();
  const changes = compareTargets(present, found);
  if (found.length === 0) return <p class="note">{t('noTargetsFound')}</p>;
  return (
    <>
      {problems.length > 0 && (
        <div class="note alarm" role="alert">
          <p>{t('targetsUnreadable')}</p>
          <NoteGroups notes={problems} several />
        </div>
      )}
      <div role="status">
        <Summary changes={changes} />
      </div>
      {!changes.isSame && (
        <>
          <TargetTable targets={found} changes={changes} />
          {problems.length === 0 && (
            <p>
              <button type="button" disabled={busy} onClick={() => onTake(found)}>
                {t('takeTargets')}
              </button>
            </p>
          )}
        </>
      )}
    </>
  );
}

function Summary({ changes: { rows, dropped, isSame } }: { readonly changes: TargetChanges }) {
  const { t } = useHalfTermTranslation();
  const number = (wanted: string) => rows.filter(({ change }) => change === wanted).length;
  if (isSame) return <p>{t('sameTargets', { count: rows.length })}</p>;
  return (
    <>
      <p>
        {t('foundTargets', {
          count: rows.length,
          added: number('added'),
          changed: number('changed'),
          same: number('same'),
          dropped: dropped.length,
        })}
      </p>
      {dropped.length > 0 && (
        <>
          <p>{t('droppedTargets')}</p>
          <ul>
            {dropped.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
