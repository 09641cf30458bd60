/**
 * The table of results. A row: what, unit, this project, the floor of the same run, their ratio and its span over the
 * rounds, and what is to be reached: `atLeast`/`atMost` for the ratio, `projectAtLeast`/`projectAtMost` for our number.
 */

/** The row with its last word: `reached` is true, false, or null when nothing is promised. */
export function judged({ reach, ...row }) {
  if (reach === undefined) return { ...row, reach: null, reached: null };
  const { project, ratio } = row;
  const { atLeast, atMost, projectAtLeast, projectAtMost } = reach;
  const reached =
    !(ratio < atLeast) &&
    !(ratio > atMost) &&
    !(project < projectAtLeast) &&
    !(project > projectAtMost);
  return { ...row, reach, reached };
}

/** Prints Markdown, for eyes and for the documents alike. */
export function printTable(rows) {
  const head = ['what', 'unit', 'this project', 'floor', 'ratio', 'span', 'to reach', ''];
  const cells = rows.map((row) => [
    row.what,
    row.unit,
    number(row.project),
    number(row.floor),
    ratio(row.ratio),
    row.spread === undefined ? '' : row.spread.map(ratio).join('–'),
    goal(row),
    row.reached === null ? '' : row.reached ? 'yes' : 'NO',
  ]);
  const widths = head.map((title, i) =>
    Math.max(title.length, ...cells.map((row) => row[i].length)),
  );
  const line = (row) => `| ${row.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`;
  console.log(line(head));
  console.log(`|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`);
  for (const row of cells) console.log(line(row));
  for (const { what, note } of rows) if (note !== undefined) console.log(`\n${what}: ${note}`);
}

function goal({ unit, reach }) {
  if (reach === null) return '';
  const limits = [
    ['≥', reach.projectAtLeast, ` ${unit}`],
    ['≤', reach.projectAtMost, ` ${unit}`],
    ['≥', reach.atLeast, '×'],
    ['≤', reach.atMost, '×'],
  ];
  return limits
    .filter(([, limit]) => limit !== undefined)
    .map(([sign, limit, of]) => `${sign} ${limit}${of}`)
    .join(', ');
}

const ratio = (value) => (value === undefined ? '' : value.toFixed(2));

function number(value) {
  if (value === undefined) return '';
  if (value >= 100) return String(Math.round(value));
  return value.toFixed(value >= 10 ? 1 : 2);
}
