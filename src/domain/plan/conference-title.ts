/**
 * What the conference is called that a plan asks for: its papers are headed by what it is about, not by the plan that
 * orders it.
 */
export function conferenceTitle(planTitle: string): string {
  return planTitle.replace(/^Kế hoạch(?=\s)/iu, 'Hội nghị');
}
