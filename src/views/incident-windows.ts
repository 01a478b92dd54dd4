import type { Button, KnownBlock, ModalView, View } from "@slack/types";
import { z } from "zod";
import { type ByLanguage, type IncidentCard, MEMBERS_PAGE, type MemberLine } from "../domain/incident.ts";
import { INCIDENT, VIEW } from "./ids.ts";
import { type IncidentSurroundings, mailsOf, memberText } from "./incident-card.ts";
import {
  carried,
  choiceOf,
  explain,
  modal,
  option,
  radioInput,
  selectInput,
  textInput,
  textOf,
  type Values,
} from "./modal.ts";
import { incidentRef } from "./references.ts";
import { label, mrkdwn, said } from "./text.ts";

type Submitted = Pick<View, "private_metadata"> & { state: { values: Values } };

interface About {
  incidentId: number;
  title: string;
  languages: readonly { language: string; mails: number }[];
  mails: number;
}

/** A text in each of these languages; the rest get the English one. */
export const LANGUAGES = 4;
const names = new Intl.DisplayNames("en", { type: "language", fallback: "code" });
export const nameOf = (language: string): string =>
  /^[a-z]{2,3}$/.test(language) ? (names.of(language) ?? language) : language;

/** English always, and the languages that its members write in. */
function textInputs(
  kind: string,
  name: string,
  { languages }: Pick<About, "languages">,
  texts: ByLanguage,
): KnownBlock[] {
  const spoken = languages.filter(({ language }) => /^[a-z]{2}$/.test(language)).slice(0, LANGUAGES);
  const rest = Object.keys(texts).filter((one) => !spoken.some(({ language }) => language === one));
  const all = [...new Set([...spoken.map(({ language }) => language), "en", ...rest])].slice(0, LANGUAGES + 2);
  return all.map((language, index) => {
    const mails = languages.find((one) => one.language === language)?.mails ?? 0;
    return textInput(`${kind}-${language}`, `${name} in ${nameOf(language)}`, {
      value: texts[language] ?? "",
      multiline: true,
      optional: true,
      max: 2_000,
      ...(mails > 0 && { hint: `${mails} of them write in ${nameOf(language)}` }),
      ...(index === 0 && mails === 0 && { hint: "For everybody for whom there is no other text" }),
    });
  });
}

function textsIn(values: Values, kind: string): ByLanguage {
  const texts: ByLanguage = {};
  for (const block of Object.keys(values)) {
    const language = block.startsWith(`${kind}-`) ? block.slice(kind.length + 1) : undefined;
    const text = textOf(values, block);
    if (language && text !== "") texts[language] = text;
  }
  return texts;
}

export const Carried = z.object({ v: z.literal(1), i: z.number() });
const idIn = (view: Submitted): number => carried(view, Carried).i;

/** One answer for all: written here, made ready for each, approved elsewhere. */
export const replyWindow = (about: About & { texts: ByLanguage }): ModalView =>
  modal({
    id: VIEW.incidentReply,
    title: "One answer for all",
    submit: "Make it ready",
    carries: { i: about.incidentId },
    blocks: [
      {
        type: "section",
        text: mrkdwn(`*Incident #${about.incidentId}:* ${said(about.title, 120)}, ${about.mails} mails`),
      },
      explain(
        "The greeting with the customer's name, the closing and the signature are added. Nothing is sent yet: each mail gets a draft of its own, and the guards look at each.",
      ),
      ...textInputs("text", "Answer", about, about.texts),
      radioInput(
        "final",
        "What it is",
        [
          option("no", "News: the incident goes on"),
          option("yes", "The last word: goes to those who were answered, too, and ends the incident"),
        ],
        "no",
      ),
    ],
  });

export const readReply = (view: Submitted): { incidentId: number; texts: ByLanguage; final: boolean } => ({
  incidentId: idIn(view),
  texts: textsIn(view.state.values, "text"),
  final: choiceOf(view.state.values, "final") === "yes",
});

export const describeWindow = (about: About & { banner: ByLanguage }): ModalView =>
  modal({
    id: VIEW.incidentDescribe,
    title: "Title & banner",
    submit: "Save",
    carries: { i: about.incidentId },
    blocks: [
      textInput("title", "Title", { value: about.title, max: 120 }),
      explain(
        "The banner is what drafts to later mail about this may tell customers, for as long as the incident is open: “We know of … and work on it.” Leave it empty to say nothing.",
      ),
      ...textInputs("banner", "Banner", about, about.banner),
    ],
  });

export const readDescribe = (view: Submitted): { incidentId: number; title: string; banner: ByLanguage } => ({
  incidentId: idIn(view),
  title: textOf(view.state.values, "title"),
  banner: textsIn(view.state.values, "banner"),
});

export const resolveWindow = (about: About): ModalView =>
  modal({
    id: VIEW.incidentResolve,
    title: "Resolve the incident",
    submit: "Go on",
    carries: { i: about.incidentId },
    blocks: [
      {
        type: "section",
        text: mrkdwn(`*Incident #${about.incidentId}:* ${said(about.title, 120)}, ${about.mails} mails`),
      },
      radioInput(
        "how",
        "How it ends",
        [
          option("just", "Just resolve it", "What is still open is an ordinary ticket again"),
          option("answer", "With a last answer to all", "Made ready now; approving it ends the incident"),
        ],
        "just",
      ),
      ...textInputs("text", "Last answer", about, {}),
    ],
  });

export const readResolve = (view: Submitted): { incidentId: number; texts: ByLanguage; withAnswer: boolean } => ({
  incidentId: idIn(view),
  texts: textsIn(view.state.values, "text"),
  withAnswer: choiceOf(view.state.values, "how") === "answer",
});

export const ungroupAllWindow = (about: About): ModalView =>
  modal({
    id: VIEW.incidentUngroup,
    title: "Ungroup all",
    submit: "Ungroup all",
    carries: { i: about.incidentId },
    blocks: [
      {
        type: "section",
        text: mrkdwn(
          `Take all ${about.mails} mails out of incident #${about.incidentId}? They are ordinary tickets again, each with its card, and the incident is over.`,
        ),
      },
    ],
  });

export const readUngroupAll = (view: Submitted): { incidentId: number } => ({ incidentId: idIn(view) });

/** The members in a window that only the one who asked sees, page by page. */
export function membersWindow(
  { card, members, page, total }: { card: IncidentCard; members: readonly MemberLine[]; page: number; total: number },
  around: IncidentSurroundings,
): ModalView {
  return {
    type: "modal",
    callback_id: membersWindow.id,
    private_metadata: incidentRef(card.id, page),
    title: label(`Incident #${card.id}`, 24),
    close: label("Close", 24),
    blocks: [
      { type: "section", text: mrkdwn(`*${said(card.title, 120)}*\n${mailsOf(card)}`) },
      ...members.flatMap((member) => memberRows(card, member, page, around)),
      ...pager(card.id, page, Math.ceil(total / MEMBERS_PAGE)),
    ],
  };
}

membersWindow.id = "incident.window";

function memberRows(card: IncidentCard, member: MemberLine, page: number, around: IncidentSurroundings): KnownBlock[] {
  const press = (action_id: string, name: string, value: string): Button => ({
    type: "button",
    action_id,
    text: label(name),
    value,
    accessibility_label: label(`${name} ticket ${member.id}`).text,
  });
  const reference = incidentRef(card.id, page, member.id);
  return [
    { type: "section", text: mrkdwn(memberText(member, around)) },
    {
      type: "actions",
      block_id: `member:${member.id}`,
      elements: [
        press(INCIDENT.open, "Open", reference),
        ...(card.state === "open" ? [press(INCIDENT.ungroup, "Ungroup", reference)] : []),
      ],
    },
  ];
}

function pager(incidentId: number, page: number, pages: number): KnownBlock[] {
  const to = (target: number, text: string): Button => ({
    type: "button",
    action_id: `${INCIDENT.page}.${target}`,
    text: label(text),
    value: incidentRef(incidentId, target),
  });
  const elements = [
    ...(page > 0 ? [to(page - 1, "← Earlier")] : []),
    ...(page < pages - 1 ? [to(page + 1, `Later → (${page + 1} of ${pages})`)] : []),
  ];
  return elements.length > 0 ? [{ type: "actions", block_id: `member-pages:${page}`, elements }] : [];
}

const AddCarried = z.object({ v: z.literal(1), t: z.number() });
const MOST_OFFERED = 98;

/** Which incident a ticket belongs to, or that it is the first of a new one. */
export const addWindow = ({
  ticketId,
  subject,
  incidents,
}: {
  ticketId: number;
  subject: string;
  incidents: readonly { id: number; title: string }[];
}): ModalView =>
  modal({
    id: VIEW.incidentAdd,
    title: "Add to incident",
    submit: "Add",
    carries: { t: ticketId },
    blocks: [
      { type: "section", text: mrkdwn(`Ticket #${ticketId}: *${said(subject, 120)}*`) },
      selectInput(
        "incident",
        "Incident",
        [
          ...incidents.slice(0, MOST_OFFERED).map(({ id, title }) => option(`${id}`, `#${id} ${title}`)),
          option("new", "A new incident"),
        ],
        incidents[0] ? `${incidents[0].id}` : "new",
      ),
    ],
  });

export function readAdd(view: Submitted): { ticketId: number; incidentId: number | "new" } {
  const choice = choiceOf(view.state.values, "incident") ?? "new";
  return { ticketId: carried(view, AddCarried).t, incidentId: choice === "new" ? "new" : Number(choice) };
}
