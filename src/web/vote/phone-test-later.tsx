import type { VotingLink } from '../../client/voting-link.ts';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLater } from '../shared/fetch/use-later.ts';

/** Fetched when it is wanted: voters never come by the console's code. */
export function PhoneTestLater(link: Pick<VotingLink, 'sessionId' | 'readKey'>) {
  const screen = useLater(() => import('./phone-test-screen.tsx'));
  return <Loaded of={screen}>{({ PhoneTestScreen }) => <PhoneTestScreen {...link} />}</Loaded>;
}
