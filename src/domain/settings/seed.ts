import { parse } from "yaml";
import { MailroomError } from "../errors.ts";
import { DEFAULT_INTENTS } from "./intents.ts";
import { parseSettings } from "./parse.ts";
import type { Settings } from "./settings.ts";

/**
 * Settings version 1 from a YAML text. Intents given there are laid over the built-in ones, so that a company writes
 * only what it wants otherwise; `spam: null` removes one. Later versions live in the database and are complete.
 */
export function seedSettings(yaml: string): Settings {
  let document: unknown;
  try {
    document = parse(yaml);
  } catch (cause) {
    throw new MailroomError("settings_invalid", { detail: `not readable as YAML: ${(cause as Error).message}`, cause });
  }
  if (document === null || typeof document !== "object" || Array.isArray(document)) {
    throw new MailroomError("settings_invalid", {
      detail: "the file must hold keys such as mailboxes, queues and people",
    });
  }
  return parseSettings(withDefaultIntents(document as Record<string, unknown>));
}

/** A document's own intents laid over the built-in ones; one that is null is taken out. */
export function withDefaultIntents(document: Record<string, unknown>): Record<string, unknown> {
  const own = document["intents"];
  if (own === null || typeof own !== "object" || Array.isArray(own)) return document;
  const intents: Record<string, unknown> = { ...DEFAULT_INTENTS };
  for (const [name, given] of Object.entries(own)) {
    if (given === null) delete intents[name];
    else intents[name] = typeof given === "object" ? { ...DEFAULT_INTENTS[name], ...given } : given;
  }
  return { ...document, intents };
}
