/**
 * What people call foreign names in Russian where the sound alone does not lead there: «хаб» is hub, «мускул» is MySQL.
 * Only spellings and nicknames, never translations: «ветка» is not an alias of branch.
 */
import { fold } from './fold.js';

const NICKNAMES: Record<string, string> = {
  ансибл: 'ansible', апи: 'api', айпи: 'ip', баш: 'bash', бранч: 'branch', волюм: 'volume', вольюм: 'volume',
  гитхаб: 'github', гитлаб: 'gitlab', графана: 'grafana', деплой: 'deploy', деплоймент: 'deployment', джава: 'java',
  джаваскрипт: 'javascript', дженкинс: 'jenkins', джейсон: 'json', имадж: 'image', имидж: 'image', ингресс: 'ingress',
  компоуз: 'compose', композ: 'compose', кубер: 'kubernetes', кубернетис: 'kubernetes', кубконтрол: 'kubectl',
  кубцтл: 'kubectl', к8с: 'k8s', лейбл: 'label', мерж: 'merge', мердж: 'merge', монга: 'mongodb', монго: 'mongodb',
  мускул: 'mysql', нгинкс: 'nginx', неймспейс: 'namespace', нода: 'node', ноджс: 'nodejs', нпм: 'npm', пайтон: 'python',
  питон: 'python', постгря: 'postgresql', постгрес: 'postgresql', прометеус: 'prometheus', прометей: 'prometheus',
  пулл: 'pull', ребейз: 'rebase', сервис: 'service', стейдж: 'stage', сварм: 'swarm', тайпскрипт: 'typescript',
  ран: 'run', ап: 'up', даун: 'down', пуш: 'push', фетч: 'fetch', трункейт: 'truncate',
  терраформ: 'terraform', хаб: 'hub', хттп: 'http', эйчтиэмэль: 'html', энджинкс: 'nginx', эскуэль: 'sql', ямл: 'yaml',
}; // prettier-ignore

/** The foreign name behind a Russian nickname, or undefined. */
export function aliasOf(word: string): string | undefined {
  const folded = fold(word);
  return Object.hasOwn(NICKNAMES, folded) ? NICKNAMES[folded] : undefined;
}
