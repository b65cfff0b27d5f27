import '../shared/old-browsers.ts';
import '../shared/no-eval.ts';
import { startPage } from '../shared/start-page.tsx';
import { HomePage } from './home-page.tsx';

startPage(<HomePage />);
