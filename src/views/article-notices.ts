import type { Button, KnownBlock } from "@slack/types";
import type { ArticleOutcome, ProposeOutcome } from "../domain/article.ts";
import { KNOWLEDGE } from "./ids.ts";
import { refusalNotice } from "./notices.ts";
import { articleRef, fileRef, proposalRef } from "./references.ts";
import { label, mrkdwn, quoted, said } from "./text.ts";
import { atTime } from "./time.ts";
import { person } from "./words.ts";

interface Content {
  text: string;
  blocks: KnownBlock[];
}

const button = (id: string, text: string, value: string, more: Partial<Button> = {}): Button => ({
  type: "button",
  action_id: id,
  text: label(text),
  value,
  ...more,
});

/** How it went, in a sentence. */
export function articleNotice(outcome: ArticleOutcome, timezone: string): string {
  switch (outcome.kind) {
    case "added":
      return `📗 *${said(outcome.title, 150)}* is in the knowledge base (version ${outcome.version}, ${outcome.passages} ${outcome.passages === 1 ? "passage" : "passages"}, ${said(outcome.language, 10)}). The next drafts may stand on it.`;
    case "same":
      return `*${said(outcome.title, 150)}* says exactly this already. Nothing was changed.`;
    case "exists":
      return `There is *${said(outcome.title, 150)}* already: version ${outcome.version}${outcome.by ? ` by ${person(outcome.by)}` : ""} of ${atTime(outcome.at, 0, timezone)}. Its earlier version is kept if you replace it.`;
    case "refused":
      return said(outcome.why, 500);
    case "forbidden":
      return refusalNotice(outcome);
  }
}

/** Somebody handed a file over in a direct message: nothing is taken before they say so. */
export const fileQuestion = (fileId: string, name: string): Content => ({
  text: "Add this file to the knowledge base?",
  blocks: [
    {
      type: "section",
      text: mrkdwn(`Add *${said(name, 100)}* to the knowledge base? Drafts may stand on it from then on.`),
    },
    {
      type: "actions",
      elements: [
        button(KNOWLEDGE.addFile, "Add", fileRef(fileId, false), { style: "primary" }),
        button(KNOWLEDGE.notNow, "Not now", fileRef(fileId, false)),
      ],
    },
  ],
});

/** What becomes of the question: the outcome, and where the title is taken another question. */
export function fileAnswer(outcome: ArticleOutcome, fileId: string, timezone: string): Content {
  const text = articleNotice(outcome, timezone);
  return {
    text: text.replace(/\*/g, ""),
    blocks: [
      { type: "section", text: mrkdwn(text) },
      ...(outcome.kind === "exists"
        ? [
            {
              type: "actions" as const,
              elements: [
                button(KNOWLEDGE.addFile, "Replace", fileRef(fileId, true), { style: "primary" }),
                button(KNOWLEDGE.notNow, "Not now", fileRef(fileId, true)),
              ],
            },
          ]
        : []),
    ],
  };
}

export const saying = (text: string): Content => ({
  text: text.replace(/\*/g, ""),
  blocks: [{ type: "section", text: mrkdwn(text) }],
});

export interface ProposalShown {
  id: number;
  ticketId: number;
  title: string;
  question: string;
  text: string;
}

/** Characters of an article that a message shows. */
const SHOWN = 2_400;

/** An article that a colleague's answer would make. The notification names the ticket alone. */
export const proposalMessage = ({ id, ticketId, title, question, text }: ProposalShown): Content => ({
  text: `An article is proposed from the answer to ticket #${ticketId}`,
  blocks: [
    {
      type: "section",
      text: mrkdwn(
        `💡 *An article from the answer to #${ticketId}?* No article answers this yet.\n*Asked:* ${said(question, 400)}`,
      ),
    },
    { type: "section", text: mrkdwn(`*${said(title, 150)}*\n${quoted(text, SHOWN)}`) },
    {
      type: "actions",
      elements: [
        // Nobody approves what is not before their eyes: Edit opens all of it.
        ...(text.length > SHOWN ? [] : [button(KNOWLEDGE.approve, "Approve", proposalRef(id), { style: "primary" })]),
        button(KNOWLEDGE.edit, "Edit", proposalRef(id)),
        button(KNOWLEDGE.dismiss, "Dismiss", proposalRef(id)),
      ],
    },
  ],
});

/** What stays of it once somebody has decided. */
export const proposalOver = (ticketId: number, by: string, words: string): Content =>
  saying(`💡 The article from the answer to #${ticketId}: ${words} by ${person(by)}.`);

const BEFORE = {
  open: "An article is proposed from this answer already. An admin or editor decides about it.",
  approved: "The knowledge base has an article for this already.",
  dismissed: "An article was proposed from this answer, and dismissed. Write one with `/triage kb add`.",
  nothing: "Nothing in the answer is for other customers. Write an article with `/triage kb add`.",
};

/** What whoever asked for an article is told. */
export function proposeNotice(outcome: ProposeOutcome): string {
  switch (outcome.kind) {
    case "proposed":
      return `Proposed in <#${outcome.channel}>: an admin or editor decides whether it becomes an article.`;
    case "proposed-before":
      return BEFORE[outcome.state];
    case "no-answer":
      return "No colleague has answered this yet, so there is nothing to make an article of.";
    case "nothing":
      return BEFORE.nothing;
    case "not-to-be":
      return "No article is made of this: its kind of mail has passages fixed by your settings, or it is spam. An editor can write one with `/triage kb add`.";
    default:
      return refusalNotice(outcome);
  }
}

/** Taking an article away asks first. */
export const removeButton = (path: string, title: string): Button =>
  button(KNOWLEDGE.remove, "Remove", articleRef(path), {
    style: "danger",
    confirm: {
      title: label("Remove this article?", 100),
      text: { type: "plain_text", text: label(`No new draft stands on "${title}". Its versions are kept.`, 300).text },
      confirm: label("Remove", 30),
      deny: label("Keep", 30),
      style: "danger",
    },
  });

export const changeButton = (path: string): Button => button(KNOWLEDGE.change, "Change", articleRef(path));
