import type { ComponentChildren } from 'preact';
import { FailureNote } from '../shared/fetch/failure-note.tsx';
import type { Action } from '../shared/forms/use-action.ts';
import { useUnsaved } from '../shared/forms/use-unsaved.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { sentences } from './sentences.ts';

interface Props {
  /** Keeps what was entered. */
  readonly action: Pick<Action<[], unknown>, 'run' | 'busy' | 'failure'>;
  /** What was entered, as plain data. */
  readonly content: unknown;
  readonly children: ComponentChildren;
  onCancel(): void;
}

/** A form in its place on a screen, kept or left as it was. */
export function Panel({ action, content, children, onCancel }: Props) {
  useUnsaved(content);
  const { t } = useTranslation(sentences);
  return (
    <form
      class="sheet"
      onSubmit={(event) => {
        event.preventDefault();
        void action.run();
      }}
    >
      {children}
      <FailureNote failure={action.failure} />
      <div class="choices">
        <button type="submit" class="main-button" disabled={action.busy}>
          {t('keep')}
        </button>
        <button type="button" onClick={onCancel}>
          {t('dontKeep')}
        </button>
      </div>
    </form>
  );
}
