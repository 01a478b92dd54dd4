import type { Priority } from "./decision.ts";

/** What a person told Mailroom about all later mail of a sender or a domain. */
export interface Lesson<Value> {
  value: Value;
  scope: "sender" | "domain";
  /** Their name, as the settings have it. */
  by: string;
  /** `3 May`, on the company's calendar. */
  on: string;
}

export interface Taught {
  intent?: Lesson<string>;
  priority?: Lesson<Priority>;
}

export const lessonWords = ({ value, scope, by, on }: Lesson<string>, what = ""): string =>
  `${by} told Mailroom on ${on} that mail from this ${scope} is ${value}${what}`;
