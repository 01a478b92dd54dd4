import type { KnownBlock, ModalView, View } from "@slack/types";
import { z } from "zod";
import { ARTICLE_FILES, type ChangedArticle, LONGEST_TITLE } from "../domain/article.ts";
import { VIEW } from "./ids.ts";
import {
  carried,
  choiceOf,
  choicesOf,
  explain,
  fileOf,
  modal,
  option,
  selectInput,
  textInput,
  textOf,
  type Values,
} from "./modal.ts";
import { LIMIT, label, mrkdwn, said } from "./text.ts";

/** What the window was opened for, and where its question stands, so that both can be told how it ended. */
const Carried = z.object({
  v: z.literal(1),
  /** A proposal, and its message. */
  p: z.number().optional(),
  c: z.string().optional(),
  ts: z.string().optional(),
  /** Tickets that asked. */
  q: z.array(z.number()).optional(),
  /** The article that is changed, and the version that was shown. */
  a: z.string().optional(),
  n: z.number().optional(),
});
export type ArticleOrigin = Omit<z.infer<typeof Carried>, "v">;

/** What was being changed, if anything was. */
export const changesOf = ({ a: path, n: version }: ArticleOrigin): ChangedArticle | undefined =>
  path === undefined || version === undefined ? undefined : { path, version };

interface Opening {
  /** Absent scope: files cannot be read, so none are asked for. */
  files: boolean;
  title?: string;
  language?: string;
  text?: string;
  /** What customers asked, to be looked at while writing. */
  question?: string;
  origin?: ArticleOrigin;
}

const DETECTED = "detected";
const LANGUAGES = "en de fr es it pt nl sv da no fi pl cs ru tr ja zh ko".split(" ");
const names = new Intl.DisplayNames("en", { type: "language" });
const REPLACE = option("replace", "Replace what is there; its earlier version is kept");

/** Writing an article, or handing one over as a file. */
export function articleModal({ files, title = "", language, text = "", question, origin = {} }: Opening): ModalView {
  const tooLong = text.length > LIMIT.plainInput;
  const blocks: KnownBlock[] = [
    ...(question === undefined ? [] : [explain(`*What was asked:* ${said(question, 600)}`)]),
    textInput("title", "Title", {
      value: title,
      optional: true,
      max: LONGEST_TITLE,
      hint: "One topic each, such as Returns and refunds. With a file its first heading will do.",
    }),
    ...(tooLong ? [explain("What it says now is too long for this window: add the new version as a file.")] : []),
    textInput("text", "Text", {
      value: tooLong ? "" : text,
      multiline: true,
      optional: true,
      hint: "Whole sentences that are true for every customer, with exact numbers. Headings (## …) can be cited by themselves.",
    }),
    files
      ? {
          type: "input",
          block_id: "file",
          optional: true,
          label: label("Or a file", 200),
          hint: label("Markdown or plain text up to 0.5 MB, or a PDF up to 10 MB: its first 60 pages.", 200),
          element: { type: "file_input", action_id: "value", filetypes: [...ARTICLE_FILES], max_files: 1 },
        }
      : explain(
          "Files cannot be taken here: the Slack app lacks the scope `files:read`. Whoever installed it can add that and install it again.",
        ),
    selectInput(
      "language",
      "Language",
      [option(DETECTED, "Found in the text"), ...LANGUAGES.map((code) => option(code, names.of(code) ?? code))],
      language !== undefined && LANGUAGES.includes(language) ? language : DETECTED,
    ),
    {
      type: "input",
      block_id: "replace",
      optional: true,
      label: label("If there is an article of this title, or a newer version", 200),
      element: { type: "checkboxes", action_id: "value", options: [REPLACE] },
    },
  ];
  return modal({
    id: VIEW.article,
    title: "Article",
    submit: "Save article",
    carries: origin as Record<string, never>,
    blocks,
  });
}

type Submitted = Pick<View, "private_metadata"> & { state: { values: Values } };

export function readArticleModal(view: Submitted) {
  const { v: _, ...origin } = carried(view, Carried);
  const { values } = view.state;
  const language = choiceOf(values, "language");
  return {
    origin,
    title: textOf(values, "title") || undefined,
    text: textOf(values, "text"),
    file: fileOf(values, "file"),
    language: language === DETECTED ? undefined : language,
    replace: choicesOf(values, "replace").includes("replace"),
  };
}

const Replacing = Carried.extend({
  f: z.string(),
  t: z.string().optional(),
  l: z.string().optional(),
});

interface FileChoice {
  fileId: string;
  title: string | undefined;
  language: string | undefined;
  /** Of the window in which the file was handed over. */
  origin: ArticleOrigin;
}

/** The file's title is taken: the file is read again once somebody has said that it may take its place. */
export const replaceModal = (text: string, { fileId, title, language, origin }: FileChoice): ModalView =>
  modal({
    id: VIEW.articleReplace,
    title: "Replace it?",
    submit: "Replace",
    carries: {
      ...(origin as Record<string, never>),
      f: fileId,
      ...(title && { t: title }),
      ...(language && { l: language }),
    },
    blocks: [{ type: "section", text: mrkdwn(text) }],
  });

export function readReplaceModal(view: Pick<View, "private_metadata">): FileChoice {
  const { v: _, f, t, l, ...origin } = carried(view, Replacing);
  return { fileId: f, title: t, language: l, origin };
}
