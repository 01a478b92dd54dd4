import { invalidArgument } from "../errors.ts";

/** `fields=historyId,history(messagesAdded/message(id,labelIds))`: the parts of an answer the caller wants. */
type Mask = Map<string, Mask | undefined>;

export function select(value: unknown, fields: string): unknown {
  return applyMask(value, parseMask(fields));
}

function parseMask(text: string): Mask {
  const bad = () => invalidArgument(`Invalid field selection ${text}`, "invalidParameter");
  let at = 0;
  const took = (char: string): boolean => {
    if (text[at] !== char) return false;
    at += 1;
    return true;
  };
  const item = (): [string, Mask | undefined] => {
    const name = /^[\w*]+/.exec(text.slice(at))?.[0];
    if (!name) throw bad();
    at += name.length;
    if (took("/")) return [name, new Map([item()])];
    if (!took("(")) return [name, undefined];
    const inner = list();
    if (!took(")")) throw bad();
    return [name, inner];
  };
  const list = (): Mask => {
    const mask: Mask = new Map([item()]);
    while (took(",")) mask.set(...item());
    return mask;
  };
  const mask = list();
  if (at < text.length) throw bad();
  return mask;
}

function applyMask(value: unknown, mask: Mask | undefined): unknown {
  if (!mask || mask.has("*")) return value;
  if (Array.isArray(value)) return value.map((item) => applyMask(item, mask));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) =>
      mask.has(name) ? [[name, applyMask(inner, mask.get(name))]] : [],
    ),
  );
}
