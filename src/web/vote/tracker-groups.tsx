/** A tracker in groups of four, as people read aloud and compare. */
export function groupsOf(tracker: string): readonly string[] {
  return tracker.match(/.{1,4}/g) ?? [];
}

export function TrackerGroups({ tracker }: { readonly tracker: string }) {
  return (
    <p class="tracker" translate={false}>
      {groupsOf(tracker).map((group, at) => (
        <span key={`${at}-${group}`}>
          <span class="tracker-group">{group}</span>{' '}
        </span>
      ))}
    </p>
  );
}

/** Where the record of the box ends, for people to compare. */
export function HeadShown({ title, hash }: { readonly title: string; readonly hash: string }) {
  return (
    <>
      <p>
        <strong>{title}</strong>
      </p>
      <TrackerGroups tracker={hash} />
    </>
  );
}
