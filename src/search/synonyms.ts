/**
 * Words people use for the same thing when they look something up: jargon, nicknames, the Russian and the English name.
 * In: a word of a query. Out: other words under which the notes may have it. Never used to judge an answer:
 * there «ветка» is not `branch`, here whoever asks for one is glad to find the other.
 */
import { aliasOf } from '../russian/aliases.js';
import { rootOf } from './tokens.js';

/** Each line is one meaning; every word of it leads to the others. */
const MEANINGS = [
  // Things
  'образ image имейдж имедж имидж имадж',
  'контейнер container',
  'том volume вольюм волюм вольюмы',
  'слой layer лэер лейер',
  'тег тэг tag метка',
  'реестр registry регистри',
  'репозиторий репа репо repository repo',
  'ветка branch бранч',
  'слияние merge мердж мерж',
  'коммит commit комит',
  'индекс index staging стейджинг',
  'под pod пода поды подик',
  'узел нода node хост',
  'кластер cluster',
  'кубер кубернетес кубернетис куб k8s к8с kubernetes',
  'кубконтрол кубцтл кубктл kubectl',
  'неймспейс namespace',
  'оперативка память ram озу',
  'проц процессор cpu цпу',
  'папка каталог директория folder directory дира',
  'файл file',
  'порт port',
  'сеть network нетворк',
  'сервер server',
  'роутер маршрутизатор router',
  'свитч свич коммутатор switch',
  'файрвол файервол фаервол firewall брандмауэр',
  'комп компьютер',
  'айпи айпишник ip ipv4',
  'мускул mysql майэскуэль',
  'постгря постгрес постгра postgresql postgres',
  'монга монго mongodb mongo',
  'винда windows',
  'линух линукс linux',
  'мак макос mac macos',
  'гит git',
  'джойн join',
  'селект select',
  'база бд database',
  'таблица table',
  'ключ key флаг опция',
  'запрос query',
  'переменная variable',
  'пользователь юзер user',
  'права permissions доступ',
  'лог log логи журнал вывод',
  'терминал консоль shell шелл',
  'скрипт script',
  'процесс process',
  'функция function',
  'список list лист',
  'словарь dict дикт',
  'кортеж tuple тапл тьюпл',
  'множество set сет',
  'строка string стринг',
  'декоратор decorator',
  'зависимость dependency зависимости',
  'окружение env среда',
  'регулярка regex регекс регулярное',
  'недостаток минус недостатки минусы против',
  'преимущество плюс плюсы преимущества достоинство достоинства',
  'побочка побочный побочные',
  'передоз передозировка',
  'юрлицо юридическое',
  'физлицо физическое',
  'кэш кеш cache',
  'экспоуз expose',
  'праймари первичный primary',
  'форин внешний foreign',
  'кей ключ key',
  'сетка сеть',
  'игнор gitignore игнорировать',
  'экзек exec',
  'локалка локальный lan',
  'виртуалка виртуальный vm вм',
  'вирт виртуальный',
  'либа библиотека library',
  'венв venv',
  'конфиг config настройка настройки',
  'инет интернет internet',
  'шлюз gateway гейт',
  'юдп udp',
  'заменитель субститут',
  'дубль повтор дубликат',
  'количество число count',
  'уровень слой layer',
  // Doing
  'показать показывать покажет посмотреть просмотреть смотреть вывести узнать увидеть глянуть проверить список перечень show view list',
  'удалить удаляет снести стереть убрать грохнуть почистить очистить выкинуть удаление rm delete remove drop',
  'остановить остановка стопнуть тормознуть погасить выключить stop down даун',
  'убить прибить грохнуть кильнуть завершить немедленно kill',
  'запустить поднять стартануть стартовать запуск включить run start up ран ап',
  'запущенный работающий running активный',
  'создать сделать завести создание create',
  'добавить положить add',
  'собрать сборка build билд',
  'отправить залить выложить push',
  'скачать стянуть загрузить выкачать download pull fetch',
  'откатить отменить отмена вернуть откат откаты отменяет rollback revert undo reset restore',
  'слить влить объединить слияние сливать merge',
  'скопировать копировать склонировать clone copy cp',
  'переместить переименовать перенести mv move rename',
  'перейти переключиться сменить switch checkout',
  'спрятать отложить stash',
  'найти искать поиск отыскать find search grep',
  'масштабировать увеличить скейл scale',
  'развернуть выкатить выкат deploy deployment',
  'логин войти зайти login',
  'следить наблюдать отслеживать смотреть',
  'поменять изменить сменить менять исправить правка',
  'установить поставить установка install',
  'перезапустить рестарт restart',
  'сохранить сохранение save',
  'открыть открыл открыла зайти обнаружил увидел',
  'изобрел придумал автор',
  'нагрузка расход ест занимает потребляет',
  'выйти выход закрыть exit quit',
  'заменить замена replace',
  'отсортировать сортировка order sort',
  'сгруппировать группировка group',
  'появился возник основан',
  'победил победа разбил выиграл',
  // Numbers of laws and forms
  'первый первая первое первого 1 i',
  'второй вторая второе второго 2 ii',
  'третий третья третье третьего 3 iii',
  'четвертый четвертая четвертое 4 iv',
  'пятый пятая пятое 5 v',
];

const others = new Map<string, Set<string>>();
for (const meaning of MEANINGS) {
  const group = meaning.split(' ');
  for (const word of group) {
    const root = rootOf(word);
    const known = others.get(root) ?? new Set();
    for (const other of group) if (rootOf(other) !== root) known.add(other);
    others.set(root, known);
  }
}

const NONE: ReadonlySet<string> = new Set();

/** Other words for the same, in no order; none for a word that is not in the table. */
export function synonymsOf(word: string): ReadonlySet<string> {
  const alias = aliasOf(word);
  const known = others.get(rootOf(word));
  if (alias === undefined) return known ?? NONE;
  return new Set([alias, ...(known ?? []), ...(others.get(rootOf(alias)) ?? [])]);
}
