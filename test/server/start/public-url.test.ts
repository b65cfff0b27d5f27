import { expect, test } from 'vitest';
import { readConfig } from '../../../src/server/config.ts';
import { readPublicUrl } from '../../../src/server/start/public-url.ts';

test.each([
  ['HTTPS://Phieu.Example', 'https://phieu.example'],
  ['https://phieu.example:443//', 'https://phieu.example'],
  ['http://192.168.1.10:3000/', 'http://192.168.1.10:3000'],
  ['http://PHIEU:80', 'http://phieu'],
  ['https://[FD00::1]:3443', 'https://[fd00::1]:3443'],
  ['https://phiếu.example', 'https://xn--phiu-iv5a.example'],
])('%s is %s', (text, origin) => {
  expect(readPublicUrl(text)).toEqual({ ok: true, value: origin });
});

test.each([
  ['public-url-invalid', 'phieu.example'],
  ['public-url-invalid', 'ftp://phieu.example'],
  ['public-url-invalid', 'https:phieu.example'],
  ['public-url-invalid', 'https:///phieu.example'],
  ['public-url-invalid', 'https://phieu.example\\x'],
  ['public-url-invalid', ' https://phieu.example'],
  ['public-url-invalid', 'https://phieu example'],
  ['public-url-invalid', 'https://phieu.example:0'],
  ['public-url-invalid', 'https://phieu.example:70000'],
  ['public-url-invalid', 'https://phieu$.example'],
  ['public-url-with-user', 'https://an@phieu.example'],
  ['public-url-with-user', 'https://an:matkhau@phieu.example/'],
  ['public-url-with-user', 'https://@phieu.example'],
  ['public-url-with-path', 'https://phieu.example/hall'],
  ['public-url-with-path', 'https://phieu.example/a/../'],
  ['public-url-with-query', 'https://phieu.example?'],
  ['public-url-with-query', 'https://phieu.example/?a=b'],
  ['public-url-with-fragment', 'https://phieu.example#'],
  ['public-url-with-fragment', 'https://phieu.example/#/x'],
])('%s: %s', (refusal, text) => {
  expect(readPublicUrl(text)).toEqual({ ok: false, refusal });
  const read = readConfig({ PUBLIC_URL: text });
  expect(read).toMatchObject({ ok: false, refusal, name: 'PUBLIC_URL' });
  if (read.ok) return;
  expect(read.problem.vi).toMatch(/^PUBLIC_URL: \S/);
  expect(read.problem.en).toMatch(/^PUBLIC_URL: \S/);
});

test('HTTPS in capitals is https to everything that asks', () => {
  const read = readConfig({ PUBLIC_URL: 'HTTPS://Phieu.Example/' });
  expect(read).toMatchObject({
    ok: true,
    config: { publicUrl: 'https://phieu.example', secondFactor: 'required' },
  });
});
