import { useState } from 'preact/hooks';
import type { z } from 'zod';
import { call } from '../../client/api.ts';
import { importProvince, previewProvince } from '../../contract/province.ts';
import { ConfirmButton } from '../shared/confirm-button.tsx';
import { useConnection } from '../shared/connection.ts';
import { FailureNote } from '../shared/failure-note.tsx';
import { CheckField, DateField, FileField } from '../shared/fields.tsx';
import { hashTo } from '../shared/hash.ts';
import { ScreenTitle } from '../shared/screen-title.tsx';
import { useSpeech } from '../shared/sentences.ts';
import { showDate } from '../shared/show-date.ts';
import { useAction } from '../shared/use-action.ts';
import { ImportPreview } from './import-preview.tsx';
import { sentences } from './sentences.ts';

export type PreviewView = z.infer<(typeof previewProvince.replies)[200]>;

/** Imports a tree from a spreadsheet: first what it would do, then exactly that. */
export function ImportScreen() {
  const { say, language } = useSpeech(sentences);
  const connection = useConnection();
  const [file, setFile] = useState<Uint8Array<ArrayBuffer>>();
  const [on, setOn] = useState('');
  const [isWhole, setWhole] = useState(false);
  const [seen, setSeen] = useState<PreviewView>();
  const [isDone, setDone] = useState(false);
  const missing = isWhole ? ('end' as const) : ('keep' as const);
  const changed = () => {
    setSeen(undefined);
    setDone(false);
  };
  const preview = useAction(async (body: Uint8Array<ArrayBuffer>) => {
    changed();
    const query = { missing, ...(on === '' ? {} : { on }) };
    const reply = await call(connection, previewProvince, { query, body });
    if (reply.ok) setSeen(reply.value);
    return reply;
  });
  const keep = useAction(async (body: Uint8Array<ArrayBuffer>, { plan, on: day }: PreviewView) => {
    const reply = await call(connection, importProvince, { query: { on: day, missing, plan }, body });
    if (reply.ok) setDone(true);
    setSeen(undefined);
    return reply;
  });
  return (
    <>
      <p class="back">
        <a href={hashTo()}>{say('toTree')}</a>
      </p>
      <ScreenTitle>{say('importTitle')}</ScreenTitle>
      <p>{say('importHint')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (file !== undefined) void preview.run(file);
        }}
      >
        <FileField
          label={say('file')}
          hint={say('fileHint')}
          required
          accept=".xlsx,.csv"
          onFile={(one) => {
            changed();
            if (one === undefined) setFile(undefined);
            else void one.arrayBuffer().then((bytes) => setFile(new Uint8Array(bytes)));
          }}
        />
        <DateField
          label={say('importOn')}
          hint={say('importOnHint')}
          value={on}
          onInput={(day) => {
            changed();
            setOn(day);
          }}
        />
        <CheckField
          label={say('fileIsWhole')}
          hint={say('fileIsWholeHint')}
          value={isWhole}
          onInput={(value) => {
            changed();
            setWhole(value);
          }}
        />
        <button type="submit" class={seen ? '' : 'main-button'} disabled={file === undefined || preview.busy}>
          {say('preview')}
        </button>
      </form>
      <p role="status">{preview.busy ? say('reading') : keep.busy ? say('importing') : ''}</p>
      <FailureNote failure={preview.failure} />
      {seen && (
        <ImportPreview preview={seen}>
          {seen.isAhead ? (
            <p class="note">{say('importLater', { date: showDate(language, seen.on) })}</p>
          ) : (
            <ConfirmButton
              main
              label={say('importThis')}
              sentence={say('importSentence')}
              yes={say('importThis')}
              busy={keep.busy}
              onConfirm={() => file && void keep.run(file, seen)}
            />
          )}
        </ImportPreview>
      )}
      <FailureNote failure={keep.failure} />
      {isDone && (
        <p class="note" role="status">
          {say('imported')} <a href={hashTo()}>{say('toTree')}</a>
        </p>
      )}
    </>
  );
}
