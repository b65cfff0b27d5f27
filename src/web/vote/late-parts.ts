import { latePart } from './later.tsx';

/** What can be done with a receipt. Fetched while the voter marks: right after casting the network may be away. */
export const receiptTools = latePart(() => import('./receipt-tools.tsx'));
export const halfTermScreen = latePart(() => import('./half-term-screen.tsx'));
export const checkTracker = latePart(() => import('./check-tracker.tsx'));
export const sharedDevice = latePart(() => import('./shared-device.tsx'));
/** With the reader of PDF files: as large as the page itself. */
export const documentScreen = latePart(() => import('./reading/document-screen.tsx'));
/** Voters never come by the console's code. */
export const phoneTest = latePart(() => import('./phone-test-screen.tsx'));
