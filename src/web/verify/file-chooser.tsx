import { useState } from 'preact/hooks';
import { useTranslation } from '../shared/show/sentences.ts';
import { sentences } from './sentences.ts';

/** Takes files by the system's own dialogue or dropped. */
export function FileChooser({ onFiles }: { onFiles(files: readonly File[]): void }) {
  const { t } = useTranslation(sentences);
  const [over, setOver] = useState(false);
  const take = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) onFiles(files);
  };
  const hover = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the field inside is the first
    <div
      class={over ? 'drop-box drop-box-over' : 'drop-box'}
      onDragOver={hover}
      onDragLeave={() => setOver(false)}
      onDrop={take}
    >
      <p id="which-files">{t('which')}</p>
      <label class="button choose-button">
        {t('choose')}
        <input
          class="heard"
          type="file"
          multiple
          aria-describedby="which-files"
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])];
            // So that the same files can be chosen once more.
            event.currentTarget.value = '';
            if (files.length > 0) onFiles(files);
          }}
        />
      </label>
      <p class="quiet small">{t('drop')}</p>
    </div>
  );
}
