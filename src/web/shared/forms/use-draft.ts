import { useLayoutEffect, useState } from 'preact/hooks';
import { dropDraft, keepDraft, readDraft } from '../device/drafts.ts';
import { useAccount } from '../frame/use-account.ts';
import { type Unsaved, useUnsaved } from './use-unsaved.ts';

/** What was found on the device when the form came up. */
export interface FoundDraft {
  /** When it was typed last: an instant. */
  readonly at: string;
  /** It stands in the form; otherwise what is saved has changed since, and somebody has to choose. */
  readonly isTaken: boolean;
  take(): void;
  drop(): void;
}

export interface Drafted<Content> extends Unsaved {
  readonly content: Content;
  put(change: Content | ((before: Content) => Content)): void;
  readonly found: FoundDraft | undefined;
}

/**
 * The content of a long form: from the first letter on the device keeps a draft of it, until it is saved or the account
 * signs out; what was left unsaved stands in the form when it comes up again. Nothing secret may be in it.
 * @param name of the form and what it is about, unique among those of an account
 * @param start what is saved, or an empty form: plain data
 */
export function useDraft<Content>(name: string, start: Content): Drafted<Content> {
  const { id: account } = useAccount();
  const [saved, setSaved] = useState(start);
  const [found, setFound] = useState(() => find(account, name, start));
  const [content, put] = useState<Content>(found?.isTaken ? found.content : start);
  const [isDrafted, setDrafted] = useState(true);
  const unsaved = useUnsaved(content, { saved: start, isDrafted });
  // Whoever has to choose first loses neither: what they type meanwhile is asked for, not kept.
  const waits = found?.isTaken === false;
  useLayoutEffect(() => {
    if (waits) return;
    if (unsaved.isUnsaved) setDrafted(keepDraft(account, name, { start: JSON.stringify(saved), content }));
    else dropDraft(account, name);
  }, [unsaved.isUnsaved, content, waits]);
  const settle = (chosen: Content) => {
    setFound(undefined);
    put(chosen);
  };
  return {
    isUnsaved: unsaved.isUnsaved,
    keep: () => {
      unsaved.keep();
      dropDraft(account, name);
      setFound(undefined);
      setSaved(content);
    },
    content,
    put,
    found: found && {
      at: found.at,
      isTaken: found.isTaken,
      take: () => settle(found.content),
      drop: () => settle(found.isTaken ? saved : content),
    },
  };
}

function find<Content>(account: string, name: string, start: Content) {
  const draft = readDraft<Content>(account, name);
  // Another release's form had other fields.
  if (draft === undefined || fieldsOf(draft.content) !== fieldsOf(start)) return undefined;
  return { ...draft, isTaken: draft.start === JSON.stringify(start) };
}

function fieldsOf(content: unknown): string {
  const isRecord = typeof content === 'object' && content !== null && !Array.isArray(content);
  return isRecord ? Object.keys(content).sort().join() : typeof content;
}
