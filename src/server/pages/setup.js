// The token never leaves this page but for the one request, and is gone from the address bar before anything else.
const token = location.hash.slice(1);
history.replaceState(null, '', location.pathname);

const form = document.getElementById('setup');
const outcome = document.getElementById('outcome');

function tell({ vi, en }) {
  const lines = [
    ['vi', vi],
    ['en', en],
  ].map(([lang, sentence]) => {
    const line = document.createElement('p');
    line.lang = lang;
    line.textContent = sentence;
    return line;
  });
  outcome.replaceChildren(...lines);
}

async function create() {
  const { username, password } = Object.fromEntries(new FormData(form));
  const response = await fetch('/api/setup', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, username, password }),
  });
  if (!response.ok) return tell((await response.json()).messages);
  form.hidden = true;
  return tell({
    vi: 'Đã tạo quản trị viên. Từ nay đăng nhập bằng tên và mật khẩu này.',
    en: 'The administrator was created. Sign in with this name and password from now on.',
  });
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  create().catch(() => tell({ vi: 'Không liên lạc được với máy chủ.', en: 'The server cannot be reached.' }));
});

if (token === '') {
  form.hidden = true;
  tell({
    vi: 'Liên kết thiếu mã; hãy mở đúng liên kết mà máy chủ đã in ra.',
    en: 'The link lacks its token; open exactly the link that the server printed.',
  });
}
