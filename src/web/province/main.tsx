import '../shared/old-browsers.ts';
import '../shared/no-eval.ts';
import { startPage } from '../shared/start-page.tsx';
import { ProvincePage } from './province-page.tsx';

startPage(<ProvincePage />);
