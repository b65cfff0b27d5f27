/** Address of the voting page, without what is secret: that stands in the fragment, which never leaves a phone. */
export const votingPath = '/v';
