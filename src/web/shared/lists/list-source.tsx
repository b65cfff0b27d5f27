import { useRef, useState } from 'preact/hooks';
import type { ListKind } from '../../../domain/lists/list-templates.ts';
import { FileField, TextArea } from '../forms/fields.tsx';
import { fileSentences } from '../forms/file-sentences.ts';
import { useTranslation } from '../show/sentences.ts';
import { listSentences } from './list-sentences.ts';
import { TemplateLink } from './template-link.tsx';

export type ListBytes = Uint8Array<ArrayBuffer>;

/** A file that was chosen; without bytes while it is being read, or where it could not be. */
export interface ChosenFile {
  readonly bytes?: ListBytes;
}

interface Props {
  readonly list: ListKind;
  /** Of the field for the file. */
  readonly label: string;
  readonly hint?: string | undefined;
  /** What stands in the columns, where that has to be said. */
  readonly pasteHint?: string | undefined;
  readonly pasted: string;
  onPaste(text: string): void;
  /** A file stands in place of what is pasted, or with undefined no longer. */
  onFile(file: ChosenFile | undefined): void;
}

/** A list from a spreadsheet: as a file, or pasted; and the template for it. Give it another key to empty it. */
export function ListSource({ list, label, hint, pasteHint, pasted, onPaste, onFile }: Props) {
  const { t, pick } = useTranslation(listSentences);
  const [file, setFile] = useState<File>();
  const [isUnreadable, setUnreadable] = useState(false);
  const [cleared, setCleared] = useState(0);
  const latest = useRef<File | undefined>(undefined);
  const take = (one: File | undefined) => {
    latest.current = one;
    setFile(one);
    setUnreadable(false);
    onFile(one && {});
    if (one !== undefined) void read(one);
  };
  const read = async (one: File) => {
    const bytes = await one.arrayBuffer().then(
      (buffer) => new Uint8Array(buffer),
      () => undefined,
    );
    // Another file was chosen meanwhile.
    if (latest.current !== one) return;
    setUnreadable(bytes === undefined);
    if (bytes === undefined) return;
    onFile({ bytes });
  };
  return (
    <>
      <TemplateLink list={list} />
      <FileField
        key={cleared}
        label={label}
        hint={hint}
        accept=".xlsx,.csv,.tsv,.txt"
        error={isUnreadable ? pick(fileSentences.fileUnreadable) : undefined}
        plain
        onFile={take}
      />
      {file !== undefined && (
        <p>
          <button
            type="button"
            onClick={() => {
              setCleared(cleared + 1);
              take(undefined);
            }}
          >
            {t('withoutFile')}
          </button>
        </p>
      )}
      <TextArea
        label={t('paste')}
        hint={file === undefined ? (pasteHint ?? t('pasteHint')) : t('pasteWaits')}
        value={pasted}
        onInput={onPaste}
        disabled={file !== undefined}
        rows={4}
        plain
      />
    </>
  );
}
