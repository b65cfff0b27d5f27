import '../shared/old-browsers.ts';
import { startPage } from '../shared/start-page.tsx';
import InlineWorker from '../shared/verify/verify.wasm.worker.ts?worker&inline';
import { VerifyPage } from './verify-page.tsx';

startPage(<VerifyPage start={() => new InlineWorker()} />);
