import '../shared/frame/old-browsers.ts';
import { startPage } from '../shared/frame/start-page.tsx';
import InlineWorker from '../shared/verify/verify.wasm.worker.ts?worker&inline';
import { VerifyPage } from './verify-page.tsx';

startPage(<VerifyPage start={() => new InlineWorker()} />);
