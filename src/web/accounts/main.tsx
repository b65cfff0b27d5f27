import '../shared/frame/old-browsers.ts';
import '../shared/frame/no-eval.ts';
import { startPage } from '../shared/frame/start-page.tsx';
import { AccountsPage } from './accounts-page.tsx';
import { WelcomeLater } from './welcome-later.tsx';

const welcome = '#/welcome/';
const { hash, pathname } = window.location;

if (hash.startsWith(welcome)) {
  // Gone from the address bar before anything else.
  window.history.replaceState(null, '', pathname);
  startPage(<WelcomeLater token={hash.slice(welcome.length)} />);
} else {
  startPage(<AccountsPage />);
}
