/** Of one session: enough for every subject's own review and the reports of the largest conference. */
export const mostDossiers = 200;
