/** How the workers are started on pages that the service serves. A page that is one file brings its own. */
export function startWorker(): Worker {
  return new Worker(new URL('./verify.wasm.worker.ts', import.meta.url));
}
