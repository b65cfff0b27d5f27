import { useState } from 'preact/hooks';
import type { ImportView } from '../../../contract/imports/imports.ts';
import type { Answer } from '../fetch/answer.ts';
import { FailureNote } from '../fetch/failure-note.tsx';
import { Loaded } from '../fetch/loaded.tsx';
import type { Load } from '../fetch/use-load.ts';
import { useAction } from '../forms/use-action.ts';
import { useTranslation } from '../show/sentences.ts';
import { ImportEntry } from './import-entry.tsx';
import { importSentences } from './import-sentences.ts';
import { importTranslation } from './import-words.ts';

interface Props {
  readonly imports: Load<readonly ImportView[]>;
  takeBack(id: ImportView['id']): Promise<Answer<ImportView>>;
  /** What the page shows beside it is different now. */
  onTakenBack?(): void;
}

/** What was imported, newest first: each can be taken back as a whole, or says why not. */
export function ImportList({ imports, takeBack, onTakenBack }: Props) {
  const translation = useTranslation(importSentences);
  const { t } = translation;
  const [isDone, setDone] = useState(false);
  const action = useAction(takeBack);
  const run = async (id: ImportView['id']) => {
    setDone(false);
    const reply = await action.run(id);
    setDone(reply?.ok === true);
    await imports.reload();
    if (reply?.ok) onTakenBack?.();
  };
  return (
    <>
      <p>{t('importsHint')}</p>
      <div role="status">
        {action.busy && <p>{t('takingBack')}</p>}
        {isDone && <p class="note">{t('takenBack')}</p>}
      </div>
      <FailureNote failure={action.failure} />
      <Loaded of={imports}>
        {(all) =>
          all.length === 0 ? (
            <p class="empty">{t('noImports')}</p>
          ) : (
            <ul class="entries">
              {all.map((one) => (
                <ImportEntry
                  key={one.id}
                  {...importTranslation(translation, one)}
                  one={one}
                  busy={action.busy}
                  onTakeBack={() => void run(one.id)}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
}
