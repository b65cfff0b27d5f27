import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useTranslation } from '../show/sentences.ts';
import { holdUnsaved } from './unsaved.ts';
import { unsavedSentences } from './unsaved-sentences.ts';

export interface Unsaved {
  readonly isUnsaved: boolean;
  /**
   * What the form held when it was sent is saved now; said before the page goes elsewhere by itself, or that would ask. A
   * form that empties itself need not say it: it holds again what it began with.
   */
  keep(): void;
}

interface Options {
  /** What is saved already; at first what the form begins with. */
  readonly saved?: unknown;
  /** The device keeps what is typed. */
  readonly isDrafted?: boolean;
}

/**
 * For every form: while it holds something else than what is saved, leaving it asks first, by a link within the page, by
 * going back, by closing the tab.
 * @param content what was typed and chosen, as plain data
 */
export function useUnsaved(content: unknown, { saved = content, isDrafted = false }: Options = {}): Unsaved {
  const { t } = useTranslation(unsavedSentences);
  const text = JSON.stringify(content);
  const [kept, setKept] = useState(() => JSON.stringify(saved));
  const holder = useRef({}).current;
  const isUnsaved = text !== kept;
  const question = isUnsaved ? t(isDrafted ? 'leaveDraft' : 'leaveUnsaved') : undefined;
  useLayoutEffect(() => holdUnsaved(holder, question), [question]);
  useLayoutEffect(() => () => holdUnsaved(holder, undefined), []);
  const keep = () => {
    setKept(text);
    holdUnsaved(holder, undefined);
  };
  return { isUnsaved, keep };
}
