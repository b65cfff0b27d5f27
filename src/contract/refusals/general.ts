import type { RefusalText } from './refusal-text.ts';

/** What any operation can be refused for. */
export const generalRefusals = {
  'invalid-request': {
    status: 400,
    sentence: { vi: 'Yêu cầu chưa đúng khuôn dạng.', en: 'The request does not have the right form.' },
  },
  'malformed-json': {
    status: 400,
    sentence: { vi: 'Nội dung gửi lên không phải JSON hợp lệ.', en: 'The body is not valid JSON.' },
  },
  'id-in-use': {
    status: 409,
    sentence: {
      vi: 'Mã này đã dùng cho một nội dung khác; hãy tải lại trang rồi nhập lại.',
      en: 'This id is in use for something else; load the page again and enter it anew.',
    },
  },
  'not-signed-in': {
    status: 401,
    sentence: { vi: 'Cần đăng nhập.', en: 'You need to sign in.' },
  },
  'not-allowed': {
    status: 403,
    sentence: { vi: 'Tài khoản này không có quyền làm việc đó.', en: 'This account may not do that.' },
  },
  'cross-site': {
    status: 403,
    sentence: {
      vi: 'Yêu cầu đến từ một trang khác nên bị từ chối.',
      en: 'The request came from another site and was refused.',
    },
  },
  'not-found': {
    status: 404,
    sentence: { vi: 'Không tìm thấy.', en: 'There is no such thing here.' },
  },
  'tls-required': {
    status: 403,
    sentence: {
      vi: 'Kết nối này không mã hóa. Hãy mở bằng địa chỉ bắt đầu bằng https://; phiếu bầu chỉ bỏ được qua kết nối không mã hóa khi chủ trì đã cho phép.',
      en: 'This connection is not encrypted. Use the address that begins with https://; without it only ballots can be cast, and only where the chair has allowed it.',
    },
  },
  'method-not-allowed': {
    status: 405,
    sentence: { vi: 'Địa chỉ này không nhận phương thức đó.', en: 'This address does not take that method.' },
  },
  'too-large': {
    status: 413,
    sentence: { vi: 'Nội dung gửi lên quá lớn.', en: 'The body is too large.' },
  },
  'unsupported-type': {
    status: 415,
    sentence: {
      vi: 'Kiểu nội dung này không được nhận ở đây.',
      en: 'This address does not take that content type.',
    },
  },
  'not-http': {
    status: 400,
    sentence: { vi: 'Dữ liệu gửi đến không phải là một yêu cầu HTTP.', en: 'What was sent is not an HTTP request.' },
  },
  'invalid-host': {
    status: 400,
    sentence: {
      vi: 'Yêu cầu phải ghi đúng một địa chỉ máy chủ (Host).',
      en: 'A request has to name exactly one host.',
    },
  },
  'too-slow': {
    status: 408,
    sentence: { vi: 'Yêu cầu gửi đến quá chậm; hãy thử lại.', en: 'The request arrived too slowly; try again.' },
  },
  'headers-too-large': {
    status: 431,
    sentence: { vi: 'Phần đầu của yêu cầu quá lớn.', en: "The request's headers are too large." },
  },
  'taken-back-meanwhile': {
    status: 409,
    sentence: {
      vi: 'Người hoặc cấp ủy này vừa được rút lại cùng lần nhập đã đưa vào; không có gì thay đổi.',
      en: 'This person or committee has just been taken back with the import that brought it; nothing was changed.',
    },
  },
  'too-many-streams': {
    status: 429,
    sentence: {
      vi: 'Tài khoản này đang mở quá nhiều màn hình theo dõi; hãy đóng bớt.',
      en: 'This account has too many screens open that follow along; close some of them.',
    },
  },
  overloaded: {
    status: 503,
    sentence: {
      vi: 'Máy chủ đang quá bận; chưa có gì thay đổi. Hãy chờ vài giây rồi thử lại.',
      en: 'The server is too busy just now and nothing was changed. Wait a few seconds and try again.',
    },
  },
  'took-too-long': {
    status: 422,
    sentence: {
      vi: 'Việc này cần quá nhiều thời gian hoặc bộ nhớ nên đã bị dừng; chưa có gì thay đổi. Nếu là tệp bảng tính, hãy chia thành nhiều tệp nhỏ hơn rồi gửi lại.',
      en: 'This needed too much time or memory and was stopped; nothing was changed. If it is a spreadsheet, split it into smaller files and send them again.',
    },
  },
  'record-altered': {
    status: 409,
    sentence: {
      vi: 'Dữ liệu của đợt lấy phiếu này không còn đúng như phần mềm đã ghi nên đợt bị khóa; hãy báo người quản trị máy chủ. Các đợt khác vẫn hoạt động.',
      en: 'What is kept of this session is not what this service wrote, so the session is locked; tell whoever runs the server. Other sessions go on.',
    },
  },
  'storage-full': {
    status: 507,
    sentence: {
      vi: 'Ổ đĩa của máy chủ đã đầy nên chưa ghi được gì; chưa có gì thay đổi. Người vận hành máy chủ cần giải phóng chỗ, sau đó hãy thử lại.',
      en: 'The disk of the server is full, so nothing was stored and nothing was changed. Whoever runs the server must make room; then try again.',
    },
  },
  'storage-failing': {
    status: 503,
    sentence: {
      vi: 'Máy chủ không đọc hoặc ghi được dữ liệu; chưa có gì thay đổi. Người vận hành máy chủ cần xem nhật ký của máy chủ.',
      en: 'The server cannot read or write its data and nothing was changed. Whoever runs the server must look at its log.',
    },
  },
  'database-away': {
    status: 503,
    sentence: {
      vi: 'Máy chủ tạm thời không nối được với cơ sở dữ liệu nên chưa trả lời được và chưa ghi gì; hãy thử lại sau ít phút. Nếu vẫn vậy, hãy báo người vận hành máy chủ.',
      en: 'The server cannot reach its database for now: it gave no answer and stored nothing. Try again in a moment; if it stays so, tell whoever runs the server.',
    },
  },
  'no-authority': {
    status: 404,
    sentence: {
      vi: 'Dịch vụ này không có chứng thư số gốc nào cần cài.',
      en: 'This service has no authority that would have to be installed.',
    },
  },
  'backup-running': {
    status: 409,
    sentence: { vi: 'Đang sao lưu; hãy chờ xong.', en: 'A backup is being made; wait until it is done.' },
  },
  'stored-row-damaged': {
    status: 409,
    sentence: {
      vi: 'Mục này bị hỏng trong cơ sở dữ liệu nên không đọc được; hãy báo người quản trị máy chủ. Các mục khác vẫn hoạt động.',
      en: 'This entry is damaged in the database and cannot be read; tell whoever runs the server. Everything else goes on.',
    },
  },
  internal: {
    status: 500,
    sentence: {
      vi: 'Máy chủ gặp lỗi ngoài dự kiến; yêu cầu chưa được thực hiện trọn vẹn.',
      en: 'The server met an unexpected error; the request may not have been carried out.',
    },
  },
} as const satisfies Record<string, RefusalText>;
