/**
 * Is somebody, not something, described? «Что такое» and «Как это называется» are no questions about people.
 * In: a term and its description. Out: yes or no. Units that bear a surname (ньютон, ампер, тесла) are no people here.
 */
import { formOf } from './form.js';
import { pattern } from '../../russian/pattern.js';

/** Surnames that notes give without a word about who that is; none of them is another word, too. */
const SURNAMES = new Set(
  (
    'адлер аристотель ахматова бандура бах бек беккер бетховен бехтерев блок бор бродский бруно брунер булгаков бутлеров вавилов вебер вернадский вертгеймер ' +
    'виноградов витгенштейн вольтер вундт выготский гаусс гегель гейзенберг геродот гёте гиппократ гоббс гоголь грибоедов гумбольдт гюго данте дарвин ' +
    'декарт демокрит державин джойс дирак достоевский дьюи евклид есенин зейгарник зощенко ибсен кант карамзин кейнс келли кеплер кёлер кольцов ' +
    'конфуций коперник королёв кулибин курчатов кутузов кэмпбелл лавуазье ламарк леви-стросс левин лейбниц ленин лермонтов леонтьев лобачевский локк ' +
    'ломоносов лурия макиавелли максвелл малевич мамардашвили маркс маслоу маяковский мендель менделеев мечников миклухо-маклай моцарт найссер некрасов ' +
    'ницше нобель пастер пастернак пиаже пирогов пифагор планк платон плутарх прокофьев пушкин резерфорд репин риккерт роджерс рубинштейн руссо ' +
    'салтыков сартр сеченов сиддхартха скиннер смит сократ соссюр спиноза сталин столыпин суворов титченер толмен толстой торндайк троцкий тургенев тьюринг ' +
    'тютчев уотсон ухтомский ушинский фалес фарадей фейербах ферма фет флеминг фрейд фромм хайдеггер хомский хорни цветаева циолковский чайковский чехов ' +
    'шекспир шеллинг шопенгауэр шостакович шрёдингер эвклид эдисон эйлер эйнштейн эльконин энгельс эриксон эскулап юм юнг якобсон ясперс'
  ).split(' '),
);

/** «Александр II», «Смит (1776)», «Пирсон 1900» */
const RULER = /^\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)*\s(?:[IVX]+|\(?1\d{3}\)?|\(?20\d{2}\)?)$/u;
/** «Леонтьев А.Н.», «И. П. Павлов», «Павлов И.» */
const INITIALS =
  /^(?:(?:\p{Lu}\p{Ll}?\.[\s-]?){1,2}\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?|\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s(?:\p{Lu}\p{Ll}?\.[\s-]?){1,2})$/u;
/** «Выготский (1896–1934)», «Ольга (945–964)» */
const LIFE =
  /^\p{Lu}\p{Ll}+(?:[\s-]\p{Lu}\p{Ll}+)*\s*\(\d{3,4}\s*[-–—]\s*\d{3,4}(?:\s*гг?\.?)?\)$/u;
/** One to three words with capitals, as people are called; abbreviations and Latin names are none. */
const NAME = /^\p{Lu}\p{Ll}+(?:[\s-]\p{Lu}\p{Ll}+){0,2}$/u;
/** «русский физиолог, …», «основатель бихевиоризма» */
const CALLING = pattern(
  /^(?:\p{L}+(?:ий|ый|ой|ая) ){0,2}(?:основатель|основательница|основоположник|уч[её]ный|ученик|ученица|физик|химик|математик|психолог|психиатр|философ|врач|хирург|физиолог|биолог|ботаник|генетик|лингвист|экономист|историк|географ|астроном|изобретатель|император|императрица|князь|княгиня|царь|царица|король|королева|полководец|поэт|поэтесса|писатель|писательница|художник|художница|композитор|архитектор|президент|политик|революционер|мореплаватель|путешественник|первооткрыватель|создатель|космонавт|инженер)(?!\p{L})/iu,
);

/** Can the name be nobody's but a person's: a number of a ruler, initials, years of life, a surname everybody knows? */
export const isNameOfPerson = (name: string): boolean =>
  RULER.test(name) ||
  INITIALS.test(name) ||
  LIFE.test(name) ||
  (NAME.test(name) && SURNAMES.has(name.split(/\s/u).at(-1)?.toLowerCase() ?? ''));

/** «Персоны», «Учёные-физики»: a heading of names; those of mosses under «Представители» are none. */
const PEOPLE = pattern(
  /(?<!\p{L})(?:персоны|персоналии|личности|уч[её]ные|педагоги|деятели|психологи|философы|мыслители|писатели|поэты|художники|композиторы|правители|цари|князья|императоры|полководцы|реформаторы)(?!\p{L})/iu,
);
const YEARS = /\s*\(\d{3,4}\s*[-–—]\s*\d{0,4}[^()]*\)$/u;

/** Does the heading say that its terms are people? In: a heading or null. */
export const isOfPeople = (section: string | null): boolean =>
  section !== null && PEOPLE.test(section);

/** Does the look of a name, its heading, or what is said behind it, tell that a person is meant? */
export const isPerson = ({
  name,
  text,
  section = null,
}: {
  readonly name: string;
  readonly text: string;
  readonly section?: string | null;
}): boolean =>
  isNameOfPerson(name) ||
  formOf(text).startsWith('past') ||
  (NAME.test(name.replace(YEARS, '')) && (CALLING.test(text) || isOfPeople(section)));

/** Where the description begins with a verb in the past, the name must be of the same gender: «ввела» is said of a woman. */
export const looksFemale = (name: string): boolean => /[ая]$/u.test(name.replace(/\s*\(.*$/u, ''));
