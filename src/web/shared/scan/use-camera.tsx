import type { ComponentChild, FunctionComponent } from 'preact';
import { useState } from 'preact/hooks';

type View = FunctionComponent<{ onText(text: string): void; close(): void }>;

export interface CameraInPage {
  /** Whether it can be opened now: the browser has one for this page, and it is not open. */
  readonly isOffered: boolean;
  open(): Promise<void>;
  /** Its picture while it looks for a code. */
  readonly view: ComponentChild;
}

/** The camera where the browser offers one, let go as soon as a code was read. */
export function useCamera(onCode: (code: string) => void): CameraInPage {
  const [View, setView] = useState<View>();
  const take = (code: string) => {
    setView(undefined);
    onCode(code);
  };
  return {
    isOffered: View === undefined && hasCamera(),
    open: async () => {
      const { CameraView } = await import('./camera-view.tsx');
      setView(() => CameraView);
    },
    view: View !== undefined && <View onText={take} close={() => setView(undefined)} />,
  };
}

/** Browsers offer a camera to secure pages only. */
export function hasCamera(): boolean {
  return window.isSecureContext && navigator.mediaDevices !== undefined;
}
