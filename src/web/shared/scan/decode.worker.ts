import '../frame/old-browsers.ts';
import decodeQR from 'qr/decode.js';

/** A picture of the camera, as a canvas gives it. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** What a picture says; null where there is no code in it, or none that can be read. */
export type Decoded = string | null;

// Away from the screen: a picture takes tens of milliseconds, on an old phone many more.
self.addEventListener('message', ({ data }: MessageEvent<Picture>) => {
  self.postMessage(decode(data));
});

function decode(picture: Picture): Decoded {
  try {
    return decodeQR(picture);
  } catch {
    // The library throws for every picture without a code: that is most of them.
    return null;
  }
}
