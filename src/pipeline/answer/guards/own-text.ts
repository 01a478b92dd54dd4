import type { Settings } from "../../../domain/settings/settings.ts";

/** The answer without what stands under every answer. */
export function withoutSignature(body: string, { answering, company }: Settings): string {
  const trimmed = body.trimEnd();
  for (const end of [answering.signature.trim(), company.name.trim()]) {
    if (end !== "" && trimmed.endsWith(end)) return trimmed.slice(0, -end.length).trimEnd();
  }
  return trimmed;
}

export const acknowledgementTexts = ({ acknowledgement }: Settings["sending"]): string[] =>
  typeof acknowledgement === "string" ? [acknowledgement] : Object.values(acknowledgement);

/** What the company has written itself, and may therefore repeat: signature, templates, acknowledgement. */
export const ownTexts = ({ answering, sending }: Settings): string[] => [
  answering.signature,
  ...Object.values(answering.style.closing),
  ...acknowledgementTexts(sending),
  ...Object.values(answering.templates).flatMap((byLanguage) => Object.values(byLanguage)),
];
