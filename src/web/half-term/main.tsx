import '../shared/old-browsers.ts';
import '../shared/no-eval.ts';
import { startPage } from '../shared/start-page.tsx';
import { HalfTermPage } from './half-term-page.tsx';

startPage(<HalfTermPage />);
