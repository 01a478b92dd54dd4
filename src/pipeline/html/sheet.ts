import { parseStyle, type Style } from "./style.ts";

/** What `<style>` blocks say about single tags, classes and ids: enough for preheaders and text hidden by a class. */
export interface Sheet {
  styleFor(tag: string, classes: readonly string[], id: string | undefined): Style | undefined;
}

export const NO_SHEET: Sheet = { styleFor: () => undefined };

/** Rules that are read. The largest newsletters carry a few hundred. */
const MAX_RULES = 1_000;
const MAX_CSS = 200_000;

/** Reads each block once: with those before it, a mail of eighty thousand blocks took minutes. */
export class SheetReader {
  readonly #rules = new Map<string, Style>();
  #characters = MAX_CSS;
  #rulesLeft = MAX_RULES;

  read(block: string): Sheet {
    const css = withoutComments(block.slice(0, this.#characters));
    this.#characters -= Math.min(block.length, this.#characters);
    for (const { selectors, body } of this.#topLevelRules(css)) this.#add(selectors, parseStyle(body));
    return this.#rules.size === 0 ? NO_SHEET : this;
  }

  styleFor(tag: string, classes: readonly string[], id: string | undefined): Style | undefined {
    let style = this.#rules.get(tag);
    for (const name of classes) {
      const rule = this.#rules.get(`.${name.toLowerCase()}`);
      if (rule) style = { ...style, ...rule };
    }
    const rule = id ? this.#rules.get(`#${id.toLowerCase()}`) : undefined;
    return rule ? { ...style, ...rule } : style;
  }

  #add(selectors: string, style: Style): void {
    if (Object.keys(style).length === 0) return;
    for (const selector of selectors.split(",")) {
      const words = selector
        .trim()
        .toLowerCase()
        .split(/[\s>+~]+/);
      const [, tag, name] = /^([a-z][a-z0-9]*)?([.#][\w-]+)?$/.exec(words.at(-1) ?? "") ?? [];
      // `div.note` is filed under `.note`: wider than CSS, but the tag seldom decides.
      const key = name ?? tag;
      if (key) this.#rules.set(key, { ...this.#rules.get(key), ...(words.length > 1 ? uncertain(style) : style) });
    }
  }

  /** Rules outside of `@media` and the like: those speak of phones and dark mode, not of what every reader sees. */
  *#topLevelRules(text: string): Generator<{ selectors: string; body: string }> {
    let at = 0;
    for (; this.#rulesLeft > 0; this.#rulesLeft--) {
      const open = text.indexOf("{", at);
      if (open < 0) return;
      const selectors = (text.slice(at, open).split(";").pop() ?? "").trim();
      if (selectors.startsWith("@")) {
        at = blockEnd(text, open);
        continue;
      }
      const close = text.indexOf("}", open);
      if (close < 0) return;
      yield { selectors: selectors.slice(-500), body: text.slice(open + 1, close) };
      at = close + 1;
    }
  }
}

/** A rule for descendants may not apply to this element, so it hides nothing; it only makes the colours uncertain. */
function uncertain({ color, background }: Style): Style {
  return { ...(color && { color: "unknown" }), ...(background && { background: "unknown" }) };
}

function blockEnd(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === "{") depth++;
    else if (text[at] === "}" && --depth === 0) return at + 1;
  }
  return text.length;
}

/** By hand: a regular expression would start over at every `/*` of a hostile sheet. */
function withoutComments(css: string): string {
  const out: string[] = [];
  let at = 0;
  for (let open = css.indexOf("/*"); open >= 0; open = css.indexOf("/*", at)) {
    out.push(css.slice(at, open));
    const close = css.indexOf("*/", open + 2);
    if (close < 0) return out.join("");
    at = close + 2;
  }
  out.push(css.slice(at));
  return out.join("").replaceAll("<!--", "").replaceAll("-->", "");
}
