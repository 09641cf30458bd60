/**
 * What the words of a command say to whoever reads English: `create` gives «создать …» away as `docker` gives «Docker».
 * In: a command. Out: Russian words with the same meaning, and names without the «my» in front of them.
 */

/** Words that say what a command does; only those that everybody translates in one way. */
const MEANINGS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    add: 'добавить добавление',
    build: 'собрать сборка',
    check: 'проверить проверка',
    clean: 'очистить очистка',
    clear: 'очистить очистка',
    clone: 'клонировать',
    close: 'закрыть',
    copy: 'копировать скопировать копия',
    create: 'создать создание создаёт',
    delete: 'удалить удаление удаляет',
    disable: 'отключить выключить',
    edit: 'править редактировать изменить',
    enable: 'включить',
    exit: 'выйти выход',
    find: 'найти поиск',
    help: 'справка помощь',
    history: 'история',
    install: 'установить установка поставить',
    list: 'список',
    log: 'журнал логи',
    logs: 'журнал логи',
    merge: 'слить слияние',
    move: 'переместить перенести',
    open: 'открыть',
    print: 'напечатать вывести',
    reload: 'перезагрузить',
    remove: 'удалить удаление удаляет',
    rename: 'переименовать',
    restart: 'перезапустить перезапуск',
    restore: 'восстановить восстановление',
    run: 'запустить запуск',
    save: 'сохранить сохранение',
    search: 'искать найти поиск',
    show: 'показать показывает',
    sort: 'сортировать сортировка',
    start: 'запустить запуск',
    status: 'статус состояние',
    stop: 'остановить остановка',
    test: 'тест проверить',
    uninstall: 'удалить удаление',
    update: 'обновить обновление',
    upgrade: 'обновить обновление',
    version: 'версия',
  }),
);

const WORD = /[a-z]+/g;
/** What stands behind «my»: `myrole`, `my-app`. */
const MINE = /(?<=\s)my[-_]?([a-z]{3,})/g;

/** What a reader takes from the words of a command: their Russian meanings, and the names of what is «mine». */
export function meaningsOf(command: string): string {
  const lower = command.toLowerCase();
  const meanings = (lower.match(WORD) ?? []).flatMap((word) => MEANINGS.get(word) ?? []);
  const mine = [...lower.matchAll(MINE)].map(([, name = '']) => name);
  return [...meanings, ...mine].join(' ');
}
