import type { EngineName } from "./engines/engine.ts";
import type { Figure } from "./figures/measure.ts";

export interface Bar {
  least?: number;
  most?: number;
}

/** Figure by name to what is asked of it, for every engine: `eval/bars.json`. */
export type Bars = Record<EngineName, Record<string, Bar>>;

export interface Judged {
  name: string;
  bar: Bar;
  value: number | null;
  met: boolean;
}

/** Nothing sent means nothing sent wrongly; any other figure that could not be measured has missed its bar. */
const MAY_BE_EMPTY = new Set(["autoSend.unsafe", "autoSend.againstLabel"]);

export function judge(bars: Readonly<Record<string, Bar>>, figures: Readonly<Record<string, Figure>>): Judged[] {
  return Object.entries(bars).map(([name, bar]) => {
    const value = figures[name]?.value ?? null;
    const met =
      value === null
        ? MAY_BE_EMPTY.has(name)
        : value >= (bar.least ?? Number.NEGATIVE_INFINITY) && value <= (bar.most ?? Number.POSITIVE_INFINITY);
    return { name, bar, value, met };
  });
}
