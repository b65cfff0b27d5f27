import type { ComponentChildren } from 'preact';
import type { Action } from '../forms/use-action.ts';
import { officeSentences } from '../frame/office-sentences.ts';
import { useTranslation } from '../show/sentences.ts';
import { FailureNote } from './failure-note.tsx';
import { Loaded } from './loaded.tsx';
import type { Part, PartsList } from './use-parts.ts';

interface FrameProps<Value> {
  readonly of: PartsList<unknown, Value>;
  children(shown: Value): ComponentChildren;
}

/** What was read of a list, which stays until something else has come, and the button that reads on. */
export function PartsFrame<Value extends Part>({ of: { loaded, shown, isBusy, more }, children }: FrameProps<Value>) {
  if (shown === undefined) return <Loaded of={loaded}>{() => null}</Loaded>;
  return (
    <>
      {loaded.state === 'failed' && <FailureNote failure={loaded.failure} retry={() => void loaded.reload()} />}
      <ReadOn next={shown.value.next} more={more} isBusy={isBusy || loaded.state !== 'ready'}>
        {children(shown.value)}
      </ReadOn>
    </>
  );
}

interface Props {
  readonly next: string | null;
  readonly more: Action<readonly [], unknown>;
  /** Another list is on its way, or did not come. */
  readonly isBusy: boolean;
  readonly children: ComponentChildren;
}

/** A list as far as it was read, and the button that reads on. */
export function ReadOn({ next, more, isBusy, children }: Props) {
  const { t } = useTranslation(officeSentences);
  const readOn = () => {
    if (!isBusy) void more.run();
  };
  return (
    <>
      <div aria-busy={isBusy || more.busy}>{children}</div>
      <FailureNote failure={more.failure} />
      {next !== null && (
        <p class="no-print">
          <button type="button" onClick={readOn}>
            {t('more')}
          </button>
        </p>
      )}
    </>
  );
}
