import type { Page } from 'playwright-core';

/** Answers of the service that are on their way until they are let go. */
export interface HeldAnswers {
  /** Until the page has asked for one. */
  readonly asked: Promise<void>;
  letGo(): void;
}

/** Keeps back what the service answers at these addresses. */
export async function holdAnswers(page: Page, isHeld: (url: URL) => boolean): Promise<HeldAnswers> {
  const asked = Promise.withResolvers<void>();
  const free = Promise.withResolvers<void>();
  await page.route(isHeld, async (route) => {
    asked.resolve();
    await free.promise;
    await route.fallback();
  });
  return { asked: asked.promise, letGo: () => free.resolve() };
}
