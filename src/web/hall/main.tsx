import '../shared/frame/old-browsers.ts';
import '../shared/frame/no-eval.ts';
import { startPage } from '../shared/frame/start-page.tsx';
import { HallPage } from './hall-page.tsx';

startPage(<HallPage />);
