import { z } from "zod";
import { CommitmentKind } from "../permit.ts";

/** Look-ups and calls at other systems of the company, over HTTP. What goes out is ids alone. */

const NAME = /^[a-z][a-z0-9_]*$/;
const PLACE = /\{([^{}]*)\}/g;
/** Our own reference of a call: what the other side is asked by whether it happened. */
export const REFERENCE = "reference";
/** In place of a format: the address of whoever wrote, where their mail is authentic. */
export const SENDER = "sender";

const ENV = /^(?:[A-Za-z]+ )?env:([A-Z][A-Z0-9_]*)$/;
/** Mailroom's own variables are for the services they belong to. */
const OWN_VARIABLES = /^(?:SLACK|GOOGLE|GMAIL|PUBSUB|OPENAI|LLM|MAILROOM|DATABASE|SETTINGS|OTEL|CLAMD|HTTP|NODE)_/;
const SECRET_HEADER = /auth|cookie|token|secret|key|password/i;
/** Set by the client; another value would be another request. */
const FIXED_HEADER = /^(?:host|content-length|content-type|connection|transfer-encoding|idempotency-key|accept)$/i;

const url = z
  .string()
  .refine(isSafeAddress, "write an https:// address whose host is fixed (http:// only for 127.0.0.1 and localhost)");

function isSafeAddress(address: string): boolean {
  const head = /^(https?):\/\/([^/?#\s{}@\\]+)(?:[/?][^\s#\\]*)?$/.exec(address);
  if (!head || !URL.canParse(address.replace(PLACE, "x"))) return false;
  const { hostname } = new URL(address.replace(PLACE, "x"));
  return head[1] === "https" || hostname === "127.0.0.1" || hostname === "localhost";
}

const format = z.string().refine(isFormat, `write a regular expression such as TW-\\d{6}, or ${SENDER}`);

function isFormat(source: string): boolean {
  try {
    return source !== "" && !new RegExp(`^(?:${source})$`, "u").test("");
  } catch {
    return false;
  }
}

/** Where a value stands in the JSON answer: `delivery.eta`, `items.0.name`. */
const path = z.string().regex(/^[\w-]+(?:\.[\w-]+)*$/, "write a path such as delivery.eta");

const Read = z.union(
  [
    path,
    z.strictObject({
      path,
      type: z.enum(["text", "number", "date"]).default("text"),
      /** What a value is called in an answer, by language: `shipped: { en: on its way, de: unterwegs }`. */
      words: z.record(z.string(), z.record(z.string(), z.string())).default({}),
    }),
  ],
  "write a path such as delivery.eta, or { path: delivery.eta, type: date }",
);

const header = z
  .string()
  .min(1)
  .regex(/^[\x20-\x7e]+$/, "write one line of plain letters");

export const Tool = z
  .strictObject({
    /** What it is, as people read it. */
    description: z.string().min(1).max(60, "at most 60 letters: it stands in a menu"),
    /** GET looks something up, and is asked by itself; POST and PUT change something, and are asked for by a person alone. */
    method: z.enum(["GET", "POST", "PUT"]).default("GET"),
    /** Of a look-up: the intents of whose mail it is asked for; none: all. */
    intents: z.array(z.string()).default([]),
    url,
    /** A secret stands in a variable of the environment: `Authorization: Bearer env:SHOP_TOKEN`. */
    headers: z.record(z.string().regex(/^[A-Za-z][A-Za-z0-9-]*$/, "write the name of a header"), header).default({}),
    /** What it is asked with, and the exact format of each. */
    needs: z.record(z.string().regex(NAME, "write a name in small letters, digits and _"), format),
    /** Field to its place in the answer. */
    reads: z.record(z.string().regex(NAME, "write a name in small letters, digits and _"), Read).default({}),
    /** Language to the sentence that an answer gets; of several, the first whose fields are all there. */
    says: z.record(z.string(), z.union([z.string(), z.array(z.string()).min(1)])).default({}),
    /** Where the answer has the address of whom it belongs to: it must be the sender's own. */
    owner: path.optional(),
    /** Of a look-up: ids that `npm run doctor` asks with. They need not be known there. */
    probe: z.record(z.string(), z.string()).optional(),
    /** Of a call: the JSON that is sent. */
    sends: z.record(z.string(), z.string()).default({}),
    /** Of a call: answers 200 if it happened and 404 if it did not, by our own {reference}. */
    asks: url.optional(),
    /** Of a call: which cap holds it, and which of `needs` is the amount. */
    commits: z
      .strictObject({
        kind: CommitmentKind,
        amount: z.string().optional(),
        unit: z
          .string()
          .regex(/^(?:%|[A-Z]{3})$/, "write a currency such as EUR, or %")
          .optional(),
      })
      .optional(),
    timeoutMs: z.number().int().min(100).max(10_000).default(2_000),
  })
  .superRefine(check);
export type Tool = z.infer<typeof Tool>;

export const Tools = z.record(z.string().regex(NAME, "name a tool in small letters, digits and _"), Tool);

export const isLookUp = ({ method }: Tool): boolean => method === "GET";

/** Names in braces that an address or a value is filled with. */
export const placesIn = (text: string): string[] => [...text.matchAll(PLACE)].map(([, name]) => name!);

/** The variable that a header takes its secret from. */
export const variableOf = (value: string): string | undefined => ENV.exec(value)?.[1];

export const sentencesFor = ({ says }: Tool, language: string): string[] => [says[language] ?? []].flat();

/** Fields that a sentence is filled with. */
export const slotsIn = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*([a-z0-9_]+)\s*\}\}/g)].map(([, one]) => one!);

function check(tool: z.output<typeof Tool>, context: z.RefinementCtx): void {
  const complain = (at: (string | number)[], message: string) =>
    context.addIssue({ code: "custom", path: at, message });
  const reads = Object.keys(tool.reads);
  const needs = Object.keys(tool.needs);
  const call = !isLookUp(tool);
  const known = call ? [...needs, REFERENCE] : needs;
  const places = (at: (string | number)[], text: string) => {
    for (const name of placesIn(text))
      if (!known.includes(name)) complain(at, `{${name}} is not among its \`needs\`: ${known.join(", ") || "none"}`);
  };
  if (needs.length === 0) complain(["needs"], "name at least one thing that it is asked with");
  if (needs.includes(REFERENCE)) complain(["needs", REFERENCE], "this name is ours: choose another");
  places(["url"], tool.url);
  if (tool.asks !== undefined) places(["asks"], tool.asks);
  for (const [name, value] of Object.entries(tool.sends)) places(["sends", name], value);
  for (const [name, value] of Object.entries(tool.headers)) {
    const variable = variableOf(value);
    if (FIXED_HEADER.test(name)) complain(["headers", name], "Mailroom sets this header itself");
    if (SECRET_HEADER.test(name) && variable === undefined)
      complain(
        ["headers", name],
        "secrets are not kept in settings: name the variable that holds it, such as env:SHOP_TOKEN",
      );
    if (variable !== undefined && OWN_VARIABLES.test(variable))
      complain(["headers", name], `${variable} is Mailroom's own: give the tool a variable of its own`);
  }
  for (const [name, value] of Object.entries(tool.probe ?? {})) {
    const wanted = tool.needs[name];
    if (call) complain(["probe"], "only a look-up is tried: a call would change something");
    else if (wanted === undefined) complain(["probe", name], `"${name}" is not among its \`needs\``);
    else if (wanted !== SENDER && !new RegExp(`^(?:${wanted})$`, "u").test(value))
      complain(["probe", name], `this has not the form ${wanted}`);
  }
  if (tool.probe && needs.some((name) => !(name in tool.probe!))) complain(["probe"], "name all of its `needs`");
  if (!call) {
    for (const name of needs) {
      if (!placesIn(tool.url).includes(name))
        complain(["needs", name], `\`url\` does not use it: write {${name}} there`);
    }
    if (reads.length === 0) complain(["reads"], "name at least one field that it reads");
    for (const language of Object.keys(tool.says))
      for (const text of sentencesFor(tool, language))
        for (const slot of slotsIn(text))
          if (!reads.includes(slot) && !needs.includes(slot))
            complain(["says", language], `{{${slot}}} is neither among its \`reads\` nor its \`needs\``);
    for (const key of ["asks", "commits"] as const)
      if (tool[key] !== undefined) complain([key], "only a tool that changes something (POST, PUT) has this");
    if (Object.keys(tool.sends).length > 0)
      complain(["sends"], "only a tool that changes something (POST, PUT) has this");
    return;
  }
  if (!tool.commits)
    complain(["commits"], "say what it commits to, such as { kind: refund, amount: amount, unit: EUR }");
  if (!tool.asks || !placesIn(tool.asks).includes(REFERENCE))
    complain(["asks"], `write where to ask whether it happened, with {${REFERENCE}} in it`);
  if (![tool.url, ...Object.values(tool.sends)].some((text) => placesIn(text).includes(REFERENCE)))
    complain(["sends"], `send our {${REFERENCE}} along, so that it can be asked for again`);
  if (tool.commits?.amount !== undefined) {
    if (!needs.includes(tool.commits.amount))
      complain(["commits", "amount"], `"${tool.commits.amount}" is not among its \`needs\``);
    if (tool.commits.unit === undefined)
      complain(["commits", "unit"], "say what the amount is in: a currency such as EUR, or %");
  }
  if (tool.intents.length > 0)
    complain(["intents"], "a tool that changes something is asked for by a person, not by an intent");
}
