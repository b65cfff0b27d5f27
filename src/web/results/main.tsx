import '../shared/old-browsers.ts';
import '../shared/no-eval.ts';
import { startPage } from '../shared/start-page.tsx';
import { ResultsPage } from './results-page.tsx';

startPage(<ResultsPage />);
