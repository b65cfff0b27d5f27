import '../shared/old-browsers.ts';
import '../shared/no-eval.ts';
import { startPage } from '../shared/start-page.tsx';
import { PlansPage } from './plans-page.tsx';

startPage(<PlansPage />);
