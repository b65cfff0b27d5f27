import '../shared/frame/old-browsers.ts';
import '../shared/frame/no-eval.ts';
import { storageIn } from '../shared/device/device-storage.ts';
import { startPage } from '../shared/frame/start-page.tsx';
import { TellerPage } from './teller-page.tsx';

startPage(<TellerPage phone={storageIn(() => localStorage)} />);
