import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from "@slack/bolt";
import type { KnownBlock } from "@slack/types";
import type { Finding } from "../../domain/check-up.ts";
import type { Digest } from "../../domain/digest.ts";
import type { HomeData } from "../../domain/home.ts";
import type { IncidentLine } from "../../domain/incident.ts";
import type { Replayed } from "../../domain/replay.ts";
import { authorise, authoriseEditor, type Forbidden } from "../../domain/roles.ts";
import type { Settings } from "../../domain/settings/settings.ts";
import type { ReadCardOutcome } from "../../tickets/card-data.ts";
import type { HistoryOutcome, SaveSettings, SettingsOutcome } from "../../tickets/change-settings.ts";
import type { PauseOutcome } from "../../tickets/desk-switches.ts";
import { type Found, LIST_PAGE } from "../../tickets/find-tickets.ts";
import { checkUpReply } from "../../views/check-up.ts";
import {
  deadLettersText,
  evalText,
  helpText,
  replayReply,
  type Stats,
  saying,
  statsText,
  statusText,
  ticketList,
} from "../../views/command-replies.ts";
import { digestMessage } from "../../views/digest.ts";
import { incidentsText } from "../../views/incident-line.ts";
import { refusalNotice } from "../../views/notices.ts";
import { settingsNotice } from "../../views/settings-notices.ts";
import { settingsText } from "../../views/settings-text.ts";
import { said } from "../../views/text.ts";
import { cardText, ticketCard } from "../../views/ticket-card.ts";
import { atTime } from "../../views/time.ts";
import { named, person } from "../../views/words.ts";
import { type KnowledgeVerbs, openArticleModal } from "../open-article.ts";
import { knowledgeAnswer } from "./knowledge.ts";
import { COMMANDS, parseTriage, type TriageCommand } from "./parse.ts";

type Args = AllMiddlewareArgs & SlackCommandMiddlewareArgs;

export interface CommandVerbs extends KnowledgeVerbs {
  currentSettings: () => { version: number; settings: Settings };
  readHome: (user: string) => Promise<HomeData | undefined>;
  findTickets: (
    wanted: { by: string; page: number } & ({ mine: true } | { queue: string | undefined } | { words: string }),
  ) => Promise<Found | { kind: "no-queue"; known: string[] } | Forbidden>;
  readCard: (request: { ticketId: number; by: string }) => Promise<ReadCardOutcome>;
  findMessages: (wanted: { ticketId: number } | { gmailId: string } | { last: number }) => Promise<number[]>;
  replayMessage: (messageId: number) => Promise<Replayed | undefined>;
  readStats: (days: number) => Promise<Stats>;
  readDigest: (days: Digest["days"], to: number) => Promise<Digest>;
  saveSettings: SaveSettings;
  rollback: (request: { by: string; version: number }) => Promise<SettingsOutcome>;
  readHistory: (request: { by: string; limit: number }) => Promise<HistoryOutcome>;
  pauseMailbox: (request: { by: string; address: string; pause: boolean }) => Promise<PauseOutcome>;
  checkUp: () => Promise<Finding[]>;
  listIncidents: (request: { by: string }) => Promise<{ kind: "incidents"; incidents: IncidentLine[] } | Forbidden>;
  workspaceUrl: string;
  now: () => number;
}

type Reply = { text: string; blocks: KnownBlock[] };

/** `/triage`: private answers, whatever is asked. Reading is for everybody of the desk, changing for admins. */
export const onTriage =
  (verbs: CommandVerbs) =>
  async ({ ack, client, command, respond }: Args): Promise<void> => {
    await ack();
    const by = command.user_id;
    const { settings } = verbs.currentSettings();
    const wanted = parseTriage(command.text);
    const adds = wanted.do === "kb-add";
    const may = adds ? authoriseEditor(settings, by) : authorise(settings, by, "viewer");
    if (adds && may.kind === "allowed") return openArticleModal(verbs, { client }, command.trigger_id);
    const reply: Reply =
      may.kind === "forbidden" ? saying(refusalNotice(may)) : await answer(verbs, wanted, by, command.text);
    await respond({ response_type: "ephemeral", replace_original: false, ...reply });
  };

async function answer(verbs: CommandVerbs, command: TriageCommand, by: string, typed: string): Promise<Reply> {
  const { settings, version } = verbs.currentSettings();
  switch (command.do) {
    case "wrong":
      return saying(command.say);
    case "help":
      return saying(helpText(COMMANDS, command.about));
    case "status": {
      const home = await verbs.readHome(by);
      return saying(home ? statusText(home, verbs.now()) : "This is not your desk.");
    }
    case "mine":
      return list(verbs, "Yours", { by, page: command.page, mine: true }, "mine");
    case "incidents": {
      const outcome = await verbs.listIncidents({ by });
      if (outcome.kind !== "incidents") return saying(refusalNotice(outcome));
      const around = { timezone: settings.company.timezone, workspaceUrl: verbs.workspaceUrl };
      return saying(incidentsText(outcome.incidents, around));
    }
    case "queue":
      return list(
        verbs,
        command.queue === undefined ? "Open in all queues" : `Open in ${command.queue}`,
        { by, page: command.page, queue: command.queue },
        `queue ${command.queue ?? ""}`.trim(),
      );
    case "search":
      return list(
        verbs,
        `Holding “${said(command.words, 100)}”`,
        { by, page: command.page, words: command.words },
        `search ${command.words}`,
      );
    case "show": {
      const outcome = await verbs.readCard({ ticketId: command.ticketId, by });
      if (outcome.kind !== "card") return saying(refusalNotice(outcome));
      const around = { now: verbs.now(), timezone: outcome.timezone };
      return { text: cardText(outcome.card, around), blocks: ticketCard(outcome.card, around) };
    }
    case "replay":
      return replay(verbs, command.of, by);
    case "stats":
      return saying(statsText(await verbs.readStats(command.days)));
    case "digest":
      return digestMessage(await verbs.readDigest(command.days, verbs.now()), settings.company.timezone);
    case "eval": {
      const home = await verbs.readHome(by);
      return saying(
        home?.admin
          ? evalText(home.admin.intents.map(({ name, seen, corrected }) => ({ intent: name, seen, corrected })))
          : "This is for admins.",
      );
    }
    case "dlq": {
      const home = await verbs.readHome(by);
      return saying(home?.admin ? deadLettersText(home.admin.deadLetters, verbs.now()) : "This is for admins.");
    }
    case "settings":
      return saying(settingsText(settings, version));
    case "history": {
      const outcome = await verbs.readHistory({ by, limit: 15 });
      if (outcome.kind !== "history") return saying(refusalNotice(outcome));
      return saying(
        outcome.versions
          .map(
            (one) =>
              `• *${one.version}*${one.version === outcome.current ? " (in force)" : ""} ${person(one.savedBy)} ${atTime(one.savedAt, 0, settings.company.timezone)}: ${named(said(one.note, 150))}`,
          )
          .join("\n"),
      );
    }
    case "kb":
      return knowledgeAnswer(verbs, command, by);
    case "rollback":
      return saying(settingsNotice(await verbs.rollback({ by, version: command.version })));
    case "pause":
    case "resume":
      return saying(await pause(verbs, command, by));
    case "posture": {
      if (!(command.intent in settings.intents))
        return saying(
          `There is no intent "${said(command.intent, 40)}". There are: ${Object.keys(settings.intents)
            .map((one) => said(one, 40))
            .join(", ")}`,
        );
      const change = (draft: Settings) => ({
        ...draft,
        intents: { ...draft.intents, [command.intent]: { ...draft.intents[command.intent], posture: command.posture } },
      });
      return saying(settingsNotice(await verbs.saveSettings({ by, change })));
    }
    case "oncall":
      return saying(
        settingsNotice(
          await verbs.saveSettings({
            by,
            change: ({ onCall: _before, ...rest }) => (command.user ? { ...rest, onCall: command.user } : rest),
          }),
        ),
      );
    case "doctor": {
      const may = authorise(settings, by, "admin");
      return may.kind === "forbidden" ? saying(refusalNotice(may)) : checkUpReply(await verbs.checkUp());
    }
    default:
      return saying(`\`${said(typed, 60)}\` is not understood.`);
  }
}

async function list(
  verbs: CommandVerbs,
  title: string,
  wanted: Parameters<CommandVerbs["findTickets"]>[0],
  again: string,
): Promise<Reply> {
  const outcome = await verbs.findTickets(wanted);
  if (outcome.kind === "no-queue")
    return saying(`There is no such queue. There are: ${outcome.known.map((one) => said(one, 40)).join(", ")}`);
  if (outcome.kind !== "tickets") return saying(refusalNotice(outcome));
  const { timezone } = verbs.currentSettings().settings.company;
  return saying(
    ticketList(title, outcome, {
      now: verbs.now(),
      timezone,
      workspaceUrl: verbs.workspaceUrl,
      pageSize: LIST_PAGE,
      again,
    }),
  );
}

async function replay(
  verbs: CommandVerbs,
  of: Parameters<CommandVerbs["findMessages"]>[0],
  by: string,
): Promise<Reply> {
  const may = authorise(verbs.currentSettings().settings, by, "agent");
  if (may.kind === "forbidden") return saying(refusalNotice(may));
  const replays: Replayed[] = [];
  for (const id of await verbs.findMessages(of)) {
    const one = await verbs.replayMessage(id);
    if (one) replays.push(one);
  }
  if (replays.length === 0) return saying("There is no such mail, or its text is no longer kept.");
  return replayReply(replays);
}

async function pause(
  verbs: CommandVerbs,
  command: { do: "pause" | "resume"; mailbox: string | undefined },
  by: string,
): Promise<string> {
  if (command.mailbox === undefined) {
    const mode = command.do === "pause" ? "paused" : "live";
    return settingsNotice(await verbs.saveSettings({ by, change: (settings) => ({ ...settings, mode }) }));
  }
  const outcome = await verbs.pauseMailbox({ by, address: command.mailbox, pause: command.do === "pause" });
  if (outcome.kind === "forbidden") return refusalNotice(outcome);
  if (outcome.kind === "no-mailbox")
    return `There is no such mailbox. There are: ${outcome.known.map((one) => said(one, 80)).join(", ")}`;
  const words = command.do === "pause" ? "is paused: what comes waits in Gmail" : "is read again";
  return outcome.kind === "done" ? `${said(outcome.address, 80)} ${words}.` : "That is how it is already.";
}
