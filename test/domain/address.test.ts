import { expect, test } from 'vitest';
import { reachOf } from '../../src/domain/address.ts';

test.each([
  ['this-computer', 'http://localhost:3000'],
  ['this-computer', 'https://localhost:3443/v'],
  ['this-computer', 'http://phieu.localhost'],
  ['this-computer', 'http://127.0.0.1:3000'],
  ['this-computer', 'http://[::1]:3000'],
  ['this-computer', 'http://0.0.0.0:3000'],
  ['this-computer', 'http://[::]:3000'],
  ['this-computer', 'nothing'],
  ['plain', 'http://192.168.1.10:3000'],
  ['plain', 'http://localhost.example'],
  ['phones', 'https://phieu.example'],
  ['phones', 'https://[fd00::1]:3443/v'],
])('%s: %s', (reach, address) => {
  expect(reachOf(address)).toBe(reach);
});
