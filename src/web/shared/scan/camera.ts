import { lastingLine } from '../workers/lasting-line.ts';
import type { DecodePrograms, Picture } from './decode-message.ts';

/** Why there is no picture, or nothing that looks at it. */
export type CameraRefusal = 'not-allowed' | 'no-camera' | 'camera-busy' | 'not-reading';

export interface Camera {
  /** The device's next camera, all in turn; undefined where there is only one. */
  readonly next: string | undefined;
  /** Lets the camera go. */
  stop(): void;
}

export type OpenedCamera =
  | { readonly ok: true; readonly camera: Camera }
  | { readonly ok: false; readonly refusal: CameraRefusal };

/** As sharp as a code needs and no sharper: every picture is looked through. */
const longestSide = 1000;
const pauseMilliseconds = 120;

/** What is heard of a camera that is shown. */
export interface CameraEvents {
  /** What a code says, each time that it is seen. */
  onText(text: string): void;
  /** Nothing looks for codes any more; the camera is let go. */
  onBroken(): void;
}

/** Shows a camera, the one away from the person if there is a choice, and reads codes from it until stopped. */
export async function openCamera(
  video: HTMLVideoElement,
  deviceId: string | undefined,
  { onText, onBroken }: CameraEvents,
): Promise<OpenedCamera> {
  const size = { width: { ideal: 1280 }, height: { ideal: 720 } };
  const which = deviceId === undefined ? { facingMode: { ideal: 'environment' } } : { deviceId: { exact: deviceId } };
  const opened = await navigator.mediaDevices.getUserMedia({ video: { ...size, ...which } }).catch(refusalOf);
  if (typeof opened === 'string') return { ok: false, refusal: opened };
  const release = () => {
    for (const one of opened.getTracks()) one.stop();
    video.srcObject = null;
  };
  video.srcObject = opened;
  try {
    await video.play();
  } catch {
    // Whoever asked has left meanwhile, or the device gives no picture: the camera is not to stay on.
    release();
    return { ok: false, refusal: 'camera-busy' };
  }
  const onFailure = () => {
    release();
    onBroken();
  };
  const stopReading = readFrom(video, onText, onFailure);
  const devices = await navigator.mediaDevices.enumerateDevices();
  const camera: Camera = {
    next: cameraAfter(opened, devices),
    stop: () => {
      stopReading();
      release();
    },
  };
  return { ok: true, camera };
}

function cameraAfter(shown: MediaStream, devices: readonly MediaDeviceInfo[]): string | undefined {
  const cameras = devices.filter(({ kind }) => kind === 'videoinput').map(({ deviceId }) => deviceId);
  const at = cameras.indexOf(shown.getVideoTracks()[0]?.getSettings().deviceId ?? '');
  return cameras.length > 1 ? cameras[(at + 1) % cameras.length] : undefined;
}

function refusalOf(error: DOMException): CameraRefusal {
  if (error.name === 'NotAllowedError' || error.name === 'SecurityError') return 'not-allowed';
  return error.name === 'NotReadableError' ? 'camera-busy' : 'no-camera';
}

/** One picture at a time: the next is taken once the worker has looked at the last. */
function readFrom(video: HTMLVideoElement, onText: (text: string) => void, onFailure: () => void): () => void {
  const start = () => new Worker(new URL('./decode.worker.ts', import.meta.url));
  const line = lastingLine<DecodePrograms>(start, { repeatable: true });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const later = () => {
    if (!stopped) timer = setTimeout(take, pauseMilliseconds);
  };
  const take = () => {
    const picture = pictureOf(video);
    if (picture === undefined) return later();
    const heard = (text: string | null) => {
      if (text !== null && !stopped) onText(text);
      later();
    };
    return void line.call('decode', picture).then(heard, () => !stopped && onFailure());
  };
  take();
  return () => {
    stopped = true;
    clearTimeout(timer);
    line.close();
  };
}

function pictureOf(video: HTMLVideoElement): Picture | undefined {
  const { videoWidth, videoHeight } = video;
  if (videoWidth === 0) return undefined;
  const scale = Math.min(1, longestSide / Math.max(videoWidth, videoHeight));
  const [width, height] = [Math.round(videoWidth * scale), Math.round(videoHeight * scale)];
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  context?.drawImage(video, 0, 0, width, height);
  const data = context?.getImageData(0, 0, width, height).data;
  return data && { width, height, data };
}
