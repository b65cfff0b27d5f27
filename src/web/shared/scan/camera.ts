import type { Decoded, Picture } from './decode.worker.ts';

/** Why there is no picture. */
export type CameraRefusal = 'not-allowed' | 'no-camera' | 'camera-busy';

export interface Camera {
  /** Other cameras of the device can be asked for by `deviceId`. */
  readonly others: readonly string[];
  readonly deviceId: string | undefined;
  /** Lets the camera go. */
  stop(): void;
}

export type OpenedCamera =
  | { readonly ok: true; readonly camera: Camera }
  | { readonly ok: false; readonly refusal: CameraRefusal };

/** As sharp as a code needs and no sharper: every picture is looked through. */
const longestSide = 1000;
const pauseMilliseconds = 120;

/** Shows a camera, the one away from the person if there is a choice, and reads codes from it until stopped. */
export async function openCamera(
  video: HTMLVideoElement,
  deviceId: string | undefined,
  onText: (text: string) => void,
): Promise<OpenedCamera> {
  const size = { width: { ideal: 1280 }, height: { ideal: 720 } };
  const which = deviceId === undefined ? { facingMode: { ideal: 'environment' } } : { deviceId: { exact: deviceId } };
  const opened = await navigator.mediaDevices.getUserMedia({ video: { ...size, ...which } }).catch(refusalOf);
  if (typeof opened === 'string') return { ok: false, refusal: opened };
  video.srcObject = opened;
  await video.play();
  const stopReading = readFrom(video, onText);
  const devices = await navigator.mediaDevices.enumerateDevices();
  const [track] = opened.getVideoTracks();
  const shown = track?.getSettings().deviceId;
  const camera: Camera = {
    deviceId: shown,
    others: devices.filter((one) => one.kind === 'videoinput' && one.deviceId !== shown).map((one) => one.deviceId),
    stop: () => {
      stopReading();
      for (const one of opened.getTracks()) one.stop();
      video.srcObject = null;
    },
  };
  return { ok: true, camera };
}

function refusalOf(error: DOMException): CameraRefusal {
  if (error.name === 'NotAllowedError' || error.name === 'SecurityError') return 'not-allowed';
  return error.name === 'NotReadableError' ? 'camera-busy' : 'no-camera';
}

/** One picture at a time: the next is taken once the worker has looked at the last. */
function readFrom(video: HTMLVideoElement, onText: (text: string) => void): () => void {
  const worker = new Worker(new URL('./decode.worker.ts', import.meta.url));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const take = () => {
    const picture = pictureOf(video);
    if (picture === undefined) timer = setTimeout(take, pauseMilliseconds);
    else worker.postMessage(picture, [picture.data.buffer]);
  };
  worker.onmessage = ({ data }: MessageEvent<Decoded>) => {
    if (data !== null) onText(data);
    timer = setTimeout(take, pauseMilliseconds);
  };
  take();
  return () => {
    clearTimeout(timer);
    worker.terminate();
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
