import { useEffect, useRef } from 'preact/hooks';
import type { OneTimeLink } from '../../contract/invitations.ts';
import { QrSquare } from '../shared/qr-square.tsx';
import { useSpeech } from '../shared/sentences.ts';
import { showDate } from '../shared/show-date.ts';
import { sentences } from './sentences.ts';

interface Props {
  readonly links: readonly OneTimeLink[];
  /** Printed on each slip; the committee's name. */
  readonly committee: string | null;
  onDone(): void;
}

/**
 * Links as they were just made: to print, one slip for each person, or to hand over from the screen. They are nowhere
 * else; the service keeps only hashes of their tokens.
 */
export function OneTimeLinks({ links, committee, onDone }: Props) {
  const { say } = useSpeech(sentences);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <section class="links">
      <div class="no-print">
        <h2 ref={title} tabIndex={-1}>
          {say('linksTitle', { count: links.length })}
        </h2>
        <p>{say('linksRule')}</p>
        <div class="choices">
          <button type="button" class="main-button" onClick={() => window.print()}>
            {say('printSlips')}
          </button>
          <button type="button" onClick={onDone}>
            {say('linksDone')}
          </button>
        </div>
      </div>
      <ul class="slips">
        {links.map((link) => (
          <Slip key={link.token} link={link} committee={committee} />
        ))}
      </ul>
    </section>
  );
}

function Slip({ link, committee }: { readonly link: OneTimeLink; readonly committee: string | null }) {
  const { say, language } = useSpeech(sentences);
  const { name, position, token, expiresAt } = link;
  const address = `${window.location.origin}/accounts#/welcome/${token}`;
  return (
    <li class="slip">
      <QrSquare text={address} label={say('slipCode', { name })} />
      <div>
        <h3>{name}</h3>
        {position !== null && <p>{position}</p>}
        {committee !== null && <p>{committee}</p>}
        <p>{say('slipUse', { date: showDate(language, expiresAt) })}</p>
        <p class="slip-address">{address}</p>
      </div>
    </li>
  );
}
