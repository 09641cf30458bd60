/** Chats → one SVG with a phone for each: bubbles, quotes, buttons; the newest message stands at the bottom. */
import { DRAWN, linesOf, widthOf } from './text.mjs';

const SCREEN = { width: 330, height: 620, bar: 52, gap: 26, margin: 16 };
const SIZE = 14;
/** Room for typefaces wider than the one measured. */
const SLACK = 1.06;
const LINE = 19.5;
const BUBBLE = { most: 306, pad: 10, side: 10, apart: 7 };
const QUOTE = { pad: 9, right: 8 };
const BUTTON = { height: 33, gap: 4 };
const CLOCK = 32;

const px = (hundredths) => (hundredths / 100) * SIZE * SLACK;
const hundredths = (pixels) => (pixels / SIZE / SLACK) * 100;
const round = (number) => Math.round(number * 10) / 10;

/** The whole picture. In: chats by name, each a list of messages. Out: SVG. */
export function drawPhones(chats) {
  const all = Object.values(chats);
  const width = all.length * (SCREEN.width + SCREEN.gap) - SCREEN.gap + 2 * SCREEN.margin;
  const height = SCREEN.height + 2 * SCREEN.margin;
  const phones = all.map((messages, i) => {
    const x = SCREEN.margin + i * (SCREEN.width + SCREEN.gap);
    return `<g transform="translate(${x} ${SCREEN.margin})">${drawPhone(messages)}</g>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" lang="ru">`,
    `<title>Three moments of a chat: a right answer, a mistake explained, a typed command</title>`,
    `<style>${STYLE}</style><defs>${ICONS}<clipPath id="screen"><rect width="${SCREEN.width}" height="${SCREEN.height}" rx="26"/></clipPath></defs>`,
    ...phones,
    '</svg>\n',
  ].join('\n');
}

const STYLE = `
text { font: ${SIZE}px Roboto, -apple-system, "Segoe UI", "Helvetica Neue", Arial, sans-serif; fill: #10181f; white-space: pre }
.b { font-weight: 600 } .i { font-style: italic } .q { fill: #26323c }
.c { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: ${SIZE - 1}px; fill: #2f6ea5 }
.t { font-size: 11px; fill: #8a98a3 } .o { fill: #5a9e4b } .k { fill: #fff; font-weight: 500; text-anchor: middle }
.h { font-size: 15px; font-weight: 600 } .s { font-size: 12px; fill: #7d8b96 }`;

const icon = (sign, drawing) => `<g id="icon-${DRAWN.indexOf(sign)}">${drawing}</g>`;

const ICONS = [
  icon(
    '✅',
    '<rect width="16" height="16" rx="3.5" fill="#43b649"/><path d="M3.8 8.4l2.9 2.9 5.6-6.4" fill="none" stroke="#fff" stroke-width="2.1"/>',
  ),
  icon('🟡', '<circle cx="8" cy="8" r="7.6" fill="#f6c42d"/>'),
  icon('❌', '<path d="M2.5 2.5l11 11m0-11l-11 11" stroke="#e0363f" stroke-width="3.2"/>'),
  icon(
    '📖',
    '<path d="M0 3c3-1.3 6-1 8 .8C10 2 13 1.700 16 3v11c-3-1-6-.8-8 .8C6 13.200 3 13 0 14z" fill="#3b82c4"/><path d="M1.500 3.500C4 2.600 6.400 3 8 4.600c1.600-1.600 4-2 6.500-1.100V12c-2.500-.7-4.900-.4-6.500 1-1.600-1.400-4-1.700-6.500-1z" fill="#fff"/><path d="M8 4.600V13" stroke="#b9c6d0"/>',
  ),
  icon(
    '✍️',
    '<path d="M2 14l1-4 8-8 3 3-8 8z" fill="#f0a63a"/><path d="M2 14l1-4 3 3z" fill="#4a4a4a"/>',
  ),
].join('');

function drawPhone(messages) {
  let bottom = SCREEN.height - 12;
  const drawn = [];
  for (const message of messages.toReversed()) {
    const { height, draw } = layOut(message);
    bottom -= height;
    drawn.unshift(draw(bottom));
    bottom -= BUBBLE.apart;
    if (bottom < SCREEN.bar) break;
  }
  return [
    `<g clip-path="url(#screen)"><rect width="${SCREEN.width}" height="${SCREEN.height}" fill="#c5dbc9"/>`,
    ...drawn,
    `<rect width="${SCREEN.width}" height="${SCREEN.bar}" fill="#fff"/>`,
    `<circle cx="33" cy="26" r="17" fill="#4c9ad6"/><text x="33" y="31.500" class="k">К</text>`,
    `<text x="60" y="23" class="h">Конспект</text><text x="60" y="40" class="s">бот</text></g>`,
    `<rect width="${SCREEN.width}" height="${SCREEN.height}" rx="26" fill="none" stroke="#8e9aa3" stroke-width="1.500"/>`,
  ].join('\n');
}

/** How tall a message is with its buttons, and how to draw it from a height on. */
function layOut(message) {
  const room = BUBBLE.most - 2 * BUBBLE.pad;
  const lines = linesOf(message, {
    plain: hundredths(room),
    quoted: hundredths(room - QUOTE.pad - QUOTE.right),
  });
  const widest = Math.max(
    ...lines.map((it) => px(it.width) + (it.quoted ? QUOTE.pad + QUOTE.right : 0)),
  );
  const last = lines.at(-1);
  const isRoomForClock = !last.quoted && px(last.width) + CLOCK + 8 <= room;
  const needed = Math.max(widest, isRoomForClock ? px(last.width) + CLOCK + 8 : CLOCK);
  const rows = message.reply_markup?.inline_keyboard ?? [];
  const width = rows.length > 0 ? BUBBLE.most : Math.min(needed + 2 * BUBBLE.pad, BUBBLE.most);
  const textHeight = lines.length * LINE + (isRoomForClock ? 14 : 27);
  const height = textHeight + rows.length * (BUTTON.height + BUTTON.gap);
  const isOwn = !message.from.is_bot;
  const x = isOwn ? SCREEN.width - BUBBLE.side - width : BUBBLE.side;
  const draw = (y) =>
    `<g transform="translate(${round(x)} ${round(y)})">${[
      `<rect width="${round(width)}" height="${round(textHeight)}" rx="13" fill="${isOwn ? '#e3fbd0' : '#fff'}"/>`,
      drawQuotes(lines, width),
      ...lines.map(drawLine),
      `<text x="${round(width - CLOCK - 6)}" y="${round(textHeight - 7)}" class="t${isOwn ? ' o' : ''}">${clockOf(message)}</text>`,
      ...drawButtons(rows, { top: textHeight + BUTTON.gap, width }),
    ].join('')}</g>`;
  return { height, draw };
}

/** A quote is one block, however many lines it has. */
function drawQuotes(lines, width) {
  const first = lines.findIndex(({ quoted }) => quoted);
  if (first < 0) return '';
  const count = lines.filter(({ quoted }) => quoted).length;
  const [y, height] = [round(9 + first * LINE), round(count * LINE)];
  const box = `x="${BUBBLE.pad}" y="${y}" height="${height}"`;
  return `<rect ${box} width="${round(width - 2 * BUBBLE.pad)}" rx="4" fill="#e9f2fa"/><rect ${box} width="3" rx="1.500" fill="#3b93d8"/>`;
}

function drawLine({ icon: sign, runs, quoted }, index) {
  const baseline = round(9 + index * LINE + 14.5);
  let x = BUBBLE.pad + (quoted ? QUOTE.pad : 0);
  let picture = '';
  if (sign !== null) {
    picture = `<use href="#icon-${DRAWN.indexOf(sign)}" x="${x}" y="${round(baseline - 13)}"/>`;
    x += 22;
  }
  const spans = runs.map((run) => {
    const styles = [run.bold && 'b', run.italic && 'i', run.code && 'c', quoted && 'q'];
    const names = styles.filter(Boolean).join(' ');
    return names === '' ? escape(run.text) : `<tspan class="${names}">${escape(run.text)}</tspan>`;
  });
  return spans.length === 0
    ? picture
    : `${picture}<text x="${round(x)}" y="${baseline}">${spans.join('')}</text>`;
}

function drawButtons(rows, { top, width }) {
  return rows.flatMap((row, r) => {
    const each = (width - BUTTON.gap * (row.length - 1)) / row.length;
    const y = round(top + r * (BUTTON.height + BUTTON.gap));
    return row.map(({ text }, c) => {
      const x = c * (each + BUTTON.gap);
      return `<rect x="${round(x)}" y="${y}" width="${round(each)}" height="${BUTTON.height}" rx="9" fill="#7fa389"/><text x="${round(x + each / 2)}" y="${round(y + 21.5)}" class="k">${escape(fitted(text, each))}</text>`;
    });
  });
}

/** A label is one line, cut at its end. */
function fitted(label, width) {
  let text = label;
  while (px(widthOf(text)) > width - 12) text = text.slice(0, -1);
  return text === label ? label : `${text.trimEnd()}…`;
}

const clockOf = ({ date }) =>
  new Intl.DateTimeFormat('ru', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Moscow',
  }).format(new Date(date * 1_000));

const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
