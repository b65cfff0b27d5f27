import { useState } from 'preact/hooks';
import type { Capitals } from '../../../domain/lists/line-people.ts';
import { DraftNote } from '../forms/draft-note.tsx';
import { useDraft } from '../forms/use-draft.ts';
import { useUnsaved } from '../forms/use-unsaved.ts';
import { useTranslation } from '../show/sentences.ts';
import { CapitalsOffer } from './capitals-offer.tsx';
import type { ImportProps, Reading } from './import-props.ts';
import { ListFailure } from './list-failure.tsx';
import { listSentences } from './list-sentences.ts';
import { type ChosenFile, type ListBytes, ListSource } from './list-source.tsx';
import { ReadingReport } from './reading-report.tsx';
import { usePreview } from './use-preview.ts';

/** The form of an import, and below it what was read. */
export function ListForm<Seen extends Reading>({ given = '', heading = 'h3', ...props }: ImportProps<Seen>) {
  const { list, of, label, hint, pasteHint, fields, isPart = false, isEager = false, read, onChange, children } = props;
  const { t } = useTranslation(listSentences);
  const paste = useDraft(`list ${list} ${of}`, '');
  const [file, setFile] = useState<ChosenFile>();
  const body = file === undefined ? bytesOf(paste.content) : file.bytes;
  const [emptied, setEmptied] = useState(0);
  const { previewed, busy, capitals, failure, run, clear } = usePreview(given, read);
  useUnsaved(file !== undefined);
  const readAgain = (one: ListBytes, capitals?: Capitals) => {
    onChange?.();
    void run(one, capitals);
  };
  const changed = () => {
    onChange?.();
    clear();
  };
  const submit = () => {
    if (body !== undefined) readAgain(body);
  };
  const finish = () => {
    clear();
    paste.put('');
    setFile(undefined);
    setEmptied(emptied + 1);
  };
  const Frame = isPart ? 'div' : 'form';
  return (
    <>
      <Frame
        onSubmit={(event: Event) => {
          event.preventDefault();
          submit();
        }}
      >
        <DraftNote found={paste.found} />
        <ListSource
          key={emptied}
          list={list}
          label={label}
          hint={hint}
          pasteHint={pasteHint}
          pasted={paste.content}
          onPaste={(text) => {
            changed();
            paste.put(text);
          }}
          onFile={(one) => {
            changed();
            setFile(one);
            if (isEager && one?.bytes) readAgain(one.bytes);
          }}
        />
        {fields}
        <ListFailure failure={failure} />
        <p>
          <button
            type={isPart ? 'button' : 'submit'}
            class={previewed || isPart ? '' : 'main-button'}
            disabled={body === undefined || busy}
            onClick={isPart ? submit : undefined}
          >
            {t('preview')}
          </button>
        </p>
      </Frame>
      <p role="status">{busy ? t('reading') : previewed && t('wasRead')}</p>
      {previewed && (
        <div aria-busy={busy}>
          <ReadingReport {...previewed.seen} heading={heading} />
          <CapitalsOffer
            warnings={previewed.seen.warnings}
            capitals={capitals}
            onInput={(wanted) => readAgain(previewed.body, wanted)}
          />
          {children({ previewed, busy, clear, finish })}
        </div>
      )}
      <ListFailure failure={props.failure} />
    </>
  );
}

function bytesOf(pasted: string): ListBytes | undefined {
  return pasted.trim() === '' ? undefined : new TextEncoder().encode(pasted);
}
