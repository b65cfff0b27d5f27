import type { RollImportView } from '../../../contract/imports/imports.ts';
import { useTranslation } from '../show/sentences.ts';
import { ImportEntry } from './import-entry.tsx';
import { importSentences } from './import-sentences.ts';

interface Props {
  readonly one: RollImportView;
  readonly busy: boolean;
  onTakeBack(): void;
}

/** Those who were added to a session's roll at once. */
export function RollImportEntry({ one, busy, onTakeBack }: Props) {
  const { t } = useTranslation(importSentences);
  const words = { title: t('roll'), did: t('leftOnRoll', { count: one.left }) };
  const question = t('rollReturns', { count: one.left });
  return (
    <ImportEntry one={{ ...one, obstacles: [] }} {...words} question={question} busy={busy} onTakeBack={onTakeBack} />
  );
}
