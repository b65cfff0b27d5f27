import type { LocalText } from '../../../domain/text/local-text.ts';

/** What is said where a code is scanned or typed. */
export const scanSentences = {
  scanWithCamera: { vi: 'Quét bằng camera', en: 'Scan with the camera' },
  codesWaiting: {
    vi: '{number} mã vừa quét đang chờ tra',
    en: '{number} scanned {number|code|codes} waiting to be looked up',
  },
  skipCode: { vi: 'Bỏ qua mã này, tra tiếp', en: 'Leave out this code and go on' },
  scanTake: { vi: 'Dùng mã này', en: 'Use this code' },
  cameraPicture: { vi: 'Hình từ camera', en: 'Picture of the camera' },
  cameraLooks: { vi: 'Đưa mã vào giữa khung hình.', en: 'Hold the code in the middle of the picture.' },
  cameraNotAllowed: {
    vi: 'Trình duyệt chưa được phép dùng camera. Hãy cho phép trong cài đặt của trình duyệt, hoặc gõ mã vào ô.',
    en: 'The browser may not use the camera. Allow it in the browser’s settings, or type the code into the field.',
  },
  cameraMissing: {
    vi: 'Không tìm thấy camera. Hãy dùng máy quét cầm tay hoặc gõ mã vào ô.',
    en: 'No camera was found. Use a hand scanner, or type the code into the field.',
  },
  cameraBusy: {
    vi: 'Một chương trình khác đang dùng camera. Hãy đóng chương trình đó rồi thử lại.',
    en: 'Another program is using the camera. Close it and try again.',
  },
  cameraNotReading: {
    vi: 'Máy này không đọc được mã từ hình của camera. Hãy tải lại trang; nếu vẫn không được, dùng máy quét cầm tay hoặc gõ mã vào ô.',
    en: 'This device could not read codes from the camera’s picture. Load the page again; if that does not help, use a hand scanner or type the code into the field.',
  },
  cameraNeedsTls: {
    vi: 'Camera chỉ dùng được khi địa chỉ trang bắt đầu bằng https. Ở đây hãy dùng máy quét cầm tay hoặc gõ mã vào ô.',
    en: 'The camera works only where the page’s address begins with https. Here use a hand scanner, or type the code into the field.',
  },
  cameraOther: { vi: 'Đổi camera', en: 'Another camera' },
  cameraStop: { vi: 'Tắt camera', en: 'Switch the camera off' },
} as const satisfies Record<string, LocalText>;
