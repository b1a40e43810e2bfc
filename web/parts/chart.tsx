// Charts, drawn by hand: points in a plane, at the size that there is, so that their words stay readable on a phone. Nothing is told by
// colour alone: each mark carries its letter, and the numbers stand in a table beside the picture.

import { useEffect, useRef, useState } from 'preact/hooks';
import { list, number, t } from '../locale';
import { Scroll } from './Scroll';

export interface Mark {
  x: number;
  y: number;
  /** What it is, in words. */
  title: string;
  /** A letter or number in it; none: a small dot. */
  letter?: string;
  colour?: string;
  look?: 'dot' | 'ring' | 'star';
  /** Its row of the table; none: it stands in the picture alone. */
  row?: (string | number)[];
  /** Where it would lie on others of them, one mark stands for all, and says how many they are. */
  gather?: boolean;
}

interface Placed {
  mark: Mark;
  x: number;
  y: number;
}

interface PlaneProps {
  label: string;
  marks: Mark[];
  /** Lines through points, each by itself. */
  lines?: { points: [x: number, y: number][]; colour?: string; dashed?: boolean }[];
  x: { title: string; numbers?: boolean };
  y: { title: string };
  /** Names of the table's columns. */
  columns?: string[];
  height?: number;
}

const steps = [1, 2, 5];

/** Round numbers that cover all values, 0 among them: about `count` of them. */
export function ticksOf(values: number[], count: number): number[] {
  const least = Math.min(0, ...values);
  const most = Math.max(0, ...values);
  const rough = Math.max((most - least) / count, 1e-9);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, power * (steps.find((one) => one * power >= rough) ?? 10));
  // A mark has room beyond its middle.
  const room = (most - least) / 20;
  const first = Math.floor((least < 0 ? least - room : 0) / step) * step;
  const last = Math.max(Math.ceil((most + room) / step) * step, first + step);
  return Array.from({ length: Math.round((last - first) / step) + 1 }, (_, n) => first + n * step);
}

/** The width that a box has, as it changes. */
function useWidth() {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setWidth(element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { box, width };
}

const pad = { left: 40, right: 14, top: 12, bottom: 22 };
const radius = 9;

export const Plane = (props: PlaneProps) => {
  const { box, width } = useWidth();
  return (
    <figure class="chart" aria-label={props.label}>
      <p class="chart-axis small" aria-hidden="true">
        ↑ {props.y.title}
      </p>
      <div ref={box} class="chart-box">
        {width > 0 && <Drawn {...props} width={width} />}
      </div>
      <p class="chart-axis along small" aria-hidden="true">
        {props.x.title} →
      </p>
      <Numbers {...props} />
    </figure>
  );
};

const Drawn = ({ label, marks, lines = [], x, width, height }: PlaneProps & { width: number }) => {
  const tall = height ?? Math.max(220, Math.min(420, width * 0.6));
  const xs = [
    ...marks.map((mark) => mark.x),
    ...lines.flatMap(({ points }) => points.map(([at]) => at)),
  ];
  const ys = [
    ...marks.map((mark) => mark.y),
    ...lines.flatMap(({ points }) => points.map(([, at]) => at)),
  ];
  const xTicks = ticksOf(xs, Math.max(2, Math.floor(width / 90)));
  const yTicks = ticksOf(ys, Math.max(2, Math.floor(tall / 60)));
  const [x0, x1] = [xTicks[0] ?? 0, xTicks.at(-1) ?? 1];
  const [y0, y1] = [yTicks[0] ?? 0, yTicks.at(-1) ?? 1];
  const px = (value: number) =>
    pad.left + ((value - x0) / (x1 - x0)) * (width - pad.left - pad.right);
  const py = (value: number) =>
    tall - pad.bottom - ((value - y0) / (y1 - y0)) * (tall - pad.top - pad.bottom);
  return (
    <svg
      width={width}
      height={tall}
      viewBox={`0 0 ${width} ${tall}`}
      role="img"
      aria-label={label}
      dir="ltr"
    >
      <g class="chart-grid">
        {yTicks.map((tick) => (
          <g key={tick}>
            <line
              class={tick === 0 ? 'zero' : ''}
              x1={pad.left}
              x2={width - pad.right}
              y1={py(tick)}
              y2={py(tick)}
            />
            <text x={pad.left - 6} y={py(tick)} text-anchor="end" dominant-baseline="central">
              {number(tick)}
            </text>
          </g>
        ))}
        {x.numbers !== false &&
          xTicks.map((tick) => (
            <g key={tick}>
              <line
                class={tick === 0 ? 'zero' : ''}
                x1={px(tick)}
                x2={px(tick)}
                y1={pad.top}
                y2={tall - pad.bottom}
              />
              <text x={px(tick)} y={tall - pad.bottom + 14} text-anchor="middle">
                {number(tick)}
              </text>
            </g>
          ))}
      </g>
      {lines.map(({ points, colour, dashed }, index) => (
        <polyline
          key={index}
          class={dashed ? 'chart-line dashed' : 'chart-line'}
          style={colour ? { stroke: colour } : undefined}
          points={points.map(([at, value]) => `${px(at)},${py(value)}`).join(' ')}
        />
      ))}
      {gathered(marks.map((mark) => ({ mark, x: px(mark.x), y: py(mark.y) }))).map((one) => (
        <MarkShape key={`${one.mark.title} ${one.mark.x} ${one.mark.y}`} {...one} />
      ))}
    </svg>
  );
};

/** Each joins the first that it would lie on; what they have in common stays where that one is. */
function gathered(places: Placed[]): Placed[] {
  const kept: { place: Placed; all: Mark[] }[] = [];
  for (const place of places) {
    const near = place.mark.gather
      ? kept.find(
          ({ all: [first], place: { x, y } }) =>
            first?.gather && Math.hypot(x - place.x, y - place.y) < 3 * radius,
        )
      : undefined;
    if (near) near.all.push(place.mark);
    else kept.push({ place, all: [place.mark] });
  }
  return kept.map(({ place, all }) => {
    const [first] = all;
    if (!first || all.length < 2) return place;
    const look = all.some((mark) => mark.look === 'dot') ? 'dot' : first.look;
    const title = list(all.map((mark) => mark.title));
    return { ...place, mark: { ...first, look, title, letter: `×${number(all.length)}` } };
  });
}

const MarkShape = ({ mark, x, y }: Placed) => (
  <g
    class={`chart-mark ${mark.look ?? 'dot'}`}
    style={mark.colour ? { '--party': mark.colour } : undefined}
  >
    <title>{mark.title}</title>
    {mark.look === 'star' ? (
      <path d={`M${x} ${y - 8}L${x + 7} ${y}L${x} ${y + 8}L${x - 7} ${y}Z`} />
    ) : (
      <circle cx={x} cy={y} r={mark.letter ? radius + 2.5 * (mark.letter.length - 1) : 3.5} />
    )}
    {mark.letter && (
      <text x={x} y={y} text-anchor="middle" dominant-baseline="central">
        {mark.letter}
      </text>
    )}
  </g>
);

/** The same as numbers. */
const Numbers = ({ label, marks, columns }: PlaneProps) => {
  const rows = marks.flatMap(({ row }) => (row ? [row] : []));
  if (!columns || rows.length === 0) return null;
  return (
    <details>
      <summary>{t('chart-numbers')}</summary>
      <Scroll label={label}>
        <table class="small">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.join(' ')}>
                {row.map((cell, index) => (
                  <td key={index} class={typeof cell === 'number' ? 'number' : undefined}>
                    {typeof cell === 'number' ? number(cell) : cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  );
};
