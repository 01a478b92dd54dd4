import { Parser } from "htmlparser2";
import { stripInvisible } from "../invisible.ts";
import { clientMark, quoteKind } from "./client-marks.ts";
import { type Gap, gapOf, SILENT, VOID } from "./elements.ts";
import { NO_SHEET, type Sheet, SheetReader } from "./sheet.ts";
import { FONT_TAG_SIZES, parseColor, parseStyle, type Rgb, type Style, sameColor } from "./style.ts";
import { isTracker } from "./tracking.ts";

/** One line of an HTML mail as a reader sees it. */
export interface HtmlLine {
  text: string;
  /** Marked as history by the client that wrote it; `maybe` is a bare blockquote. */
  quote: "sure" | "maybe" | undefined;
  signature: boolean;
  /** Set in small print. */
  small: boolean;
}

export interface ReadHtml {
  lines: HtmlLine[];
  trackingPixels: number;
  hiddenCharacters: number;
  zeroWidth: number;
  bidi: number;
  /** Distinct hosts that links lead to. */
  linkHosts: string[];
}

/** Characters of HTML that are read: the largest newsletter in the corpora has 1.1 million, most of it styles. */
const MAX_HTML = 1_500_000;
/** Elements deeper than this inherit from the last one within: real mail nests about 60 tables. */
const MAX_DEPTH = 1_000;
/** The parser shifts the names of all open elements at each tag, so half a million of them would take minutes. */
const MAX_OPEN = 2_000;
const MAX_HOSTS = 50;

/** What an element passes on to the text inside. */
interface Frame {
  tag: string;
  hidden: boolean;
  invisible: boolean;
  fontSize: number;
  color: Rgb | "unknown" | "clear";
  background: Rgb | "unknown";
  quote: "sure" | "maybe" | undefined;
  signature: boolean;
  pre: boolean;
  gap: Gap;
}

const ROOT: Frame = {
  tag: "",
  hidden: false,
  invisible: false,
  fontSize: 16,
  color: [0, 0, 0],
  background: [255, 255, 255],
  quote: undefined,
  signature: false,
  pre: false,
  gap: undefined,
};

/** Reads HTML mail once, as a stream: text in lines, with what was hidden from a reader left out and counted. */
export function readHtml(html: string): ReadHtml {
  const reader = new HtmlReader();
  let rest = html.slice(0, MAX_HTML);
  while (rest !== "") rest = rest.slice(readSome(rest, reader));
  return reader.result();
}

/** Reads until too much is open at once, and says how far it came; what the reader has open stays so. */
function readSome(html: string, reader: HtmlReader): number {
  let open = 0;
  let read = html.length;
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        reader.open(tag, attributes);
        if (++open < MAX_OPEN) return;
        read = parser.endIndex + 1;
        parser.pause();
      },
      ontext: (text) => reader.text(text),
      onclosetag(tag) {
        open--;
        reader.close(tag);
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.write(html);
  if (read === html.length) parser.end();
  return read;
}

class HtmlReader {
  readonly #lines: HtmlLine[] = [];
  readonly #stack: Frame[] = [ROOT];
  #deeper = 0;
  readonly #sheets = new SheetReader();
  #sheet: Sheet = NO_SHEET;
  #css = "";
  #line = "";
  /** Kept beside the line: asking a line of a million pieces each time takes minutes. */
  #blank = true;
  #frame: Frame = ROOT;
  #lineFrame: Frame = ROOT;
  #rest = false;
  #pixels = 0;
  #hidden = 0;
  #zeroWidth = 0;
  #bidi = 0;
  readonly #hosts = new Set<string>();

  open(tag: string, attributes: Record<string, string>): void {
    if (tag === "br") {
      this.#break();
      return;
    }
    const classes = attributes.class ? attributes.class.split(/\s+/, 20) : [];
    const frame = this.#enter(tag, attributes, classes);
    if (tag === "img") this.#image(attributes, frame);
    if (tag === "a" && attributes.href) this.#link(attributes.href);
    const rest = clientMark(tag, attributes, classes) === "rest";
    this.#separate(frame.gap);
    if ((tag === "td" || tag === "th") && !this.#blank) this.#line += "\t";
    if (rest) {
      this.#newLine();
      this.#rest = true;
    }
    if (VOID.has(tag)) return;
    if (this.#stack.length >= MAX_DEPTH) {
      this.#deeper++;
      return;
    }
    this.#stack.push(frame);
    this.#frame = frame;
  }

  close(tag: string): void {
    if (VOID.has(tag)) return;
    if (this.#deeper > 0) {
      this.#deeper--;
      this.#separate(gapOf(tag, []));
      return;
    }
    // A `</p>` that nothing opened is a paragraph in every browser; htmlparser2 opens it first.
    this.#separate(this.#frame.gap);
    if (tag === "style") {
      this.#sheet = this.#sheets.read(this.#css);
      this.#css = "";
    }
    if (this.#stack.length > 1) this.#stack.pop();
    this.#frame = this.#stack.at(-1) ?? ROOT;
  }

  text(raw: string): void {
    const frame = this.#frame;
    if (frame.tag === "style") {
      this.#css += raw;
      return;
    }
    if (frame.hidden || SILENT.has(frame.tag)) {
      if (frame.hidden) this.#hidden += countVisible(raw);
      return;
    }
    if (isInvisible(frame)) {
      this.#hidden += countVisible(raw);
      return;
    }
    const { text, zeroWidth, bidi } = stripInvisible(raw);
    this.#zeroWidth += zeroWidth;
    this.#bidi += bidi;
    if (frame.pre) {
      const [first = "", ...others] = text.split("\n");
      this.#append(first, frame);
      for (const line of others) {
        this.#break();
        this.#append(line, frame);
      }
    } else this.#append(text.replace(/[ \t\r\n\f\u00a0]+/g, " "), frame);
  }

  result(): ReadHtml {
    this.#newLine();
    return {
      lines: this.#lines,
      trackingPixels: this.#pixels,
      hiddenCharacters: this.#hidden,
      zeroWidth: this.#zeroWidth,
      bidi: this.#bidi,
      linkHosts: [...this.#hosts],
    };
  }

  #enter(tag: string, attributes: Record<string, string>, classes: string[]): Frame {
    const parent = this.#frame;
    const sheet = this.#sheet === NO_SHEET ? undefined : this.#sheet.styleFor(tag, classes, attributes.id);
    const inline = attributes.style ? parseStyle(attributes.style, parent.fontSize) : undefined;
    const style: Style = sheet && inline ? { ...sheet, ...inline } : (inline ?? sheet ?? NO_STYLE);
    const mark = clientMark(tag, attributes, classes);
    const quote =
      tag === "blockquote" ? quoteKind(attributes, classes, style.borderLeft) : mark === "quote" ? "sure" : "none";
    return {
      tag,
      hidden: parent.hidden || style.hidden === true || "hidden" in attributes,
      invisible: style.visibility ? style.visibility === "hidden" : parent.invisible,
      fontSize: style.fontSize ?? tagFontSize(tag, attributes) ?? parent.fontSize,
      color:
        style.color ??
        (attributes.color && tag === "font" ? parseColor(attributes.color) : tag === "a" ? "unknown" : parent.color),
      background: backgroundOf(style, attributes) ?? parent.background,
      quote: parent.quote === "sure" || quote === "sure" ? "sure" : quote === "maybe" ? "maybe" : parent.quote,
      signature: parent.signature || mark === "signature",
      gap: gapOf(tag, classes),
      pre: parent.pre || tag === "pre" || /white-space:\s?(?:pre|break-spaces)/i.test(attributes.style ?? ""),
    };
  }

  #append(text: string, frame: Frame): void {
    if (text === "") return;
    if (this.#blank) {
      this.#lineFrame = frame;
      this.#blank = text.trim() === "";
    }
    this.#line += this.#line === "" && !frame.pre ? text.trimStart() : text;
  }

  #image(attributes: Record<string, string>, frame: Frame): void {
    if (isTracker(attributes, frame.hidden)) this.#pixels++;
    // Gmail and Outlook send emoji as pictures whose alternative text is the emoji.
    const alt = attributes.alt ?? "";
    if (
      alt.length <= 16 &&
      /^(?:\p{Extended_Pictographic}|[\u{1f3fb}-\u{1f3ff}]|\u200d|\ufe0f)+$/u.test(alt) &&
      !frame.hidden
    ) {
      this.#append(alt, frame);
    }
  }

  #link(href: string): void {
    const host = /^\s{0,5}https?:\/\/(?:[^/@\s]{0,200}@)?([^/:?#\s]{1,253})/i.exec(href)?.[1]?.toLowerCase();
    if (host && this.#hosts.size < MAX_HOSTS) this.#hosts.add(host);
  }

  #break(): void {
    this.#push(this.#line);
    this.#clear();
  }

  #newLine(): void {
    if (!this.#blank) this.#push(this.#line);
    this.#clear();
  }

  #clear(): void {
    this.#line = "";
    this.#blank = true;
  }

  #separate(gap: Gap): void {
    if (gap === "paragraph") this.#paragraph();
    else if (gap === "line") this.#newLine();
  }

  #paragraph(): void {
    this.#newLine();
    if (this.#lines.length > 0 && this.#lines.at(-1)?.text !== "") this.#push("");
  }

  #push(line: string): void {
    const text = line.replace(/ {2,}/g, " ").trimEnd();
    const frame = text === "" ? this.#frame : this.#lineFrame;
    this.#lines.push({
      text: frame.pre ? line.trimEnd() : text,
      quote: this.#rest ? "sure" : frame.quote,
      signature: frame.signature,
      small: frame.fontSize <= SMALL_PRINT || isGrey(frame),
    });
  }
}

const NO_STYLE: Style = {};
/** Footers are set at 9 to 11 px (8 pt and less); body text starts at 12. */
const SMALL_PRINT = 11.5;

function tagFontSize(tag: string, attributes: Record<string, string>): number | undefined {
  if (tag === "small") return 11;
  if (tag === "font" && /^[0-7]$/.test(attributes.size ?? "")) return FONT_TAG_SIZES[Number(attributes.size)];
  return tag === "font" && attributes.size === "-2" ? 10 : undefined;
}

function backgroundOf(style: Style, attributes: Record<string, string>): Rgb | "unknown" | undefined {
  if (style.background) return style.background;
  if (attributes.background) return "unknown";
  if (!attributes.bgcolor) return undefined;
  const color = parseColor(attributes.bgcolor);
  return color === "clear" ? "unknown" : color;
}

/** Nothing that a reader could make out: no size, no colour, or the colour of the paper. */
function isInvisible({ invisible, fontSize, color, background }: Frame): boolean {
  if (invisible || fontSize <= 1 || color === "clear") return true;
  return color !== "unknown" && background !== "unknown" && sameColor(color, background);
}

/** Footers are often grey at normal size; 12 px and grey is small print too. */
function isGrey({ fontSize, color }: Frame): boolean {
  if (fontSize > 12.5 || typeof color === "string") return false;
  const [r, g, b] = color;
  return Math.max(r, g, b) - Math.min(r, g, b) < 24 && r >= 90 && r <= 200;
}

/** Characters that would have been text; the padding of preheaders is not. */
const countVisible = (text: string) => stripInvisible(text).text.replace(/\s+/g, "").length;
