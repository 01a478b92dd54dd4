import type { ProposedArticle } from "../db/proposals.ts";
import type { EngineStep } from "../domain/decision.ts";
import type { Log } from "../domain/log.ts";
import type { ToolCaller } from "../domain/look-up.ts";
import type { Chat, MailProvider, VirusScanner } from "../domain/ports.ts";
import type { Standing } from "../domain/roles.ts";
import type { Settings } from "../domain/settings/settings.ts";
import type { Embedding } from "../pipeline/answer/embedding.ts";
import type { SecondReader } from "../pipeline/answer/second-reading.ts";
import type { Mask } from "../tickets/card-data.ts";
import type { Desk } from "../tickets/desk.ts";
import type { DrillTools } from "./drill.ts";
import type { PushTrouble } from "./push.ts";

/** What the jobs need of the world around them. */
export interface DeskJobs extends Desk {
  chat: Chat;
  /** Absent: who is a guest is heard of only when it changes. */
  standing?: ((user: string) => Promise<Standing>) | undefined;
  /** The mailbox's provider; fails with `gmail_disconnected` when nobody has connected it. */
  mail: (address: string) => Promise<MailProvider>;
  mask: Mask;
  /** Absent: files are judged by their bytes, and nobody scans them. */
  scanner?: VirusScanner | undefined;
  /** Absent: articles are found by their words alone. */
  embedding?: Embedding | undefined;
  /** Lets a model make an article of an answer; absent: the answer's own words stand. */
  phrase?:
    | ((article: ProposedArticle, settings: Settings, steps: EngineStep[]) => Promise<ProposedArticle>)
    | undefined;
  /** How Gmail announces mail, where it does, and what is wrong with hearing of it. */
  push?: { topic: string; trouble: () => PushTrouble | undefined } | undefined;
  /** Changes something at another system of the company; absent: nothing can be. */
  tools?: ToolCaller | undefined;
  /** Reads what was sent, where there is a second model. */
  secondReader?: SecondReader | undefined;
  /** Root of the workspace, for links to cards. */
  workspaceUrl?: string;
  /** Tries attacks on the desk's settings, with nothing in hand that could send. */
  rehearsal?: DrillTools | undefined;
  log: Log;
}
