// Fillings of the map: a colour and a pattern for each thing, so that it is never the colour alone.

const size = 10;

/** Lines and dots over the ground, each unlike the others also in grey. */
const strokes = [
  '',
  'M-2 12L12 -2M-7 7L7 -7M3 17L17 3',
  'M0 5H10',
  'M5 0V10',
  'M-2 -2L12 12M-7 3L7 17M3 -7L17 7',
  'M0 5H10M5 0V10',
  'M-2 12L12 -2M-2 -2L12 12',
];

const svg = 'http://www.w3.org/2000/svg';

function element(name: string, attributes: Record<string, string | number>) {
  const made = document.createElementNS(svg, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

const tint = (colour: string, percent: number) =>
  `color-mix(in srgb, ${colour} ${percent}%, white)`;

/** What to fill a shape with: the colour alone, or the pattern of that id. */
export const fillOf = (id: string, index: number, colour: string) =>
  strokes[index % (strokes.length + 1)] === '' ? tint(colour, 24) : `url(#${id})`;

/** The `index`th filling, in a colour, as an element of <defs>. */
export function patternElement(id: string, index: number, colour: string) {
  const pattern = element('pattern', {
    id,
    width: size,
    height: size,
    patternUnits: 'userSpaceOnUse',
  });
  const ground = element('rect', { width: size, height: size });
  ground.style.setProperty('fill', tint(colour, 24));
  const path = strokes[index % (strokes.length + 1)];
  const mark = path
    ? element('path', { d: path, fill: 'none', 'stroke-width': 1.1 })
    : element('circle', { cx: size / 2, cy: size / 2, r: 1.6 });
  mark.style.setProperty(path ? 'stroke' : 'fill', tint(colour, 62));
  pattern.append(ground, mark);
  return pattern;
}

/** Puts the fillings into a drawing, in place of those that were there. */
export function fillDrawing(drawing: SVGSVGElement, made: Element[]) {
  const old = drawing.querySelector('defs[data-fillings]');
  const defs = element('defs', { 'data-fillings': '' });
  defs.append(...made);
  if (old) old.replaceWith(defs);
  else drawing.prepend(defs);
}
