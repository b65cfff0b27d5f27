import '../shared/old-browsers.ts';
import '../shared/no-eval.ts';
import { startPage } from '../shared/start-page.tsx';
import { DeskPage } from './desk-page.tsx';

startPage(<DeskPage />);
