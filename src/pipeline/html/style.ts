/** The few CSS properties that decide whether a reader sees a text, read from inline styles and simple `<style>` rules. */
export interface Style {
  hidden?: boolean;
  visibility?: "hidden" | "visible";
  /** Pixels. */
  fontSize?: number;
  /** `unknown`: an image, a gradient, a keyword we do not know; `clear`: fully transparent. */
  color?: Rgb | "unknown" | "clear";
  background?: Rgb | "unknown";
  borderLeft?: boolean;
}
export type Rgb = readonly [number, number, number];

const cache = new Map<string, Style>();
/** Newsletters repeat a few dozen styles a thousand times; the cache is cleared rather than aged. */
const CACHE_SIZE = 2_000;

export function parseStyle(css: string, parentFontSize = 16): Style {
  const key = `${parentFontSize}|${css}`;
  const known = cache.get(key);
  if (known) return known;
  const style = read(declarations(css), parentFontSize);
  if (cache.size >= CACHE_SIZE) cache.clear();
  if (css.length < 2_000) cache.set(key, style);
  return style;
}

function declarations(css: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const declaration of css.slice(0, 4_000).split(";")) {
    const colon = declaration.indexOf(":");
    if (colon < 0) continue;
    const value = declaration
      .slice(colon + 1)
      .toLowerCase()
      .replace("!important", "")
      .trim();
    found.set(declaration.slice(0, colon).trim().toLowerCase(), value);
  }
  return found;
}

function read(css: Map<string, string>, parentFontSize: number): Style {
  const style: Style = {};
  const size = fontSize(css, parentFontSize);
  if (size !== undefined) style.fontSize = size;
  const visibility = css.get("visibility");
  if (visibility) style.visibility = visibility === "visible" ? "visible" : "hidden";
  if (isHidden(css)) style.hidden = true;
  const color = css.get("color");
  if (color && color !== "inherit") style.color = parseColor(color);
  const background = css.get("background-color") ?? css.get("background");
  if (css.get("background-image")?.includes("(")) style.background = "unknown";
  else if (background && !/^(none|inherit|initial|transparent)$/.test(background))
    style.background = backgroundOf(background);
  if (/[1-9]/.test(css.get("border-left") ?? css.get("border-left-width") ?? "")) style.borderLeft = true;
  return style;
}

function isHidden(css: Map<string, string>): boolean {
  if (css.get("display") === "none") return true;
  if (Number.parseFloat(css.get("opacity") ?? "1") <= 0.05) return true;
  const clips = /hidden|clip/.test(css.get("overflow") ?? css.get("overflow-y") ?? css.get("overflow-x") ?? "");
  if (clips && ["height", "max-height", "width", "max-width"].some((key) => isTiny(css.get(key)))) return true;
  if (pixels(css.get("text-indent")) <= FAR_OUT) return true;
  const placed = /absolute|fixed/.test(css.get("position") ?? "");
  if (placed && ["left", "top", "right", "bottom"].some((key) => pixels(css.get(key)) <= FAR_OUT)) return true;
  if (placed && /rect\(\s*[01](px)?[,\s]+[01](px)?[,\s]+[01](px)?[,\s]+[01](px)?\s*\)/.test(css.get("clip") ?? ""))
    return true;
  return (
    /inset\(\s*(50|100)%/.test(css.get("clip-path") ?? "") || /scale\(\s*0\s*[,)]/.test(css.get("transform") ?? "")
  );
}

/** Nothing that is meant to be read stands this far left of the page. */
const FAR_OUT = -400;

const isTiny = (value: string | undefined) =>
  value !== undefined && /^[01](\.\d+)?(px|pt|em|rem|%)?$/.test(value) && Number.parseFloat(value) <= 1;

function pixels(value: string | undefined): number {
  const match = /^(-?\d{1,6}(?:\.\d{1,4})?)(px|pt|em|rem|%|cm|mm|in|vw)?$/.exec(value ?? "");
  if (!match) return 0;
  const unit = { pt: 1.33, em: 16, rem: 16, cm: 38, in: 96, mm: 3.8, "%": 10, vw: 10 }[match[2] ?? ""] ?? 1;
  return Number(match[1]) * unit;
}

function fontSize(css: Map<string, string>, parent: number): number | undefined {
  // `font: italic 11px/1.4 Arial`: the size is the number before a slash or a family; `0` needs no unit.
  const value =
    css.get("font-size") ??
    /(?:^|\s)(\d{1,4}(?:\.\d{1,3})?(?:px|pt|em|rem|%)|0(?=[\s/]))/.exec(css.get("font") ?? "")?.[1];
  const match = /^(\d{0,4}(?:\.\d{1,4})?)(px|pt|em|rem|%|vw)?$/.exec(value ?? "");
  if (!match?.[1]) return NAMED_SIZES[value ?? ""];
  const number = Number(match[1]);
  if (match[2] === "em") return number * parent;
  if (match[2] === "%") return (number / 100) * parent;
  if (match[2] === "vw") return number * 10;
  return number * ({ pt: 1.33, rem: 16 }[match[2] ?? ""] ?? 1);
}
const NAMED_SIZES: Record<string, number> = {
  "xx-small": 9,
  "x-small": 10,
  small: 13,
  smaller: 13,
  medium: 16,
  large: 18,
};

/** The sizes of `<font size="1">` to 7. */
export const FONT_TAG_SIZES = [10, 10, 13, 16, 18, 24, 32, 48];

function backgroundOf(value: string): Rgb | "unknown" {
  if (/url\(|gradient|var\(/.test(value)) return "unknown";
  for (const token of value.match(/#[0-9a-f]{3,8}|rgba?\([^)]{1,60}\)|[a-z]{3,20}/g) ?? []) {
    const color = parseColor(token);
    if (color === "clear") return "unknown";
    if (color !== "unknown") return color;
  }
  return "unknown";
}

export function parseColor(value: string): Rgb | "unknown" | "clear" {
  const text = value.trim().toLowerCase();
  if (text === "transparent") return "clear";
  const hex = /^#?([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/.exec(text)?.[1];
  if (hex) {
    const wide = hex.length <= 4 ? [...hex].map((digit) => digit + digit).join("") : hex;
    if (wide.length === 8 && wide.endsWith("00")) return "clear";
    return [0, 2, 4].map((at) => Number.parseInt(wide.slice(at, at + 2), 16)) as unknown as Rgb;
  }
  const rgb = /^rgba?\(([^)]{1,60})\)$/.exec(text)?.[1];
  if (rgb) {
    const [r = 0, g = 0, b = 0, alpha = 1] = rgb
      .split(/[\s,/]+/)
      .filter(Boolean)
      .map((part) => Number.parseFloat(part) * (part.endsWith("%") ? 2.55 : 1));
    if (alpha <= 0.05) return "clear";
    return [r, g, b];
  }
  return NAMED[text] ?? "unknown";
}

const NAMED: Record<string, Rgb> = {
  white: [255, 255, 255],
  snow: [255, 250, 250],
  ivory: [255, 255, 240],
  ghostwhite: [248, 248, 255],
  floralwhite: [255, 250, 240],
  whitesmoke: [245, 245, 245],
  black: [0, 0, 0],
  windowtext: [0, 0, 0],
  red: [255, 0, 0],
  green: [0, 128, 0],
  blue: [0, 0, 255],
  gray: [128, 128, 128],
  grey: [128, 128, 128],
  silver: [192, 192, 192],
  lightgray: [211, 211, 211],
  lightgrey: [211, 211, 211],
  darkgray: [169, 169, 169],
  yellow: [255, 255, 0],
  orange: [255, 165, 0],
  navy: [0, 0, 128],
  purple: [128, 0, 128],
  teal: [0, 128, 128],
  maroon: [128, 0, 0],
};

/** Colours a person cannot tell apart on a screen. #f5f5f5 on white still hides; #eee is a pale but visible grey. */
export function sameColor(a: Rgb, b: Rgb): boolean {
  return Math.abs(a[0] - b[0]) <= 12 && Math.abs(a[1] - b[1]) <= 12 && Math.abs(a[2] - b[2]) <= 12;
}
