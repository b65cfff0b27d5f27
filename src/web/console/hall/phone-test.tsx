import { useEffect } from 'preact/hooks';
import { call } from '../../../client/api.ts';
import { makeTestLink } from '../../../client/voting-link.ts';
import type { ReplyOf } from '../../../contract/operation.ts';
import { readPhoneTest } from '../../../contract/session/phone-test.ts';
import { useConnection } from '../../shared/fetch/connection.ts';
import { Loaded } from '../../shared/fetch/loaded.tsx';
import { useFresh } from '../../shared/fetch/use-fresh.ts';
import { useLasting } from '../../shared/fetch/use-lasting.ts';
import { useLoad } from '../../shared/fetch/use-load.ts';
import { QrSquare } from '../../shared/show/qr-square.tsx';
import { useTranslation } from '../../shared/show/sentences.ts';
import { sentences } from '../sentences.ts';
import type { StepProps } from '../step.ts';

/** A phone is held before this screen: it should show at once that it came through. */
const freshAfter = 2000;

/** Codes that try whether phones come through, and which of them have; papers are tried after them. */
export function PhoneTest({ session, reload }: StepProps) {
  const connection = useConnection();
  const params = { sessionId: session.id };
  const loaded = useLoad(() => call(connection, readPhoneTest, { params }), [session.id]);
  useFresh(loaded.reload, freshAfter);
  const test = useLasting(loaded);
  const isNew = test !== undefined && test.seen.length !== session.phonesSeen.length;
  useEffect(() => {
    if (isNew) void reload();
  }, [isNew, reload]);
  if (test === undefined) return <Loaded of={loaded}>{() => null}</Loaded>;
  return (
    <div class="phone-tests">
      {test.votingAddresses.map((votingAddress, at) => (
        <AddressTest
          key={votingAddress}
          votingAddress={votingAddress}
          test={test}
          session={session}
          isFirst={at === 0}
        />
      ))}
    </div>
  );
}

interface AddressProps extends Pick<StepProps, 'session'> {
  readonly votingAddress: string;
  readonly test: ReplyOf<typeof readPhoneTest>;
  readonly isFirst: boolean;
}

function AddressTest({ votingAddress, test, session, isFirst }: AddressProps) {
  const { t } = useTranslation(sentences);
  const address = new URL(votingAddress).origin;
  const came = (by: 'test' | 'paper') => test.seen.some((one) => one.address === address && one.by === by);
  const link = makeTestLink({ votingAddress, sessionId: session.id, readKey: test.readKey });
  const known = came('paper') ? 'phoneCameByPaper' : came('test') ? 'phoneCameByTest' : 'phoneCameNot';
  return (
    <section class="phone-test">
      <QrSquare text={link} label={t('phoneTestCode', { address })} />
      <div>
        <h3>{t(isFirst ? 'phoneTestPapers' : 'phoneTestSignIn')}</h3>
        <p class="phone-test-address" translate={false}>
          {address}
        </p>
        <p class="note" role="status">
          {t(known)}
        </p>
        {!came('paper') && <p>{t(came('test') ? 'phoneTestPaper' : 'phoneTestHow')}</p>}
      </div>
    </section>
  );
}
