/** The table of a run: what was done, what was found, and whether that is as promised. */

/** A finding: every violation has to be 0, and whatever else was promised to hold. */
export function finding(what, done, violations, isAsPromised = true) {
  const wrong = Object.entries(violations).filter(([, count]) => count !== 0);
  return { what, done, violations, ok: wrong.length === 0 && isAsPromised };
}

export function printTable(rows) {
  const head = ['what', 'done', 'found', ''];
  const cells = rows.map(({ what, done, violations, ok }) => [
    what,
    listed(done),
    listed(violations),
    ok ? 'ok' : 'BROKEN',
  ]);
  const widths = head.map((title, i) =>
    Math.max(title.length, ...cells.map((row) => row[i].length)),
  );
  const line = (row) => `| ${row.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`;
  console.log(line(head));
  console.log(`|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`);
  for (const row of cells) console.log(line(row));
}

const listed = (numbers) =>
  Object.entries(numbers)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
