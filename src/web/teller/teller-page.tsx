import { sessionId as sessionIdSchema } from '../../domain/session/session.ts';
import type { DeviceStorage } from '../shared/device/device-storage.ts';
import { useHash } from '../shared/frame/hash.ts';
import { OfficePage } from '../shared/frame/office-page.tsx';
import { SessionList } from './session-list.tsx';
import { TellerSession } from './teller-session.tsx';
import { useTellerTranslation } from './translation.ts';

interface Props {
  readonly phone: DeviceStorage;
}

/** The tellers' page: the votes in which somebody is a teller, or one of them. */
export function TellerPage({ phone }: Props) {
  const { t } = useTellerTranslation();
  const [first] = useHash();
  const sessionId = sessionIdSchema.safeParse(first).data;
  return (
    <OfficePage title={t('tab')}>
      {sessionId === undefined ? (
        <SessionList />
      ) : (
        <TellerSession key={sessionId} sessionId={sessionId} phone={phone} />
      )}
    </OfficePage>
  );
}
