import type { ComponentChildren } from 'preact';
import { useRoom } from '../shared/frame/use-room.ts';

interface Props {
  readonly steps: ComponentChildren;
  /** Only where there is room beside the work; by default below it otherwise. */
  readonly besideOnly?: boolean;
  readonly children: ComponentChildren;
}

/** So wide is a step's screen with all steps beside it. */
const roomForBoth = 1040;

/** The work, and all steps beside it where there is room. The work comes first for whoever goes by keyboard or hears the page. */
export function WithSteps({ steps, besideOnly = false, children }: Props) {
  const isBeside = useRoom(roomForBoth);
  return (
    <div class={isBeside ? 'work work-beside' : 'work'}>
      <div class="work-now">{children}</div>
      {(isBeside || !besideOnly) && <div class="work-steps">{steps}</div>}
    </div>
  );
}
