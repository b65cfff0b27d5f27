import '../shared/frame/old-browsers.ts';
import '../shared/frame/no-eval.ts';
import { startPage } from '../shared/frame/start-page.tsx';
import { AccountsPage } from './accounts-page.tsx';
import { WelcomePage } from './welcome-page.tsx';

const welcome = '#/welcome/';
const { hash, pathname } = window.location;

if (hash.startsWith(welcome)) {
  // Gone from the address bar before anything else.
  window.history.replaceState(null, '', pathname);
  startPage(<WelcomePage token={hash.slice(welcome.length)} />);
} else {
  startPage(<AccountsPage />);
}
