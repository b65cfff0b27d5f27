import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { BallotPage } from '../../client/sealing.ts';
import { ConfirmButton } from '../shared/forms/confirm-button.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { DroppedNote } from './dropped-note.tsx';
import {
  begun,
  type Keying,
  type MarkedLine,
  type Press,
  placeAsked,
  press,
  pressOfKey,
  type SheetReading,
} from './keying.ts';
import { sentences } from './sentences.ts';
import { useEntryKeys } from './use-entry-keys.ts';

interface Props {
  readonly page: BallotPage;
  /** The sheet's paper has voted by phone. */
  readonly replaces: boolean;
  /** So many codes were scanned before this sheet was there to be keyed. */
  readonly dropped: number;
  agreed(reading: SheetReading): void;
  putAside(): void;
}

/** A sheet is keyed by two people, blind to each other. Everything keyed lives in this component and nowhere else. */
export function KeyingScreen({ page, replaces, dropped, agreed, putAside }: Props) {
  const { t } = useTranslation(sentences);
  const [keying, setKeying] = useState<Keying>(begun);
  const size = page.subjects.length;
  const levels = page.form.levels.length;
  const entry = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const pressed = (one: Press) => setKeying((before) => press(before, one, size));
  useEffect(() => {
    if (keying.step === 'agreed') agreed(keying.reading);
  }, [keying, agreed]);
  // Another step is another screen.
  useLayoutEffect(() => heading.current?.focus(), [keying.step]);
  useEntryKeys(entry, heading, (key) => pressOfKey(key, levels), pressed);
  return (
    <section ref={entry} class="keying">
      <h2 ref={heading} tabIndex={-1}>
        {t(titles[keying.step])}
      </h2>
      <DroppedNote dropped={dropped} />
      {replaces && <p class="note note-strong">{t('replacesPhone')}</p>}
      <StepBody page={page} keying={keying} pressed={pressed} />
      <ConfirmButton label={t('putAside')} sentence={t('putAsideAsk')} yes={t('putAsideYes')} onConfirm={putAside} />
    </section>
  );
}

const titles = {
  first: 'firstTitle',
  'hand-over': 'handOverTitle',
  second: 'secondTitle',
  'lines-differ': 'differTitle',
  'validity-differs': 'validityTitle',
  agreed: 'castTitle',
} as const;

interface StepProps {
  readonly page: BallotPage;
  readonly keying: Keying;
  pressed(press: Press): void;
}

function StepBody({ page, keying, pressed }: StepProps) {
  const { t, pick } = useTranslation(sentences);
  switch (keying.step) {
    case 'first':
    case 'second':
      return <EntryPad page={page} keying={keying} pressed={pressed} />;
    case 'hand-over':
      return (
        <>
          <p>{t('handOver')}</p>
          <p>
            <button type="button" class="main-button" onClick={() => pressed({ kind: 'take-over' })}>
              {t('takeOver')}
            </button>
          </p>
        </>
      );
    case 'lines-differ':
      return (
        <>
          <p>{t('differ', { number: keying.places.length })}</p>
          <AskLine page={page} keying={keying} pressed={pressed} />
          {keying.decided.length > 0 && (
            <button type="button" onClick={() => pressed({ kind: 'back' })}>
              {t('back')}
            </button>
          )}
        </>
      );
    case 'validity-differs':
      return (
        <>
          <p>{t('validity')}</p>
          <div class="actions">
            {page.form.invalidSheetReasons.map(({ id, label }) => (
              <button key={id} type="button" onClick={() => pressed({ kind: 'whole-invalid', reason: id })}>
                {t('wholeInvalidFor', { reason: pick(label) })}
              </button>
            ))}
            <button type="button" onClick={() => pressed({ kind: 'valid-after-all' })}>
              {t('validAfterAll')}
            </button>
          </div>
        </>
      );
    case 'agreed':
      return null;
  }
}

/** One person's entry: one press for each line, and one to finish. */
function EntryPad({
  page,
  keying,
  pressed,
}: StepProps & { readonly keying: Extract<Keying, { step: 'first' | 'second' }> }) {
  const { t, pick } = useTranslation(sentences);
  const size = page.subjects.length;
  const { lines } = keying;
  const complete = lines.length === size;
  return (
    <>
      <p class="quiet small keyboard-hint">{t('keyboard', { levels: page.form.levels.length })}</p>
      {lines.length > 0 && <LastLine page={page} lines={lines} />}
      {complete ? (
        <p role="status">{t('complete', { size })}</p>
      ) : (
        <AskLine page={page} keying={keying} pressed={pressed} />
      )}
      <div class="choices">
        <button type="button" disabled={lines.length === 0} onClick={() => pressed({ kind: 'back' })}>
          {t('back')}
        </button>
        <button type="button" class="main-button" disabled={!complete} onClick={() => pressed({ kind: 'finish' })}>
          {t('finish')}
        </button>
      </div>
      <details class="whole-invalid">
        <summary>{t('wholeInvalid')}</summary>
        <div class="actions">
          {page.form.invalidSheetReasons.map(({ id, label }) => (
            <button key={id} type="button" onClick={() => pressed({ kind: 'whole-invalid', reason: id })}>
              {pick(label)}
            </button>
          ))}
        </div>
      </details>
    </>
  );
}

function LastLine({ page, lines }: { readonly page: BallotPage; readonly lines: readonly MarkedLine[] }) {
  const { t, pick } = useTranslation(sentences);
  const at = lines.length - 1;
  const line = lines[at] ?? null;
  const level = line === null ? undefined : page.form.levels[line];
  return (
    <p class="last-line">
      {t('lastLine', {
        number: lines.length,
        name: page.subjects[at]?.name ?? '',
        mark: level === undefined ? t('noMark') : pick(level.label),
      })}
    </p>
  );
}

/** Asks for one line: the person's name, and a button for each level. */
function AskLine({ page, keying, pressed }: StepProps) {
  const { t, pick } = useTranslation(sentences);
  const place = placeAsked(keying, page.subjects.length);
  const subject = place === undefined ? undefined : page.subjects[place];
  if (place === undefined || subject === undefined) return null;
  return (
    <fieldset class="ask-line">
      <legend aria-live="polite">
        <span class="quiet">{t('lineOf', { number: place + 1, size: page.subjects.length })}</span>
        <span class="line-name">{subject.name}</span>
        <span class="quiet small">{subject.position}</span>
      </legend>
      <div class="marks">
        {page.form.levels.map(({ id, label }, level) => (
          <button key={id} type="button" onClick={() => pressed({ kind: 'mark', line: level })}>
            <kbd>{level + 1}</kbd> {pick(label)}
          </button>
        ))}
        <button type="button" onClick={() => pressed({ kind: 'mark', line: null })}>
          <kbd>0</kbd> {t('noMark')}
        </button>
      </div>
    </fieldset>
  );
}
