import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLater } from '../shared/fetch/use-later.ts';

/** Opened once by each account, by its slip: whoever keeps accounts does not fetch it. */
export function WelcomeLater({ token }: { readonly token: string }) {
  const page = useLater(() => import('./welcome-page.tsx'));
  return <Loaded of={page}>{({ WelcomePage }) => <WelcomePage token={token} />}</Loaded>;
}
