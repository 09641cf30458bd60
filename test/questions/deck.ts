/** Facts and decks for tests of question kinds, in our own words. */
import type { CodeLine, Command, Definition, Fact, Statement } from '../../src/notes/note.js';

const base = (id: string, line: number, section: string | null) => ({
  id,
  section,
  line,
  source: `строка ${line}`,
  weight: 0 as const,
});

/** `Term - text` on its own line; the id is the term. */
export const definition = (
  term: string,
  text: string,
  line = 1,
  section: string | null = null,
): Definition => ({ kind: 'definition', term, text, ...base(`${term}:${line}`, line, section) });

/** `command  - purpose` on its own line; the id is the command. */
export const command = (
  name: string,
  purpose: string,
  line = 1,
  section: string | null = null,
): Command => ({
  kind: 'command',
  command: name,
  purpose,
  ...base(`${name}:${line}`, line, section),
});

export const codeLine = (code: string, comment: string, line = 1): CodeLine => ({
  kind: 'code',
  code,
  comment,
  ...base(`${code}:${line}`, line, null),
});

export const statement = (text: string, subject: string | null = null, line = 1): Statement => ({
  kind: 'statement',
  text,
  subject,
  ...base(`${text}:${line}`, line, subject),
});

/** Five definitions and three commands: the size of a real beginner's notes. */
export const gitDeck: readonly Fact[] = [
  definition('Git', 'это система контроля версий для файлов проекта', 1, 'Что такое Git'),
  definition('Git-коммит', 'снимок всех изменений (с автором и сообщением)', 5, 'Git-коммит'),
  definition('Git-ветка', 'подвижный указатель на последний снимок истории', 9, 'Git-ветка'),
  definition('Git remote', 'адрес копии проекта на другом компьютере', 12, 'Git remote'),
  definition('Git stash', 'полка для незаконченной работы', 15, 'Git stash'),
  command('git status', 'посмотреть список изменённых файлов', 20, 'Команды'),
  command('git log', 'посмотреть историю снимков', 21, 'Команды'),
  command('git log --oneline', 'посмотреть историю ОДНОЙ строкой на снимок', 22, 'Команды'),
];

/** Twelve terms of cell biology under two headings. */
export const cellDeck: readonly Fact[] = [
  ['Ядро', 'хранилище наследственной информации', 'Органоиды'],
  ['Рибосома', 'место сборки белка из аминокислот', 'Органоиды'],
  ['Митохондрия', 'органоид, который даёт энергию за счёт дыхания', 'Органоиды'],
  ['Хлоропласт', 'зелёная пластида, где идёт фотосинтез', 'Органоиды'],
  ['Лизосома', 'пузырёк с пищеварительными ферментами', 'Органоиды'],
  ['Вакуоль', 'запас воды и солей у растений', 'Органоиды'],
  ['Мембрана', 'тонкая граница между средой и содержимым', 'Органоиды'],
  ['Митоз', 'деление, после которого набор хромосом прежний', 'Деление'],
  ['Мейоз', 'деление, которое вдвое уменьшает набор хромосом', 'Деление'],
  ['Интерфаза', 'подготовка к делению, удвоение наследственного вещества', 'Деление'],
  ['Центромера', 'перетяжка, к которой крепятся нити веретена', 'Деление'],
  ['Кроссинговер', 'обмен участками между парными хромосомами', 'Деление'],
].map(([term = '', text = '', section = ''], i) => definition(term, text, i + 1, section));

/** Ten commands of one program with plain purposes. */
export const commandDeck: readonly Fact[] = [
  ['kubectl get pods', 'показать все поды'],
  ['kubectl get nodes', 'вывести список машин кластера'],
  ['kubectl logs <pod>', 'прочитать журнал пода'],
  ['kubectl apply -f <file>', 'создать или обновить объекты из файла'],
  ['kubectl delete -f <file>', 'удалить объекты, описанные в файле'],
  ['kubectl describe pod <pod>', 'узнать подробности и события пода'],
  ['kubectl exec -it <pod> sh', 'открыть оболочку внутри работающего пода'],
  ['kubectl rollout undo deployment <name>', 'вернуть прошлую версию развёртывания'],
  ['kubectl scale deployment <name>', 'изменить число копий приложения'],
  ['kubectl top nodes', 'измерить нагрузку на машины'],
].map(([name = '', purpose = ''], i) => command(name, purpose, i + 1, 'Команды'));
