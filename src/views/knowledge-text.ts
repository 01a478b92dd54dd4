import { clip, said } from "./text.ts";
import { atTime } from "./time.ts";

export interface KnowledgeShown {
  folder: string | undefined;
  documents: readonly {
    path: string;
    title: string;
    language: string;
    version: number;
    readAt: number;
    keys: string[];
  }[];
  unanswered: readonly { ticketId: number; subject: string; intent: string }[];
}

const MOST_LINES = 40;

/** `/triage kb`: what there is to answer from, and what was asked that it does not answer. */
export function knowledgeText(
  { folder, documents, unanswered }: KnowledgeShown,
  now: number,
  timezone: string,
): string {
  const articles =
    documents.length === 0
      ? [
          folder === undefined
            ? "No knowledge base yet. `/triage kb add` says how to begin."
            : `There are no articles in \`${said(folder, 100)}\` yet. \`/triage kb add\` says how to write one.`,
        ]
      : [
          `*${documents.length} ${documents.length === 1 ? "article" : "articles"}* to answer from. \`/triage kb ARTICLE\` shows its passages.`,
          ...documents
            .slice(0, MOST_LINES)
            .map(
              ({ path, title, language, version, readAt, keys }) =>
                `• ${said(title, 80)} (\`${said(path, 80)}\`, ${said(language, 10)}, ${keys.length} ${keys.length === 1 ? "passage" : "passages"}, version ${version} of ${atTime(readAt, now, timezone)})`,
            ),
          ...(documents.length > MOST_LINES ? [`… and ${documents.length - MOST_LINES} more`] : []),
        ];
  const questions =
    unanswered.length === 0
      ? ["Every draft of the last 30 days stood on an article."]
      : [
          "*Asked in the last 30 days, and no article answers it*",
          ...unanswered.map((one) => `• #${one.ticketId} ${said(one.subject, 100)} (${said(one.intent, 30)})`),
        ];
  return clip([...articles, "", ...questions].join("\n"), 2_900);
}

export function articleText({ documents }: KnowledgeShown, wanted: string): string {
  const found = documents.find(({ path }) => path === wanted) ?? documents.find(({ path }) => path.includes(wanted));
  if (!found) return `There is no article \`${said(wanted, 80)}\`. \`/triage kb\` lists them.`;
  return `*${said(found.title, 100)}*: its passages, by the names that \`knowledge.regulated\` takes\n${found.keys.map((key) => `• \`${said(key, 150)}\``).join("\n")}`;
}

export const howToAdd = (folder: string | undefined): string =>
  [
    folder === undefined
      ? "Name a folder in the settings (`knowledge: { folder: kb }`), then put articles there."
      : `Articles are Markdown files in \`${said(folder, 100)}\`, where Mailroom runs.`,
    "• One topic a file; its first line is its title: `# Returns and refunds`.",
    "• A heading for every question: each section can be cited by itself. Short paragraphs, whole sentences, exact numbers.",
    "• Write what is true for every customer. What is decided by a person, say so.",
    "• For another language add a file in that language.",
    "The folder is read at every start and every night.",
  ].join("\n");
