import { indexDeck } from '../../../src/questions/deck-index.js';
import { classOfListed } from '../../../src/questions/sentences/enumerated.js';
import { statement } from '../kinds/facts.js';

const classesIn = (names: readonly string[], ...texts: string[]): (string | undefined)[] => {
  const deck = indexDeck(texts.map((text) => statement(text)));
  return names.map((name) => classOfListed(name, deck));
};

test('names listed together are of one class, through other lists as well', () => {
  const [helm, kustomize, argo, vault] = classesIn(
    ['Helm', 'Kustomize', 'Argo', 'Vault'],
    'Пакеты ставят Helm или Kustomize',
    'Сравнили Kustomize, Argo и ручной способ',
    'Секреты хранит Vault',
  );
  expect(helm).toBeDefined();
  expect(kustomize).toBe(helm);
  expect(argo).toBe(helm);
  expect(vault).toBeUndefined();
});

test('a name everybody knows brings its class into the lists of the notes', () => {
  const [linux, haiku, redis] = classesIn(['Linux', 'Haiku', 'Redis'], 'Есть для Windows и Haiku');
  expect(haiku).toBe(linux);
  expect(redis).not.toBe(linux);
});
