import { useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import { importProvince, previewProvince } from '../../contract/committee/province.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { ConfirmButton } from '../shared/forms/confirm-button.tsx';
import { CheckField, DateField } from '../shared/forms/fields.tsx';
import { useAction } from '../shared/forms/use-action.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { ToImports } from '../shared/imports/imports-title.tsx';
import { ListImport } from '../shared/lists/list-import.tsx';
import type { Previewed } from '../shared/lists/use-preview.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { showDate } from '../shared/show/show-date.ts';
import { ImportPreview, type PreviewView } from './import-preview.tsx';
import { sentences } from './sentences.ts';

/** Imports a tree from a spreadsheet: first what it would do, then exactly that. */
export function ImportScreen() {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const [on, setOn] = useState('');
  const [isWhole, setWhole] = useState(false);
  const [isDone, setDone] = useState(false);
  const missing = isWhole ? ('end' as const) : ('keep' as const);
  const keep = useAction(({ body, capitals, seen }: Previewed<PreviewView>) => {
    const query = { on: seen.on, missing, capitals, diff: seen.diff };
    return call(connection, importProvince, { query, body });
  });
  return (
    <>
      <p class="back">
        <a href={hashTo()}>{t('toTree')}</a>
      </p>
      <ScreenTitle>{t('importTitle')}</ScreenTitle>
      <p>{t('importHint')}</p>
      <p>
        <ToImports />
      </p>
      <ListImport
        list="province"
        of=""
        label={t('file')}
        hint={t('fileHint')}
        heading="h2"
        fields={<HowToTake on={on} isWhole={isWhole} setOn={setOn} setWhole={setWhole} />}
        given={`${on} ${missing}`}
        read={(body, capitals) =>
          call(connection, previewProvince, { query: { missing, capitals, ...(on === '' ? {} : { on }) }, body })
        }
        failure={keep.failure}
        onChange={() => {
          keep.clear();
          setDone(false);
        }}
      >
        {({ previewed, busy, clear, finish }) => (
          <ImportPreview preview={previewed.seen}>
            <ImportButton
              preview={previewed.seen}
              busy={busy || keep.busy}
              onConfirm={async () => {
                const reply = await keep.run(previewed);
                if (!reply?.ok) return clear();
                setDone(true);
                finish();
              }}
            />
          </ImportPreview>
        )}
      </ListImport>
      <p role="status">{keep.busy && t('importing')}</p>
      <div role="status">
        {isDone && (
          <p class="note">
            {t('imported')} <a href={hashTo()}>{t('toTree')}</a> · <ToImports />
          </p>
        )}
      </div>
    </>
  );
}

interface HowProps {
  readonly on: string;
  readonly isWhole: boolean;
  setOn(day: string): void;
  setWhole(isWhole: boolean): void;
}

function HowToTake({ on, isWhole, setOn, setWhole }: HowProps) {
  const { t } = useTranslation(sentences);
  return (
    <>
      <DateField label={t('importOn')} hint={t('importOnHint')} value={on} onInput={setOn} />
      <CheckField label={t('fileIsWhole')} hint={t('fileIsWholeHint')} value={isWhole} onInput={setWhole} />
    </>
  );
}

interface ButtonProps {
  readonly preview: PreviewView;
  readonly busy: boolean;
  onConfirm(): void;
}

function ImportButton({ preview, busy, onConfirm }: ButtonProps) {
  const { t, language } = useTranslation(sentences);
  if (preview.isAhead) return <p class="note">{t('importLater', { date: showDate(language, preview.on) })}</p>;
  const label = t('importThis');
  return (
    <ConfirmButton main label={label} yes={label} sentence={t('importSentence')} busy={busy} onConfirm={onConfirm} />
  );
}
