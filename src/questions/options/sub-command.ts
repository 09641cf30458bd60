/** Which words of a command say what it does, and which are only what it is done to. */
import { isPlaceholder } from '../command-line.js';

/** Programs that do one thing: their first word is already an argument (`rm old`, `ls /tmp`). */
const SINGLE = new Set(
  (
    'ls cd cp mv rm mkdir rmdir touch cat less more head tail grep find chmod chown chgrp ln df du ps kill killall pkill top htop man which whoami ' +
    'echo printf export unset env tar zip unzip gzip curl wget ssh scp rsync ping traceroute nslookup dig cut sort uniq wc sed awk xargs tee diff su ' +
    'useradd adduser usermod userdel passwd groups id mount umount lsblk fdisk free uname uptime date cal history alias source bash sh zsh nano vim vi ' +
    'code open node python python3 java javac gcc make cmake psql mysql mongo redis-cli pwd tree file stat basename dirname crontab journalctl lsof ' +
    'netstat ss ifconfig hostname reboot shutdown sleep watch time type dir del copy move ren md rd cls explorer notepad'
  ).split(' '),
);

/** Words that are only half of a sub-command: `docker compose up`, `kubectl get pods`. */
const GROUPS = new Set(
  'builder compose config container context image network plugin system volume remote stash submodule worktree create delete describe get rollout scale top run cache'.split(
    ' ',
  ),
);

/** The words that name what a command does: none, one, or two where the first is only a group. */
export function subCommand(binary: string, words: readonly string[]): readonly string[] {
  const [group, action = ''] = words;
  if (group === undefined || SINGLE.has(binary) || isPlaceholder(group)) return [];
  return GROUPS.has(group) && /^[a-z-]+$/.test(action) ? [group, action] : [group];
}
