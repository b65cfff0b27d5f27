import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type CardRefusal, readCard } from '../../client/teller/key-card.ts';
import type { Recognised } from '../../client/teller/recognise-card.ts';
import type { SessionOfTeller } from '../../contract/session/teller-view.ts';
import { CodeField } from '../shared/scan/code-field.tsx';
import type { CardInHand } from './ceremony-acts.ts';
import type { TellerActs } from './teller-acts.ts';
import { useTellerTranslation } from './translation.ts';

interface Props {
  readonly acts: TellerActs;
  readonly session: SessionOfTeller;
  readonly label: string;
  /** Called with the teller's own card only. */
  onCard(card: CardInHand): Promise<unknown> | undefined;
}

type OtherCard = Exclude<Recognised, { kind: 'own' }>;
/** What is not right: with the text that was read, or with whose card it is. */
type Wrong = { readonly mistake: CardRefusal } | { readonly card: OtherCard };

/** Takes a key card by scanner or keyboard, and says plainly what is wrong with any other. */
export function CardEntry({ acts, session, label, onCard }: Props) {
  const { t } = useTellerTranslation();
  const [wrong, setWrong] = useState<Wrong>();
  const [busy, setBusy] = useState(false);
  const problem = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (wrong !== undefined) problem.current?.focus();
  }, [wrong]);
  const take = async (text: string) => {
    setWrong(undefined);
    const read = readCard(text);
    if (!read.ok) return setWrong({ mistake: read });
    setBusy(true);
    const recognised = await acts.recognise(read);
    if (recognised.kind === 'own') await onCard(read);
    else setWrong({ card: recognised });
    return setBusy(false);
  };
  return (
    <>
      <CodeField
        label={t('cardField')}
        hint={t('cardHint')}
        rows={4}
        busy={busy}
        keepsText
        go={busy ? t('cardChecking') : label}
        onCode={(text) => void take(text)}
      />
      <div role="alert" tabIndex={-1} ref={problem}>
        {wrong !== undefined && (
          <p class="note alarm">{'card' in wrong ? sayWhose(wrong.card, session, t) : sayMistake(wrong.mistake, t)}</p>
        )}
      </div>
    </>
  );
}

type Say = ReturnType<typeof useTellerTranslation>['t'];

function sayMistake(refused: CardRefusal, t: Say): string {
  switch (refused.refusal) {
    case 'card-empty':
      return t('cardEmpty');
    case 'card-other-code':
      return t('cardOtherCode');
    case 'card-characters':
      return t('cardCharacters');
    case 'card-check':
      return t('cardCheck');
    case 'card-words-check':
      return t('cardWordsCheck');
    case 'card-word-count':
      return t('cardWordCount', { count: refused.count });
    case 'card-unknown-word':
      return t('cardUnknownWord', { place: refused.place, word: refused.word });
  }
}

function sayWhose(recognised: OtherCard, { tellers }: SessionOfTeller, t: Say): string {
  switch (recognised.kind) {
    // The whole screen says so (alarm-screen.tsx).
    case 'own-key-missing':
      return t('alarmOwnKey');
    case 'another-teller':
      return t('cardOfAnother', { name: tellers.find(({ index }) => index === recognised.teller)?.name ?? '' });
    case 'another-session':
      return t('cardOfAnotherSession');
    case 'another-ceremony':
      return t('cardOfAnotherCeremony');
  }
}
