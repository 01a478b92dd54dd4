import type { Forbidden } from "../domain/roles.ts";
import type { SettingChange } from "../domain/settings/diff.ts";
import { refusalNotice } from "./notices.ts";
import { changesText } from "./settings-modals.ts";
import { said } from "./text.ts";
import { person } from "./words.ts";

type Outcome =
  | { kind: "saved"; version: number; changes: SettingChange[] }
  | { kind: "unchanged" }
  | { kind: "conflict"; version: number; savedBy: string; changes: SettingChange[] }
  | { kind: "invalid"; reason: string }
  | { kind: "no-version" }
  | Forbidden;

/** What came of a change of settings, in words. */
export function settingsNotice(outcome: Outcome): string {
  switch (outcome.kind) {
    case "saved":
      return `Saved as version ${outcome.version}:\n${changesText(outcome.changes)}`;
    case "unchanged":
      return "That is how it is already.";
    case "conflict":
      return `${person(outcome.savedBy)} saved version ${outcome.version} first. Since you looked:\n${changesText(outcome.changes)}\nYour change was not saved; look again and save it once more.`;
    case "invalid":
      return `Not saved: ${said(outcome.reason, 600)}`;
    case "no-version":
      return "There is no such version. `/triage history` lists them.";
    case "forbidden":
      return refusalNotice(outcome);
  }
}
