import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import type { OneTimeLink } from '../../contract/account/invitations.ts';
import { fileName, pageFileKinds } from '../../contract/documents/file-name.ts';
import { readAddresses } from '../../contract/service/service.ts';
import type { Role } from '../../domain/account/account.ts';
import { reachOf } from '../../domain/address.ts';
import type { InvitationSlipsData } from '../../print/invitation-slips.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLoad } from '../shared/fetch/use-load.ts';
import { ConfirmButton } from '../shared/forms/confirm-button.tsx';
import { holdUnsaved } from '../shared/forms/unsaved.ts';
import { usePdfActions } from '../shared/print/use-pdf-actions.ts';
import { QrSquare } from '../shared/show/qr-square.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { showMoment } from '../shared/show/show-date.ts';
import { today } from '../shared/show/today.ts';
import { SilenceNote } from '../shared/workers/silence-note.tsx';
import { roleSentence } from './role-sentence.ts';
import { sentences } from './sentences.ts';
import { useSlips } from './use-slips.ts';

interface Props {
  readonly links: readonly OneTimeLink[];
  /** Printed on each slip. */
  readonly committeeName: string | null;
  onDone(): void;
}

/** What a slip makes its holder, in words; null for an account alone. */
function dutyOf(t: (name: (typeof roleSentence)[Role]) => string, { roles }: OneTimeLink): string | null {
  return roles.length === 0 ? null : roles.map((role) => t(roleSentence[role])).join(', ');
}

function addressOf(origin: string, { token }: OneTimeLink): string {
  return `${origin}/accounts#/welcome/${token}`;
}

/**
 * Links as they were just made: a PDF with a slip for each person, or to hand over from the screen. They are nowhere
 * else; the service keeps only hashes of their tokens.
 */
export function OneTimeLinks({ links, committeeName, onDone }: Props) {
  const { t } = useTranslation(sentences);
  const title = useRef<HTMLHeadingElement>(null);
  const [taken, setTaken] = useState(false);
  const connection = useConnection();
  const addresses = useLoad(() => call(connection, readAddresses), []);
  const [isForHere, setForHere] = useState(false);
  useLayoutEffect(() => title.current?.focus(), []);
  useLayoutEffect(() => {
    const question = taken ? undefined : t('linksLost');
    holdUnsaved(title, question);
    return () => holdUnsaved(title, undefined);
  }, [taken]);
  const slips = (origin: string) => (
    <>
      <SlipsFile
        origin={origin}
        links={links}
        committeeName={committeeName}
        isTaken={taken}
        onTaken={() => setTaken(true)}
      />
      <OnScreen origin={origin} links={links} committeeName={committeeName} />
    </>
  );
  return (
    <section class="links">
      <h2 ref={title} tabIndex={-1}>
        {t('linksTitle', { count: links.length })}
      </h2>
      <p>{t('linksRule')}</p>
      {isForHere ? (
        slips(window.location.origin)
      ) : (
        <Loaded of={addresses}>
          {({ signIn }) =>
            reachOf(signIn) === 'phones' ? (
              slips(signIn)
            ) : (
              <NotForPhones address={signIn} onForHere={() => setForHere(true)} />
            )
          }
        </Loaded>
      )}
      <p>
        {taken ? (
          <button type="button" class="main-button" onClick={onDone}>
            {t('linksDone')}
          </button>
        ) : (
          <ConfirmButton
            label={t('linksDrop')}
            sentence={t('linksDropAsk')}
            yes={t('linksDropYes')}
            onConfirm={onDone}
          />
        )}
      </p>
    </section>
  );
}

/** Slips that no phone could use are made only where somebody says that they are for this computer. */
function NotForPhones({ address, onForHere }: { readonly address: string; onForHere(): void }) {
  const { t } = useTranslation(sentences);
  return (
    <div class="note">
      <p>{t('slipsNotForPhones', { address })}</p>
      <p>
        <button type="button" onClick={onForHere}>
          {t('slipsForHere')}
        </button>
      </p>
    </div>
  );
}

interface ScreenProps extends Omit<Props, 'onDone'> {
  /** What the links begin with. */
  readonly origin: string;
}

function OnScreen({ links, committeeName, origin }: ScreenProps) {
  const { t } = useTranslation(sentences);
  const list = (
    <ul class="slips">
      {links.map((link) => (
        <Slip key={link.token} link={link} address={addressOf(origin, link)} committeeName={committeeName} />
      ))}
    </ul>
  );
  if (links.length === 1) return list;
  return (
    <details>
      <summary>{t('linksOnScreen')}</summary>
      {list}
    </details>
  );
}

interface FileProps extends ScreenProps {
  readonly isTaken: boolean;
  onTaken(): void;
}

function SlipsFile({ origin, links, committeeName, isTaken, onTaken }: FileProps) {
  const { t, language } = useTranslation(sentences);
  const request = useMemo(
    (): InvitationSlipsData => ({
      language,
      committeeName,
      createdAt: new Date(),
      slips: links.map((link) => ({
        kind: link.kind,
        name: link.name,
        position: link.position,
        duty: dutyOf(t, link),
        link: addressOf(origin, link),
        until: showMoment(language, link.expiresAt),
      })),
    }),
    [origin, links, committeeName, language],
  );
  const slips = useSlips(request);
  if (slips.stage === 'making') {
    return (
      <>
        <p role="status">{t('slipsMaking')}</p>
        <SilenceNote />
      </>
    );
  }
  if (slips.stage === 'failed') {
    return (
      <p class="note alarm" role="alert">
        {t('slipsFailed')}
      </p>
    );
  }
  return <TakeFile pdf={slips.pdf} committeeName={committeeName} isTaken={isTaken} onTaken={onTaken} />;
}

type TakeProps = Pick<FileProps, 'isTaken' | 'onTaken' | 'committeeName'> & { readonly pdf: Blob };

function TakeFile({ pdf, isTaken, onTaken, committeeName }: TakeProps) {
  const { t, language } = useTranslation(sentences);
  const name = fileName({
    kind: pageFileKinds.invitations,
    language,
    committee: committeeName,
    day: today(),
    ending: 'pdf',
  });
  const { save, open } = usePdfActions(pdf, name, onTaken);
  return (
    <div class="choices">
      <button type="button" class={isTaken ? '' : 'main-button'} onClick={open}>
        {t('slipsOpen')}
      </button>
      <button type="button" onClick={save}>
        {t('slipsSave')}
      </button>
    </div>
  );
}

interface SlipProps extends Pick<Props, 'committeeName'> {
  readonly link: OneTimeLink;
  readonly address: string;
}

function Slip({ link, address, committeeName }: SlipProps) {
  const { t, language } = useTranslation(sentences);
  const { name, position, expiresAt } = link;
  const duty = dutyOf(t, link);
  return (
    <li class="slip">
      <QrSquare text={address} label={t('slipCode', { name })} />
      <div>
        <h3>{name}</h3>
        {position !== null && <p>{position}</p>}
        {duty !== null && <p>{t('slipDuty', { duty })}</p>}
        {committeeName !== null && <p>{committeeName}</p>}
        <p>{t('slipUse', { until: showMoment(language, expiresAt) })}</p>
        <p class="slip-address">{address}</p>
      </div>
    </li>
  );
}
