/**
 * `npm run build && node docs/picture/main.mjs` draws docs/chat.svg: three moments of a real conversation with the bot
 * over `notes/docker.txt`. Clock and chance are fixed: the same code and notes give the same picture.
 */
import { writeFile } from 'node:fs/promises';
import { drawPhones } from './phone.mjs';
import { play } from './play.mjs';

const picture = new URL('../chat.svg', import.meta.url);

await writeFile(picture, drawPhones(await play()));
