import { call } from '../../client/api.ts';
import { readSession } from '../../contract/session/sessions.ts';
import { type SessionId, sessionId } from '../../domain/session/session.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { FailureNote } from '../shared/fetch/failure-note.tsx';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useFresh } from '../shared/fetch/use-fresh.ts';
import { useLasting } from '../shared/fetch/use-lasting.ts';
import { useLoad } from '../shared/fetch/use-load.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { Overview } from './overview.tsx';
import { sentences } from './sentences.ts';
import { StepPage } from './step-page.tsx';

interface Props {
  readonly id: string;
  readonly step: string | undefined;
}

/** One session: its list of steps, or one step's screen. */
export function SessionPage({ id, step }: Props) {
  const { t } = useTranslation(sentences);
  const parsed = sessionId.safeParse(id);
  if (parsed.success) return <Known id={parsed.data} step={step} />;
  return (
    <>
      <ScreenTitle>{t('consoleTitle')}</ScreenTitle>
      <p>{t('unknownScreen')}</p>
      <p>
        <a href={hashTo()}>{t('allSessions')}</a>
      </p>
    </>
  );
}

/** What others do meanwhile, on their own devices, is seen after this time at the latest. */
const freshAfter = 10_000;

function Known({ id, step }: { readonly id: SessionId; readonly step: string | undefined }) {
  const connection = useConnection();
  const loaded = useLoad(() => call(connection, readSession, { params: { sessionId: id } }), [id]);
  const { reload } = loaded;
  useFresh(reload, freshAfter);
  const session = useLasting(loaded);
  if (session === undefined) return <Loaded of={loaded}>{() => null}</Loaded>;
  return (
    <>
      {loaded.state === 'failed' && <FailureNote failure={loaded.failure} retry={() => void reload()} />}
      {step === undefined ? (
        <Overview session={session} />
      ) : (
        <StepPage key={step} id={step} session={session} reload={reload} />
      )}
    </>
  );
}
