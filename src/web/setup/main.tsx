import '../shared/frame/old-browsers.ts';
import '../shared/frame/no-eval.ts';
import { startPage } from '../shared/frame/start-page.tsx';
import { SetupPage } from './setup-page.tsx';

// Gone from the address bar before anything else.
const token = window.location.hash.slice(1);
window.history.replaceState(null, '', window.location.pathname);

startPage(<SetupPage token={token} />);
