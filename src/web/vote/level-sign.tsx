/** A level's shape: as many bars as there are levels, filled up to its place among them. Told apart in grey too. */
export function LevelSign({ levelIndex, levels }: { readonly levelIndex: number | null; readonly levels: number }) {
  const bars = Array.from({ length: levels }, (_, at) => at);
  const filled = levelIndex === null ? 0 : levels - levelIndex;
  return (
    <svg
      class={`level-sign ${levelIndex === null ? '' : `level-${levelIndex + 1}`}`}
      viewBox={`0 0 ${levels * 8} 20`}
      width={levels * 8}
      height="20"
      aria-hidden="true"
      focusable="false"
    >
      {bars.map((at) => {
        const height = 6 + (12 * (at + 1)) / levels;
        const shape = { x: at * 8 + 1, y: 19 - height, width: 5, height };
        return <rect key={at} {...shape} class={at < filled ? 'bar-full' : 'bar-empty'} />;
      })}
    </svg>
  );
}
