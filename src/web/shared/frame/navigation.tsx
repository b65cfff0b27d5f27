import type { AccountView } from '../../../contract/account/accounts.ts';
import { pages } from '../../../contract/service/pages.ts';
import { useTranslation } from '../show/sentences.ts';
import { officeSentences } from './office-sentences.ts';

const entries = [
  { address: '/', sentence: 'navHome', isFor: () => true },
  { address: '/console', sentence: 'navConsole', isFor: ({ grants }: AccountView) => grants.length > 0 },
  { address: '/results', sentence: 'navResults', isFor: ({ personId }: AccountView) => personId !== null },
  { address: '/plans', sentence: 'navPlans', isFor: follows },
  { address: '/half-term', sentence: 'navHalfTerm', isFor: follows },
  { address: '/province', sentence: 'navProvince', isFor: manages },
  { address: '/accounts', sentence: 'navAccounts', isFor: manages },
] as const;

/** Seat holders read the plans that their committees follow, and the reviews. */
function follows({ grants, personId }: AccountView): boolean {
  return grants.length > 0 || personId !== null;
}

function manages({ administrator, grants }: AccountView): boolean {
  return administrator || grants.length > 0;
}

interface Props {
  readonly account: AccountView;
  /** Within the bar; where there is no room they stand one below the other. */
  readonly row: boolean;
}

/** The pages that somebody has business on. */
export function Navigation({ account, row }: Props) {
  const { t } = useTranslation(officeSentences);
  const built = new Set<string>(pages.map(({ address }) => address));
  const shown = entries.filter((entry) => built.has(entry.address) && entry.isFor(account));
  const here = window.location.pathname;
  return (
    <nav class={`navigation navigation-${row ? 'row' : 'list'}`} aria-label={t('navigation')}>
      <ul>
        {shown.map(({ address, sentence }) => (
          <li key={address}>
            <a href={address} aria-current={address === here ? 'page' : undefined}>
              {t(sentence)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
