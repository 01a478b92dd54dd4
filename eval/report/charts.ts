import type { Bin, CoveragePoint } from "../figures/calibration.ts";
import type { Figure } from "../figures/measure.ts";
import { escapeHtml } from "./escape.ts";

/** Drawings as inline SVG, coloured by the page's own variables so that they follow light and dark. */

const TICKS = [0, 0.25, 0.5, 0.75, 1];
const percent = (share: number): string => `${Math.round(100 * share)} %`;
const at = (place: number): string => place.toFixed(1);

const svg = (width: number, height: number, title: string, body: string): string =>
  `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(title)}"><title>${escapeHtml(title)}</title>${body}</svg>`;

export interface DotRow extends Figure {
  label: string;
}

const ROW = 26;
const LEFT = 150;
const RIGHT = 620;
const TOP = 24;

/** A dot for every figure and a line for its interval: where the lines overlap widely, the order means little. */
export function dotPlot(title: string, rows: readonly DotRow[]): string {
  const x = (share: number) => LEFT + share * (RIGHT - LEFT);
  const bottom = TOP + rows.length * ROW;
  const grid = TICKS.map(
    (tick) =>
      `<line class="grid" x1="${at(x(tick))}" x2="${at(x(tick))}" y1="${TOP - 4}" y2="${bottom}"/>` +
      `<text class="tick" x="${at(x(tick))}" y="${TOP - 10}" text-anchor="middle">${percent(tick)}</text>`,
  );
  const marks = rows.map(({ label, value, low, high, n }, index) => {
    const y = TOP + (index + 0.5) * ROW;
    const name = `<text x="${LEFT - 10}" y="${at(y + 4)}" text-anchor="end">${escapeHtml(label)}</text>`;
    const size = `<text class="tick" x="${RIGHT + 14}" y="${at(y + 4)}">n ${n}</text>`;
    if (value === null)
      return `${name}<text class="tick" x="${LEFT + 4}" y="${at(y + 4)}">nothing to measure</text>${size}`;
    const range =
      low === null || high === null
        ? ""
        : `<line class="range" x1="${at(x(low))}" x2="${at(x(high))}" y1="${at(y)}" y2="${at(y)}"/>`;
    const tip = `<title>${escapeHtml(`${label}: ${(100 * value).toFixed(1)} %`)}</title>`;
    return `<g>${tip}${name}${range}<circle class="dot" cx="${at(x(value))}" cy="${at(y)}" r="5"/>${size}</g>`;
  });
  return svg(680, bottom + 8, title, grid.join("") + marks.join(""));
}

const SIDE = { left: 64, right: 400, top: 22, bottom: 322 };
const across = (share: number) => SIDE.left + share * (SIDE.right - SIDE.left);
const up = (share: number) => SIDE.bottom - share * (SIDE.bottom - SIDE.top);

function square(title: string, xName: string, yName: string, body: string): string {
  const middle = (SIDE.top + SIDE.bottom) / 2;
  const axes = TICKS.map(
    (tick) =>
      `<line class="grid" x1="${at(across(tick))}" x2="${at(across(tick))}" y1="${SIDE.top}" y2="${SIDE.bottom}"/>` +
      `<line class="grid" x1="${SIDE.left}" x2="${SIDE.right}" y1="${at(up(tick))}" y2="${at(up(tick))}"/>` +
      `<text class="tick" x="${at(across(tick))}" y="${SIDE.bottom + 18}" text-anchor="middle">${percent(tick)}</text>` +
      `<text class="tick" x="${SIDE.left - 8}" y="${at(up(tick) + 4)}" text-anchor="end">${percent(tick)}</text>`,
  ).join("");
  const names =
    `<text x="${(SIDE.left + SIDE.right) / 2}" y="${SIDE.bottom + 38}" text-anchor="middle">${escapeHtml(xName)}</text>` +
    `<text transform="rotate(-90 14 ${middle})" x="14" y="${middle}" text-anchor="middle">${escapeHtml(yName)}</text>`;
  return svg(420, 368, title, axes + names + body);
}

/** Claimed against true; on the line is honest, below it boasts. The size of a dot is the number of mails. */
export function reliabilityChart(bins: readonly Bin[]): string {
  const most = Math.max(...bins.map(({ n }) => n));
  const dots = bins.map(({ n, confidence, accuracy }) => {
    const tip = `${n} mails claim ${percent(confidence)}, ${percent(accuracy)} are right`;
    return `<circle class="dot open" cx="${at(across(confidence))}" cy="${at(up(accuracy))}" r="${at(4 + 12 * Math.sqrt(n / most))}"><title>${tip}</title></circle>`;
  });
  const honest = `<line class="ideal" x1="${at(across(0))}" y1="${at(up(0))}" x2="${at(across(1))}" y2="${at(up(1))}"/>`;
  return square("Claimed certainty against the share that is right", "claimed", "right", honest + dots.join(""));
}

/** How much of what is decided is right, as the threshold falls and more is decided. */
export function coverageChart(curve: readonly CoveragePoint[], target: number): string {
  const points = curve.map(({ coverage, precision }) => `${at(across(coverage))},${at(up(precision))}`).join(" ");
  const line = `<polyline class="curve" points="${points}"/>`;
  const asked = `<line class="ideal" x1="${SIDE.left}" x2="${SIDE.right}" y1="${at(up(target))}" y2="${at(up(target))}"/>`;
  const single =
    curve.length === 1
      ? `<circle class="dot" cx="${at(across(curve[0]!.coverage))}" cy="${at(up(curve[0]!.precision))}" r="5"/>`
      : "";
  return square(
    "Share decided against the share of it that is right",
    "share of mail decided",
    "of it right",
    asked + line + single,
  );
}
