import { withLatinTwins } from '../../src/russian/look-alikes.js';

test('letters with a twin become Latin, others stay', () => {
  expect(withLatinTwins('dосker рs -а')).toBe('docker ps -a');
  expect(withLatinTwins('образ')).toBe('oбpaз');
});
