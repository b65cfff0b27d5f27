/** A credential on two lines: its groups stay whole and large enough to type from. */
export function credentialLines(credential: string): string[] {
  const groups = credential.split('-');
  const half = Math.ceil(groups.length / 2);
  const first = groups.slice(0, half).join('-');
  const second = groups.slice(half).join('-');
  return second === '' ? [first] : [`${first}-`, second];
}
