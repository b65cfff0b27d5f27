/**
 * Header of an answer: how many rows could not be read, and are missing from what it lists. Left out where there are
 * none. The service's log names them.
 */
export const unreadableRows = 'unreadable-rows';
