import { useEffect, useRef, useState } from 'preact/hooks';
import { useTranslation } from '../show/sentences.ts';
import { useSilence } from '../workers/use-silence.ts';
import { type Camera, type CameraRefusal, openCamera } from './camera.ts';
import { scanSentences } from './scan-sentences.ts';

interface Props {
  onText(text: string): void;
  close(): void;
}

const refusals = {
  'not-allowed': 'cameraNotAllowed',
  'no-camera': 'cameraMissing',
  'camera-busy': 'cameraBusy',
  'not-reading': 'cameraNotReading',
} as const satisfies Record<CameraRefusal, string>;

/** The camera's picture while it looks for a code. A module of its own, loaded when somebody asks for the camera. */
export function CameraView({ onText, close }: Props) {
  const { t } = useTranslation(scanSentences);
  const video = useRef<HTMLVideoElement>(null);
  const [wanted, setWanted] = useState<string>();
  const [camera, setCamera] = useState<Camera>();
  const [refusal, setRefusal] = useState<CameraRefusal>();
  const silent = useSilence();
  const heard = useRef(onText);
  heard.current = onText;
  useEffect(() => {
    const element = video.current;
    if (element === null) return undefined;
    let gone = false;
    let opened: Camera | undefined;
    const begin = async () => {
      const answer = await openCamera(element, wanted, {
        onText: (text) => heard.current(text),
        onBroken: () => setRefusal('not-reading'),
      });
      if (!answer.ok) return setRefusal(answer.refusal);
      // Whoever has left meanwhile leaves no camera running behind.
      if (gone) return answer.camera.stop();
      opened = answer.camera;
      return setCamera(opened);
    };
    void begin();
    return () => {
      gone = true;
      opened?.stop();
    };
  }, [wanted]);
  const next = camera?.next;
  const told = refusal ?? (silent ? 'not-reading' : undefined);
  return (
    <div class="camera">
      <video ref={video} muted playsInline aria-label={t('cameraPicture')} />
      <p role="status">{told ? t(refusals[told]) : t('cameraLooks')}</p>
      <div class="choices">
        {next !== undefined && (
          <button type="button" onClick={() => setWanted(next)}>
            {t('cameraOther')}
          </button>
        )}
        <button type="button" onClick={close}>
          {t('cameraStop')}
        </button>
      </div>
    </div>
  );
}
