/**
 * What is known about the keys of common commands: which short and long keys are one, which take a value,
 * and which commands are two names of the same thing. Everything else is compared letter by letter.
 */

/** `short/long`, a trailing `=` for a key that takes a value. More words in the name are more special and win. */
const KEYS: Record<string, string> = {
  docker: 'H=/host= D/debug l=/log-level= v/version',
  'docker build': 't=/tag= f=/file= q/quiet /build-arg= /target= /platform=',
  'docker commit': 'a=/author= m=/message= p/pause',
  'docker compose': 'f=/file= p=/project-name= /profile=',
  'docker compose down': 'v/volumes t=/timeout= /rmi=',
  'docker compose exec': 'd/detach e=/env= u=/user= w=/workdir= T/no-TTY',
  'docker compose logs': 'f/follow t/timestamps n=/tail=',
  'docker compose ps': 'a/all q/quiet',
  'docker compose up': 'd/detach V/renew-anon-volumes t=/timeout= /scale=',
  'docker exec': 'd/detach i/interactive t/tty e=/env= u=/user= w=/workdir=',
  'docker images': 'a/all q/quiet f=/filter= /format=',
  'docker inspect': 'f=/format= s/size',
  'docker kill': 's=/signal=',
  'docker logs': 'f/follow t/timestamps n=/tail= /since= /until=',
  'docker network create': 'd=/driver=',
  'docker ps': 'a/all q/quiet f=/filter= n=/last= l/latest s/size /format=',
  'docker pull': 'a/all-tags q/quiet /platform=',
  'docker push': 'a/all-tags q/quiet',
  'docker restart': 't=/time= s=/signal=',
  'docker rm': 'f/force l/link v/volumes',
  'docker rmi': 'f/force',
  'docker run':
    'd/detach i/interactive t/tty p=/publish= P/publish-all v=/volume= e=/env= w=/workdir= u=/user= h=/hostname= m=/memory= ' +
    'l=/label= /name= /network= /restart= /mount= /env-file= /entrypoint= /platform= /cpus=',
  'docker start': 'a/attach i/interactive',
  'docker stop': 't=/time= s=/signal=',
  'docker system prune': 'a/all f/force /volumes',
  'docker image prune': 'a/all f/force',
  'git add': 'A/all u/update p/patch n/dry-run',
  'git branch': 'a/all d/delete m/move r/remotes v/verbose u=/set-upstream-to=',
  'git checkout': 'b= B=',
  'git clean': 'f/force n/dry-run',
  'git clone': 'b=/branch= /depth=',
  'git commit': 'm=/message= a/all C=/reuse-message=',
  'git diff': '/staged',
  'git fetch': 'a/append p/prune',
  'git log': 'n=/max-count= p/patch',
  'git merge': 'm=',
  'git push': 'u/set-upstream f/force d/delete',
  'git rebase': 'i/interactive',
  'git remote': 'v/verbose',
  'git stash push': 'm=/message=',
  'git status': 's/short b/branch',
  'git switch': 'c=/create=',
  'git tag': 'a/annotate m=/message= d/delete l/list',
  kubectl: 'n=/namespace= v=/v=',
  'kubectl apply': 'f=/filename= k=/kustomize= R/recursive',
  'kubectl create': 'f=/filename=',
  'kubectl delete': 'f=/filename= l=/selector= A/all-namespaces',
  'kubectl exec': 'i/stdin t/tty c=/container=',
  'kubectl get': 'o=/output= A/all-namespaces l=/selector= w/watch f=/filename=',
  'kubectl logs': 'f/follow c=/container= p/previous',
  'npm install': 'g/global D/save-dev E/save-exact',
  'npm uninstall': 'g/global',
  apt: 'y/yes',
  'apt-get': 'y/yes',
  chmod: 'R/recursive v/verbose',
  chown: 'R/recursive v/verbose',
  cp: 'r/recursive R/recursive f/force i/interactive v/verbose',
  curl: 'o=/output= O/remote-name X=/request= H=/header= d=/data= L/location I/head s/silent u=/user=',
  df: 'h/human-readable a/all T/print-type',
  du: 'h/human-readable s/summarize a/all',
  grep: 'i/ignore-case r/recursive n/line-number v/invert-match c/count w/word-regexp l/files-with-matches A= B= C=',
  head: 'n=/lines= c=/bytes=',
  journalctl: 'u=/unit= f/follow n=/lines=',
  ls: 'a/all A/almost-all h/human-readable R/recursive r/reverse',
  mkdir: 'p/parents v/verbose m=/mode=',
  mv: 'f/force i/interactive n/no-clobber v/verbose',
  pip: 'r=/requirement= U/upgrade',
  psql: 'U=/username= h=/host= d=/dbname= p=/port= f=/file= c=/command=',
  rm: 'r/recursive R/recursive f/force i v/verbose',
  ssh: 'p= i=',
  tail: 'n=/lines= f/follow c=/bytes=',
  tar: 'c/create x/extract t/list v/verbose z/gzip f=/file= C=/directory=',
  wc: 'l/lines w/words c/bytes',
}; // prettier-ignore

/** Programs whose long keys have one dash, so that `-name` is one key and not four. */
const ONE_DASH = new Set(
  'find java javac go terraform openssl gcc g++ clang ffmpeg xset'.split(' '),
);

/** The same command under another name; the left side is rewritten to the right one at the start of a line. */
const SYNONYMS: readonly (readonly [string, string])[] = [
  ['docker-compose', 'docker compose'],
  ['docker container ls', 'docker ps'],
  ['docker container list', 'docker ps'],
  ['docker container ps', 'docker ps'],
  ['docker container', 'docker'],
  ['docker image ls', 'docker images'],
  ['docker image list', 'docker images'],
  ['docker image rm', 'docker rmi'],
  ['docker image remove', 'docker rmi'],
  ['docker image build', 'docker build'],
  ['docker image pull', 'docker pull'],
  ['docker image push', 'docker push'],
  ['kubectl get pod', 'kubectl get pods'],
  ['kubectl get po', 'kubectl get pods'],
  ['kubectl get svc', 'kubectl get services'],
  ['kubectl get service', 'kubectl get services'],
  ['kubectl get deploy', 'kubectl get deployments'],
  ['kubectl get deployment', 'kubectl get deployments'],
  ['kubectl get node', 'kubectl get nodes'],
  ['kubectl get no', 'kubectl get nodes'],
  ['kubectl get ns', 'kubectl get namespaces'],
  ['npm i', 'npm install'],
];

interface Synonym {
  readonly name: string;
  readonly start: readonly string[];
  readonly main: readonly string[];
}

/** The same by the first word; a program that has none is not looked at any further. */
const BY_FIRST_WORD = new Map<string, Synonym[]>();
for (const [name, main] of SYNONYMS) {
  const start = name.split(' ');
  const [first = ''] = start;
  const others = BY_FIRST_WORD.get(first) ?? [];
  BY_FIRST_WORD.set(first, [...others, { name, start, main: main.split(' ') }]);
}

/** Container commands that exist with and without the word `container`; others (`prune`, `rename`…) only partly do. */
const CONTAINER_COMMANDS = new Set(
  'attach commit cp create diff exec export kill logs pause port rename restart rm run start stats stop top unpause update wait'.split(
    ' ',
  ),
);

export interface Keys {
  /** Long name of a short key, `-a` → `--all`. */
  longOf(short: string): string;
  takesValue(key: string): boolean;
  readonly hasOneDash: boolean;
}

/** What is known about the keys of a command, by its binary and the words that follow. */
export function keysOf(binary: string, words: readonly string[]): Keys {
  const long = new Map<string, string>();
  const valued = new Set<string>();
  for (let count = 0; count <= 2; count += 1) {
    const name = [binary, ...words.slice(0, count)].join(' ');
    const listed = Object.hasOwn(KEYS, name) ? (KEYS[name] ?? '') : '';
    for (const entry of listed.split(' ').filter(Boolean)) {
      const [short = '', full = ''] = entry.replaceAll('=', '').split('/');
      for (const key of [short && `-${short}`, full && `--${full}`].filter(Boolean)) {
        valued.delete(key);
        long.delete(key);
        if (entry.endsWith('=')) valued.add(key);
      }
      if (short && full) long.set(`-${short}`, `--${full}`);
    }
  }
  return {
    longOf: (short) => long.get(short) ?? short,
    takesValue: (key) => valued.has(key),
    hasOneDash: ONE_DASH.has(binary),
  };
}

/** Tokens of the same command under the name it is listed by here. */
export function mainName(tokens: readonly string[]): readonly string[] {
  for (const { name, start, main } of BY_FIRST_WORD.get(tokens[0] ?? '') ?? []) {
    if (!start.every((word, i) => tokens[i] === word)) continue;
    if (name === 'docker container' && !CONTAINER_COMMANDS.has(tokens[2] ?? '')) continue;
    return [...main, ...tokens.slice(start.length)];
  }
  return tokens;
}
