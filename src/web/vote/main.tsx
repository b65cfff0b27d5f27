import '../shared/frame/old-browsers.ts';
import '../shared/frame/no-eval.ts';
import { storageIn } from '../shared/device/device-storage.ts';
import { startPage } from '../shared/frame/start-page.tsx';
import { createSealer } from './sealer.ts';
import { VotingPage } from './voting-page.tsx';

const shared = new URLSearchParams(window.location.search).has('shared');

startPage(
  <VotingPage
    sealer={createSealer()}
    phone={storageIn(() => localStorage)}
    tab={storageIn(() => sessionStorage)}
    shared={shared}
  />,
);
