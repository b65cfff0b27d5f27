import '../frame/old-browsers.ts';
import decodeQR from 'qr/decode.js';
import { serveLine } from '../workers/serve-line.ts';
import type { DecodePrograms } from './decode-message.ts';

// Away from the screen: a picture takes tens of milliseconds, on an old phone many more.
serveLine<DecodePrograms>(() => ({
  decode: (picture) => {
    try {
      return decodeQR(picture);
    } catch {
      // The library throws for every picture without a code: that is most of them.
      return null;
    }
  },
}));
