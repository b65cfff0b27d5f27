import '../shared/frame/old-browsers.ts';
import '../shared/frame/no-eval.ts';
import { startPage } from '../shared/frame/start-page.tsx';
import { ResultsPage } from './results-page.tsx';

startPage(<ResultsPage />);
