import type { ComponentType } from 'preact';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLater } from '../shared/fetch/use-later.ts';
import type { StepProps } from './step.ts';

/** The screen of a step that many sessions never come to: fetched when somebody does. */
export function laterScreen(fetchScreen: () => Promise<ComponentType<StepProps>>): ComponentType<StepProps> {
  return function LaterScreen(props) {
    const screen = useLater(fetchScreen);
    return <Loaded of={screen}>{(Screen) => <Screen {...props} />}</Loaded>;
  };
}
