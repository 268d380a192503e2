/** A line of a plot: a value by each number of passages. */
export interface Line {
  readonly name: string;
  readonly points: readonly (readonly [number, number])[];
}

interface Panel {
  readonly title: string;
  readonly lines: readonly Line[];
}

const width = 760;
const panelHeight = 300;
const area = { left: 70, right: 230, top: 40, bottom: 40 };
const colours = ['#d1242f', '#57606a', '#0969da', '#8250df', '#1a7f37', '#bf8700', '#0a7ea4'];

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A power of ten as people write it: 0.1, 10, 10,000. */
const label = (exponent: number): string =>
  exponent < 0 ? (10 ** exponent).toFixed(-exponent) : (10 ** exponent).toLocaleString('en');

/** Places a value between two powers of ten on a line of so many pixels. */
const placed = (value: number, [low, high]: readonly [number, number], length: number): number =>
  ((Math.log10(value) - low) / (high - low)) * length;

const range = (values: readonly number[]): readonly [number, number] => [
  Math.floor(Math.log10(Math.min(...values))),
  Math.ceil(Math.log10(Math.max(...values))),
];

const powers = ([low, high]: readonly [number, number]): readonly number[] =>
  Array.from({ length: high - low + 1 }, (_, at) => low + at);

/** Names at the lines' ends, moved apart so that none covers another. */
function namePlaces(
  ends: readonly { readonly at: number; readonly y: number }[],
): ReadonlyMap<number, number> {
  let lowest = Number.NEGATIVE_INFINITY;
  return new Map(
    ends
      .toSorted((one, other) => one.y - other.y)
      .map(({ at, y }) => {
        lowest = Math.max(y, lowest + 15);
        return [at, lowest];
      }),
  );
}

function panel({ title, lines }: Panel, top: number): string {
  const points = lines.flatMap(line => line.points);
  const xs = range(points.map(([passages]) => passages));
  const ys = range(points.map(([, value]) => value));
  const right = width - area.right;
  const bottom = top + panelHeight - area.bottom;
  const x = (passages: number): number => area.left + placed(passages, xs, right - area.left);
  const y = (value: number): number => bottom - placed(value, ys, panelHeight - area.top - area.bottom);
  const grid = [
    ...powers(ys).map(power => {
      const at = y(10 ** power).toFixed(1);
      return `<path d="M${area.left} ${at}H${right}" stroke="#d0d7de"/><text x="${area.left - 8}" y="${at}" dy="4" text-anchor="end">${label(power)}</text>`;
    }),
    ...powers(xs).map(
      power =>
        `<text x="${x(10 ** power).toFixed(1)}" y="${bottom + 20}" text-anchor="middle">${label(power)}</text>`,
    ),
  ];
  const ends = lines.map(({ points: own }, at) => ({ at, y: y(own.at(-1)?.[1] ?? 1) }));
  const names = namePlaces(ends);
  const drawn = lines.map(({ name, points: own }, at) => {
    const colour = colours[at % colours.length];
    const path = own.map(([passages, value]) => `${x(passages).toFixed(1)} ${y(value).toFixed(1)}`);
    const dots = path.map(place => `<circle cx="${place.replace(' ', '" cy="')}" r="3" fill="${colour}"/>`);
    return `<path d="M${path.join('L')}" fill="none" stroke="${colour}" stroke-width="${at === 0 ? 3 : 1.5}"/>${dots.join('')}<text x="${right + 12}" y="${names.get(at)?.toFixed(1)}" dy="4" fill="${colour}">${escaped(name)}</text>`;
  });
  return `<text x="${area.left}" y="${top + 22}" font-weight="bold">${escaped(title)}</text>${grid.join('')}${drawn.join('')}`;
}

/** Panels below each other as an SVG, both axes logarithmic, against numbers of passages. */
export function plot(panels: readonly Panel[]): string {
  const height = panels.length * panelHeight;
  const drawn = panels.map((one, at) => panel(one, at * panelHeight));
  const title = '<title>CPU of a query and of building the index, by number of passages</title>';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="12" fill="#1f2328">${title}<rect width="${width}" height="${height}" fill="#ffffff"/>${drawn.join('')}</svg>\n`;
}
