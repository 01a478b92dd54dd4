import type { KnownBlock } from "@slack/types";
import type { ArticleLine } from "../domain/article.ts";
import { changeButton, removeButton } from "./article-notices.ts";
import { KNOWLEDGE } from "./ids.ts";
import { questionRef } from "./references.ts";
import { label, mrkdwn, said } from "./text.ts";
import { atTime } from "./time.ts";
import { person } from "./words.ts";

export interface KnowledgeShown {
  folder: string | undefined;
  /** May add and change. */
  editor: boolean;
  documents: readonly ArticleLine[];
  /** How many passages can be found by meaning; absent where no model does that. */
  embedded: { model: string; passages: number } | undefined;
  questions: readonly {
    ticketIds: readonly number[];
    newest: { ticketId: number; subject: string; asked: string; intent: string; at: number };
  }[];
}

interface Reply {
  text: string;
  blocks: KnownBlock[];
}

const MOST_LINES = 30;
const MOST_QUESTIONS = 10;
/** Tickets that one button carries. */
const MOST_IDS = 50;

const section = (text: string): KnownBlock => ({ type: "section", text: mrkdwn(text) });
const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? "" : "s"}`;

/** `/triage kb`: what there is to answer from, and what was asked that it does not answer. */
export function knowledgeReply(shown: KnowledgeShown, now: number, timezone: string): Reply {
  const { documents, folder, embedded } = shown;
  const lines = documents.slice(0, MOST_LINES).map((one) => articleLine(one, now, timezone));
  const passages = documents.reduce((sum, { keys }) => sum + keys.length, 0);
  const head =
    documents.length === 0
      ? `No articles to answer from yet${folder === undefined ? "" : ` in \`${said(folder, 100)}\``}. \`/triage kb add\` takes the first.`
      : `*${counted(documents.length, "article")}* to answer from. \`/triage kb ARTICLE\` shows its passages and versions, \`/triage kb add\` takes another.`;
  const how = embedded
    ? `Found by their words and by meaning (${said(embedded.model, 60)}, ${embedded.passages} of ${passages} passages).`
    : undefined;
  const rest = documents.length > MOST_LINES ? [`… and ${documents.length - MOST_LINES} more`] : [];
  return {
    text: head.replace(/[*`]/g, ""),
    blocks: [
      section(head),
      ...chunks([...lines, ...rest]).map(section),
      ...(how ? [{ type: "context" as const, elements: [mrkdwn(how)] }] : []),
      ...questionBlocks(shown, now, timezone),
    ],
  };
}

function articleLine(
  { title, path, language, version, readAt, addedBy, keys }: ArticleLine,
  now: number,
  zone: string,
) {
  const by = addedBy === null ? "" : ` by ${person(addedBy)}`;
  return `• ${said(title, 80)} (\`${said(path, 80)}\`, ${said(language, 10)}, ${counted(keys.length, "passage")}, version ${version}${by} of ${atTime(readAt, now, zone)})`;
}

/** Lines in as few sections as hold them. */
function chunks(lines: readonly string[]): string[] {
  const found: string[] = [];
  for (const line of lines) {
    const open = found.at(-1);
    if (open !== undefined && open.length + line.length < 2_900) found[found.length - 1] = `${open}\n${line}`;
    else found.push(line);
  }
  return found;
}

function questionBlocks({ questions, editor, documents }: KnowledgeShown, now: number, timezone: string): KnownBlock[] {
  if (questions.length === 0)
    return documents.length === 0 ? [] : [section("Every draft of the last 30 days stood on an article.")];
  const tickets = questions.reduce((sum, { ticketIds }) => sum + ticketIds.length, 0);
  return [
    { type: "divider" },
    section(`*Asked in the last 30 days, and no article answers it* (${counted(tickets, "ticket")})`),
    ...questions.slice(0, MOST_QUESTIONS).map(({ ticketIds, newest }): KnownBlock => {
      const times = ticketIds.length === 1 ? "once" : `${ticketIds.length} times`;
      const asked = newest.asked === "" ? "" : `\n${said(newest.asked, 200)}`;
      return {
        type: "section",
        text: mrkdwn(
          `*${said(newest.subject, 100)}*${asked}\n${times}, last in #${newest.ticketId} ${atTime(newest.at, now, timezone)}  ·  ${said(newest.intent, 30)}`,
        ),
        ...(editor && {
          accessory: {
            type: "button" as const,
            action_id: KNOWLEDGE.write,
            text: label("Write an article"),
            value: questionRef(ticketIds.slice(0, MOST_IDS)),
            accessibility_label: label(`Write an article that answers ticket #${newest.ticketId}`).text,
          },
        }),
      };
    }),
    ...(questions.length > MOST_QUESTIONS ? [section(`… and ${questions.length - MOST_QUESTIONS} more`)] : []),
  ];
}

export interface ArticleShown extends ArticleLine {
  versions: readonly {
    version: number;
    readAt: number;
    addedBy: string | null;
    retiredAt: number | null;
    retiredBy: string | null;
  }[];
}

const MOST_VERSIONS = 8;

/** One article: what it is called, who wrote which version when, and the names of its passages. */
export function articleReply(article: ArticleShown, editor: boolean, now: number, timezone: string): Reply {
  const { title, path, keys, versions, source } = article;
  const at = (instant: number) => atTime(instant, now, timezone);
  const told = versions
    .slice(0, MOST_VERSIONS)
    .map(
      ({ version, readAt, addedBy, retiredAt, retiredBy }) =>
        `• *${version}*${retiredAt === null ? " (in force)" : ""} ${addedBy === null ? "from the folder" : `by ${person(addedBy)}`}, ${at(readAt)}${retiredAt === null ? "" : `, until ${at(retiredAt)}${retiredBy === null ? "" : ` (${person(retiredBy)})`}`}`,
    );
  const names = keys.slice(0, MOST_LINES).map((key) => `• \`${said(key, 150)}\``);
  return {
    text: `${said(title, 100)}: versions and passages`,
    blocks: [
      section(`*${said(title, 150)}* (\`${said(path, 100)}\`)`),
      section(`*Versions*\n${told.join("\n")}`),
      ...chunks(["*Passages*, by the names that `knowledge.regulated` takes", ...names]).map(section),
      ...(source === "slack" && editor
        ? [{ type: "actions" as const, elements: [changeButton(path), removeButton(path, title)] }]
        : [
            {
              type: "context" as const,
              elements: [
                mrkdwn(source === "folder" ? "A file of the folder: change or delete it there." : "Written in Slack."),
              ],
            },
          ]),
    ],
  };
}
