import type { Settings } from "../../../domain/settings/settings.ts";

export const signatureTexts = ({ signature }: Settings["answering"]): string[] =>
  typeof signature === "string" ? [signature] : Object.values(signature);

/** What stands under an answer in this language; empty where nothing is set. */
export function signatureFor(language: string, { signature }: Settings["answering"]): string {
  const text = typeof signature === "string" ? signature : (signature[language] ?? signature["en"] ?? "");
  return text.trim();
}

/** The answer without what stands under every answer. */
export function withoutSignature(body: string, { answering, company }: Settings): string {
  const trimmed = body.trimEnd();
  for (const end of [...signatureTexts(answering), company.name].map((text) => text.trim())) {
    if (end !== "" && trimmed.endsWith(end)) return trimmed.slice(0, -end.length).trimEnd();
  }
  return trimmed;
}

export const acknowledgementTexts = ({ acknowledgement }: Settings["sending"]): string[] =>
  typeof acknowledgement === "string" ? [acknowledgement] : Object.values(acknowledgement);

/** What the company has written itself, and may therefore repeat: signature, templates, acknowledgement. */
export const ownTexts = ({ answering, sending }: Settings): string[] => [
  ...signatureTexts(answering),
  ...Object.values(answering.style.closing),
  ...acknowledgementTexts(sending),
  ...Object.values(answering.templates).flatMap((byLanguage) => Object.values(byLanguage)),
];
