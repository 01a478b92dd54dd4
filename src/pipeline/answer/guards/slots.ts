import type { Guard } from "./guard-context.ts";

/** What we, a template or a model leaves for somebody to fill in, and placeholders of masked values. */
const SLOT =
  /‹[^›\n]{0,80}›?|\{\{[^}\n]*\}\}|\{%[^}\n]*%?\}|\[\[[^\]\n]*\]\]|\[[A-Z]+(?:_[A-Z]+)*_\d+\]|\[P\d+\]|\[(?:your|insert|customer|name|date|amount|number|company|link)\b[^\]\n]{0,40}\]|<(?:name|date|amount|link|insert)[^>\n]{0,40}>|lorem ipsum/i;

const UNFINISHED = /\b(?:TODO|TBD|XXX)\b/;

/** A slot in a subject, where people write notes in square brackets. */
export const slotIn = (subject: string): RegExpExecArray | null => SLOT.exec(subject.replace(/\[[^\]]*\]/g, ""));

export const slots: Guard = {
  name: "slots",
  person: "bars",
  look({ body, subject }) {
    const slot = SLOT.exec(body) ?? UNFINISHED.exec(body) ?? slotIn(subject);
    return slot ? `"${slot[0]}" is still to be filled in.` : undefined;
  },
};
