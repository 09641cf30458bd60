/** What a learner can tap, as values: every button of the bot means one of these. */
import type { Result } from '../questions/question.js';
import type { ExamScope } from '../study/exam-plan.js';
import type { PlaceRef } from '../study/explanation.js';
import type { SettingName } from '../study/settings.js';
import type { StepRef } from '../study/step.js';

/** What a learner can tap. `position` counts from 1, pages and indexes from 0. */
export type Tap =
  | ({ readonly kind: 'choice'; readonly choice: number } & StepRef)
  | ({ readonly kind: 'grade'; readonly result: Result } & StepRef)
  | ({ readonly kind: 'hint' | 'unknown' | 'stop' | 'reveal' | 'next' } & StepRef)
  | { readonly kind: 'home' | 'continue' | 'restart' | 'portion' }
  | { readonly kind: 'size'; readonly size: number }
  /** `decksSettings`, `topicDecks`: the list as /settings and /topics open it; `topicsOf`: an entry of the latter. */
  | { readonly kind: ListTap; readonly page: number }
  | { readonly kind: 'deck' | 'try' | 'topicsOf'; readonly deckId: string }
  | { readonly kind: 'gap'; readonly index: number }
  | {
      readonly kind: 'section';
      readonly deckId: string;
      readonly index: number;
      readonly version: number;
    }
  | { readonly kind: 'settings' | 'rests' }
  | { readonly kind: 'setting'; readonly setting: SettingName }
  | { readonly kind: 'set'; readonly setting: SettingName; readonly value: number }
  | { readonly kind: 'rest'; readonly days: number }
  | ({ readonly kind: CorrectionTap } & StepRef)
  | { readonly kind: 'asked'; readonly session: string; readonly page: number }
  | { readonly kind: 'summary'; readonly session: string }
  | { readonly kind: 'mistakes'; readonly deckId: string }
  | { readonly kind: 'hurry' | 'exam' | 'export' | 'keep' }
  | { readonly kind: 'examOf' | 'examDate' | 'examOff' | 'firstTen'; readonly deckId: string }
  | { readonly kind: 'examIn'; readonly deckId: string; readonly days: number }
  | {
      readonly kind: 'examPlan';
      readonly deckId: string;
      /** The date of the exam, in days since 1970. */
      readonly day: number;
      readonly scope: ExamScope;
    }
  | DailyTap
  | DeckTap
  | PlaceTap
  | AdminTap
  | { readonly kind: 'found'; readonly query: string }
  | ({ readonly kind: 'check'; readonly other: number } & PlaceRef);

/** Lists in pages. */
type ListTap = 'decks' | 'decksSettings' | 'topicDecks' | 'topics' | 'gaps' | 'shareTopics';

/** Against a verdict or its question; «Asked» ones stand in the list of a whole sitting. */
type CorrectionTap = 'credit' | 'dislike' | 'forgive' | 'dislikeAsked' | 'forgiveAsked';

/** What of the daily questions is to be written: their hour, a city, what the learner's clock shows. */
export type DailyAsks = 'time' | 'place' | 'clock';

/** When questions come every day. */
type DailyTap =
  /** «Settings»: the same screen, opened from /settings. */
  | { readonly kind: 'daily' | 'dailySettings' | 'dailyAside' | 'dailyDays' | 'dailySizes' }
  | { readonly kind: 'dailyYes' | 'dailyOff' | 'dailyNo' }
  /** `minute` of the day, from 0. */
  | { readonly kind: 'dailyTime'; readonly minute: number }
  | { readonly kind: 'dailyTyping'; readonly asks: DailyAsks }
  | { readonly kind: 'dailyZone'; readonly zone: string }
  | { readonly kind: 'dailyWeekdays'; readonly weekdays: number }
  | { readonly kind: 'dailySize'; readonly size: number }
  | { readonly kind: 'dailyOn'; readonly stepDays: number };

/** A place just looked up, its section where the place stands, a page of that section; `query` leads back to the look-up it was reached from. */
type PlaceTap = { readonly query: string } & PlaceRef &
  ({ readonly kind: 'look' | 'whole' } | { readonly kind: 'part'; readonly page: number });

/** Notes of one's own: a deck, what came of an import, a text in several messages. */
type DeckTap =
  | {
      readonly kind: 'begin' | 'report' | 'held' | 'rename' | 'share' | 'leaving' | 'leave';
      readonly deckId: string;
    }
  | { readonly kind: 'faults'; readonly deckId: string; readonly page: number }
  | { readonly kind: 'mine'; readonly page: number }
  | { readonly kind: 'asVersion' | 'asDeck' | 'added' | 'taken'; readonly import: string }
  | { readonly kind: 'changes'; readonly import: string; readonly page: number }
  | { readonly kind: 'paste' | 'noPaste' | 'pasteDone'; readonly paste: string };

/** What whoever runs the bot can tap; `update` is the id of one that was set aside. */
type AdminTap =
  | { readonly kind: 'setAside' | 'replayAll' | 'pausePushes' | 'keepPushes' }
  | { readonly kind: 'replay'; readonly update: number };

export type TapKind = Tap['kind'];

/** A tap of one kind. */
export type TapOf<K extends TapKind> = Tap & { readonly kind: K };
