import '../shared/old-browsers.ts';
import '../shared/no-eval.ts';
import { startPage } from '../shared/start-page.tsx';
import { ProjectorPage } from './projector-page.tsx';

startPage(<ProjectorPage />);
