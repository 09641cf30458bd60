import fc from 'fast-check';
import { isPersonal, redact, redactCommand } from '../../src/questions/redact.js';

test.each([
  ['почта anna@example.org, срочно', 'почта <e-mail>, срочно'],
  ['звонить +7 (912) 345-67-89 вечером', 'звонить <phone> вечером'],
  ['звонить 8-912-345-67-89', 'звонить <phone>'],
  ['см. https://example.org/a?b=1 и дальше', 'см. <url> и дальше'],
  ['бот 1234567890:AAabcdefghijklmnopqrstuvwxyz0123456', 'бот <token>'],
  ['ключ ghp_abcdefghijkl0123456789', 'ключ <token>'],
])('%s → %s', (text, clean) => {
  expect(redact(text)).toBe(clean);
});

test.each([
  'в 1941–1945 годах',
  'версия 10.0.26100.1742',
  'адрес 192.168.100.200 в сети',
  'число 3 000 000 000',
  'docker run -p 8080:80 nginx',
  'слово КонтейнеризацияПриложенийНаСервере',
])('%s is nobody’s data', (text) => {
  expect(isPersonal(text)).toBe(false);
});

test('words a person put into a command are not shown', () => {
  expect(redactCommand('git commit -m "Привет от Анны"')).toBe('git commit -m "…"');
  expect(redactCommand("git config user.name 'Anna'")).toBe('git config user.name "…"');
  expect(redactCommand('git clone https://example.org/x.git')).toBe('git clone <url>');
});

test('redacting twice changes nothing more', () => {
  fc.assert(fc.property(fc.string(), (text) => redact(redact(text)) === redact(text)));
});
