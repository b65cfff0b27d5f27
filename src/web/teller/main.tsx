import '../shared/frame/old-browsers.ts';
import '../shared/frame/no-eval.ts';
import { keepingIn } from '../shared/device/keeping.ts';
import { startPage } from '../shared/frame/start-page.tsx';
import { TellerPage } from './teller-page.tsx';

startPage(<TellerPage phone={keepingIn(() => localStorage)} />);
