// The colours of delegations: told apart by eyes that lack one kind of cone, and seen on light and on dark paper. Their names stand beside
// them all the same.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from './harness.mjs';

/** What is left of a colour (linear sRGB) without one kind of cone: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A
 * Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG 15(6), 2009, at severity 1.0. */
const eyes = {
  all: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanope: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranope: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanope: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};
/** Linear sRGB to OKLab and back: B. Ottosson, "A perceptual color space for image processing", 2020. */
const to_cones = [[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566], [0.0883024619, 0.2817188376, 0.6299787005]];
const to_lab = [[0.2104542553, 0.793617785, -0.0040720468], [1.9779984951, -2.428592205, 0.4505937099], [0.0259040371, 0.7827717662, -0.808675766]];
const from_lab = [[1, 0.3963377774, 0.2158037573], [1, -0.1055613458, -0.0638541728], [1, -0.0894841775, -1.291485548]];
const from_cones = [[4.0767416621, -3.3077115913, 0.2309699292], [-1.2684380046, 2.6097574011, -0.3413193965], [-0.0041960863, -0.7034186147, 1.707614701]];

const times = (matrix, vector) => matrix.map((row) => row.reduce((sum, one, at) => sum + one * vector[at], 0));
const linear = (hex) =>
  [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
const lab = (colour) => times(to_lab, times(to_cones, colour).map(Math.cbrt));
const seenBy = (matrix, colour) => lab(times(matrix, colour).map((part) => Math.min(1, Math.max(0, part))));
const distance = (left, right) => Math.hypot(...left.map((part, at) => part - right[at]));
const luminance = ([red, green, blue]) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;
function contrast(left, right) {
  const [low, high] = [luminance(left), luminance(right)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}
/** As color-mix(in oklab) gives it. */
function lifted(colour, part) {
  const mixed = lab(colour).map((one, at) => one * (1 - part) + (at === 0 ? part : 0));
  return times(from_cones, times(from_lab, mixed).map((one) => one ** 3));
}

const tokens = readFileSync(join(root, 'web/style/tokens.css'), 'utf8').split('prefers-color-scheme: dark');
const token = (sheet, name) => new RegExp(`--${name}: ([^;]+);`).exec(sheet)[1];
const papers = tokens.map((sheet) => ({
  lift: Number.parseFloat(token(sheet, 'party-lift')) / 100,
  paper: ['paper', 'sheet', 'sunk', 'accent-soft'].map((name) => linear(token(sheet, name))),
}));
const scenarios = readdirSync(join(root, 'rules/scenarios'));
const parties = (scenario) =>
  Object.entries(JSON.parse(readFileSync(join(root, 'rules/scenarios', scenario, 'scenario.json'), 'utf8')).parties).map(
    ([id, { colour }]) => ({ id, colour: linear(colour) }),
  );

/** Two colours side by side are told apart from some 0.02 on; these stand apart, and small. */
const apart_least = 0.1;

test('the colours of two delegations are told apart by eyes of every kind', () => {
  assert.ok(scenarios.length >= 2);
  const near = [];
  for (const scenario of scenarios) {
    const all = parties(scenario);
    for (const [eye, matrix] of Object.entries(eyes)) {
      for (const [at, left] of all.entries()) {
        for (const right of all.slice(at + 1)) {
          const apart = distance(seenBy(matrix, left.colour), seenBy(matrix, right.colour));
          if (apart < apart_least) near.push(`${scenario}: ${left.id} and ${right.id}, ${eye}: ${apart.toFixed(3)}`);
        }
      }
    }
  }
  assert.deepEqual(near, []);
});

test('a delegation’s mark has a contrast of 3:1 on every paper, light and dark', () => {
  const faint = [];
  for (const scenario of scenarios) {
    for (const { id, colour } of parties(scenario)) {
      for (const [at, { lift, paper }] of papers.entries()) {
        const least = Math.min(...paper.map((one) => contrast(lifted(colour, lift), one)));
        if (least < 3) faint.push(`${scenario}: ${id} on ${at ? 'dark' : 'light'} paper: ${least.toFixed(2)}`);
      }
    }
  }
  assert.deepEqual(faint, []);
});
