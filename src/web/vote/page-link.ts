import { parseVotingLink, type VotingLink } from '../../client/voting-link.ts';
import type { DeviceStorage } from '../shared/device/device-storage.ts';

const name = 'phieu.vote.link';

/**
 * The link this page was opened with, taken out of the address bar at once. A tab keeps it for a reload and forgets it
 * when it is closed (docs/decisions/what-a-phone-keeps.md).
 */
export function takeLink(tab: DeviceStorage): VotingLink | undefined {
  const address = window.location.href;
  if (window.location.hash !== '') {
    window.history.replaceState(null, '', window.location.pathname + window.location.search);
    const link = parseVotingLink(address);
    if (link === undefined) tab.remove(name);
    else tab.write(name, address);
    return link;
  }
  return parseVotingLink(tab.read(name) ?? '');
}
