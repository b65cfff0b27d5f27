import '../shared/old-browsers.ts';
import '../shared/no-eval.ts';
import { render } from 'preact';
import { keepingIn } from '../shared/keeping.ts';
import { applyPreferences } from '../shared/preferences.ts';
import { createSealer } from './sealer.ts';
import { VotingPage } from './voting-page.tsx';

const page = document.getElementById('page');
const sealer = createSealer(() => new Worker(new URL('./seal.worker.ts', import.meta.url)));
const shared = new URLSearchParams(window.location.search).has('shared');

if (page !== null) {
  document.documentElement.setAttribute('data-started', '');
  applyPreferences();
  page.textContent = '';
  render(
    <VotingPage
      sealer={sealer}
      phone={keepingIn(() => localStorage)}
      tab={keepingIn(() => sessionStorage)}
      shared={shared}
    />,
    page,
  );
}
