import { useEffect } from 'preact/hooks';
import { call } from '../../../client/api.ts';
import { listRollImports, takeBackParticipants } from '../../../contract/imports/imports.ts';
import { useConnection } from '../../shared/fetch/connection.ts';
import { FailureNote } from '../../shared/fetch/failure-note.tsx';
import { useLoad } from '../../shared/fetch/use-load.ts';
import { ImportsTitle } from '../../shared/imports/imports-title.tsx';
import { RollImportEntry } from '../../shared/imports/roll-import-entry.tsx';
import type { StepProps } from '../step.ts';
import { useStepAction } from '../use-step-action.ts';

/** Those who were added at once, to be taken off again together; nothing while nobody was. */
export function RollImports({ session, reload }: StepProps) {
  const connection = useConnection();
  const { id, roll } = session;
  const imports = useLoad(() => call(connection, listRollImports, { params: { sessionId: id } }), [id]);
  const { reload: reloadImports } = imports;
  useEffect(() => void reloadImports(), [roll, reloadImports]);
  const action = useStepAction({ reload }, (importId: string) =>
    call(connection, takeBackParticipants, { params: { sessionId: id, importId } }),
  );
  const all = imports.state === 'ready' ? imports.value : [];
  const shown = all.filter(({ left, takenBack }) => left > 0 || takenBack !== null);
  if (shown.length === 0) return <FailureNote failure={action.failure} />;
  return (
    <section>
      <ImportsTitle of="section" />
      <FailureNote failure={action.failure} />
      <ul class="entries">
        {shown.map((one) => (
          <RollImportEntry key={one.id} one={one} busy={action.busy} onTakeBack={() => void action.run(one.id)} />
        ))}
      </ul>
    </section>
  );
}
