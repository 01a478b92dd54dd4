import type { Guard } from "./guard-context.ts";

export const header: Guard = {
  name: "header",
  person: "bars",
  look(draft) {
    const texts = [draft.subject, draft.from.name ?? "", ...[...draft.to, ...draft.cc].map((one) => one.name ?? "")];
    return texts.some((text) => /[\r\n]/.test(text)) ? "The subject or a name holds a line break." : undefined;
  },
};
