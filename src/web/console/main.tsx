import '../shared/old-browsers.ts';
import '../shared/no-eval.ts';
import { startPage } from '../shared/start-page.tsx';
import { ConsolePage } from './console-page.tsx';

startPage(<ConsolePage />);
