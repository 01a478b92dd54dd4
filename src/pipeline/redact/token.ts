import { PII_KINDS, type PiiKind } from "../../domain/email.ts";

/** `[PHONE_1]`: what stands for a value in redacted text. A model copies it faithfully, and a person understands it. */
export const tokenFor = (kind: PiiKind | "literal", index: number): string => `[${kind.toUpperCase()}_${index}]`;

/** Anything that looks like one of ours, whoever wrote it. `LITERAL` stands for a sender's own imitation. */
export const TOKEN = new RegExp(`\\[(?:${[...PII_KINDS, "literal"].join("|").toUpperCase()})_\\d{1,6}\\]`, "g");

/** What recognisers see where a placeholder stands: a sign that is no letter, no digit and no space. */
export const TAKEN = "\ufffc";
