import '../shared/old-browsers.ts';
import '../shared/no-eval.ts';
import { keepingIn } from '../shared/keeping.ts';
import { startPage } from '../shared/start-page.tsx';
import { TellerPage } from './teller-page.tsx';

startPage(<TellerPage phone={keepingIn(() => localStorage)} />);
