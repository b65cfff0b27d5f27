/** A hash as people read it aloud and compare it: in groups of four. */
export function HashGroups({ hash }: { readonly hash: string }) {
  const groups = hash.match(/.{1,4}/g) ?? [];
  return (
    <span class="hash-groups" translate={false}>
      {groups.map((group, at) => (
        <span key={at}>{group} </span>
      ))}
    </span>
  );
}
