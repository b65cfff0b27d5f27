import { useEffect, useRef, useState } from 'preact/hooks';
import { type CardRefusal, readCard } from '../../client/teller/key-card.ts';
import type { Recognised } from '../../client/teller/recognise-card.ts';
import { CodeField } from '../shared/scan/code-field.tsx';
import type { CardInHand } from './ceremony-acts.ts';
import { useTellerSpeech } from './speech.ts';
import type { Telling } from './telling.ts';
import type { SessionView } from './telling-state.ts';

interface Props {
  readonly telling: Telling;
  readonly session: SessionView;
  readonly label: string;
  /** Called with the teller's own card only. */
  onCard(card: CardInHand): Promise<unknown> | undefined;
}

/** Takes a key card by scanner or keyboard, and says plainly what is wrong with any other. */
export function CardEntry({ telling, session, label, onCard }: Props) {
  const { say } = useTellerSpeech();
  const [wrong, setWrong] = useState<string>();
  const [busy, setBusy] = useState(false);
  const problem = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (wrong !== undefined) problem.current?.focus();
  }, [wrong]);
  const take = async (text: string) => {
    setWrong(undefined);
    const read = readCard(text);
    if (!read.ok) return setWrong(sayMistake(read, say));
    setBusy(true);
    const recognised = await telling.recognise(read);
    const mistake = sayWhose(recognised, session, say);
    if (mistake === undefined) {
      await onCard(read);
    } else setWrong(mistake);
    return setBusy(false);
  };
  return (
    <>
      <CodeField
        {...{ label: say('cardField'), hint: say('cardHint'), rows: 4, busy }}
        go={busy ? say('cardChecking') : label}
        onCode={(text) => void take(text)}
      />
      <div role="alert" tabIndex={-1} ref={problem}>
        {wrong !== undefined && <p class="note alarm">{wrong}</p>}
      </div>
    </>
  );
}

type Say = ReturnType<typeof useTellerSpeech>['say'];

function sayMistake(refused: CardRefusal, say: Say): string {
  switch (refused.refusal) {
    case 'card-empty':
      return say('cardEmpty');
    case 'card-other-code':
      return say('cardOtherCode');
    case 'card-characters':
      return say('cardCharacters');
    case 'card-check':
      return say('cardCheck');
    case 'card-words-check':
      return say('cardWordsCheck');
    case 'card-word-count':
      return say('cardWordCount', { count: refused.count });
    case 'card-unknown-word':
      return say('cardUnknownWord', { place: refused.place, word: refused.word });
  }
}

/** Undefined for the teller's own card. */
function sayWhose(recognised: Recognised, { tellers }: SessionView, say: Say): string | undefined {
  switch (recognised.kind) {
    case 'own':
      return undefined;
    // The whole screen says so (telling.ts).
    case 'own-key-missing':
      return say('alarmOwnKey');
    case 'another-teller':
      return say('cardOfAnother', { name: tellers.find(({ index }) => index === recognised.teller)?.name ?? '' });
    case 'another-session':
      return say('cardOfAnotherSession');
    case 'another-ceremony':
      return say('cardOfAnotherCeremony');
  }
}
