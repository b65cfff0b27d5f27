import type { ComponentChildren } from 'preact';
import { FailureNote } from '../shared/fetch/failure-note.tsx';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { sentences } from './sentences.ts';
import type { PartsList } from './use-parts.ts';

interface Props<One> {
  readonly of: PartsList<unknown, One>;
  children(shown: readonly One[]): ComponentChildren;
}

/** What was read of a list, which stays until something else has come, and the button that reads on. */
export function PartsFrame<One>({ of: { loaded, shown, isBusy, more }, children }: Props<One>) {
  const { t } = useTranslation(sentences);
  if (shown === undefined) return <Loaded of={loaded}>{() => null}</Loaded>;
  const { next, shown: rows } = shown.value;
  const readOn = () => {
    if (loaded.state === 'ready' && !isBusy) void more.run();
  };
  return (
    <>
      {loaded.state === 'failed' && <FailureNote failure={loaded.failure} retry={() => void loaded.reload()} />}
      <div aria-busy={isBusy || more.busy}>{children(rows)}</div>
      <FailureNote failure={more.failure} />
      {next !== null && (
        <p>
          <button type="button" onClick={readOn}>
            {t('more')}
          </button>
        </p>
      )}
    </>
  );
}
