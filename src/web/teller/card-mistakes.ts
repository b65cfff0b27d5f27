import type { CardRefusal } from '../../client/teller/key-card.ts';
import type { OldCardRefusal } from '../../client/teller/old-key-card.ts';
import type { Recognised } from '../../client/teller/recognise-card.ts';
import type { SessionOfTeller } from '../../contract/session/teller-view.ts';
import type { useTellerTranslation } from './translation.ts';

type Say = ReturnType<typeof useTellerTranslation>['t'];

/** Why what was scanned or typed is no card. */
export function sayMistake(refused: CardRefusal | OldCardRefusal, t: Say): string {
  switch (refused.refusal) {
    case 'card-empty':
      return t('cardEmpty');
    case 'card-other-code':
      return t('cardOtherCode');
    case 'card-digit-count':
      return t('cardDigitCount', { count: refused.count });
    case 'card-groups-check':
      return t('cardGroups', { places: refused.places.join(', ') });
    case 'card-digits-check':
      return t('cardDigitsCheck');
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

/** Whose a card is that is not the teller's own. */
export function sayWhose(
  recognised: Exclude<Recognised, { kind: 'own' }>,
  { tellers }: SessionOfTeller,
  t: Say,
): string {
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
