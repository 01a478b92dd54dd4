import { parseArgs } from "node:util";

export const BUSINESSES = ["larkspur", "tidewater"] as const;
export type Business = (typeof BUSINESSES)[number];

export interface DemoOptions {
  business: Business;
  /** Undefined: the usual one, or any free one when that is taken. */
  port: number | undefined;
  /** Seconds between two mails. */
  everySeconds: number;
  paused: boolean;
  /** Where the desk's data is; undefined: a new temporary folder that goes with the demo. */
  folder: string | undefined;
  /** Empty the folder first. */
  fresh: boolean;
}

export const USUAL_PORT = 4747;

export const HELP = `Mailroom on this machine, with a Slack and a Gmail of its own. No account, no key.

  npm run demo                          then open the address it prints
  npm run demo -- --business tidewater  an outdoor shop instead of a software company
  npm run demo -- --fast                a mail every 4 seconds instead of every 20
  npm run demo -- --every 60            a mail a minute
  npm run demo -- --paused              no mail but what you write, or ask for on the page
  npm run demo -- --port 8080           another address (usual: ${USUAL_PORT}, or any free one)
  npm run demo -- --keep                keep the desk's data in data/demo-… and go on with it next time
  npm run demo -- --keep --fresh        keep it, but begin anew

OPENAI_API_KEY, OPENAI_BASE_URL and the LLM_… variables are passed on to Mailroom; without them it works by itself.`;

export type Command = { kind: "run"; options: DemoOptions } | { kind: "help" } | { kind: "wrong"; why: string };

export function readOptions(args: readonly string[]): Command {
  let values: ReturnType<typeof parse>;
  try {
    values = parse(args);
  } catch (error) {
    return { kind: "wrong", why: (error as Error).message };
  }
  if (values.help) return { kind: "help" };
  const business = BUSINESSES.find((one) => one === values.business);
  if (!business)
    return { kind: "wrong", why: `there is no business ${values.business}; try ${BUSINESSES.join(" or ")}` };
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65_535))
    return { kind: "wrong", why: `${values.port} is no port` };
  const everySeconds = values.every === undefined ? (values.fast ? 4 : 20) : Number(values.every);
  if (!(everySeconds >= 1)) return { kind: "wrong", why: "--every takes a number of seconds, at least 1" };
  const folder = values.keep ? `data/demo-${business}` : undefined;
  return {
    kind: "run",
    options: { business, port, everySeconds, paused: values.paused ?? false, folder, fresh: values.fresh ?? false },
  };
}

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    options: {
      business: { type: "string", default: "larkspur" },
      port: { type: "string" },
      every: { type: "string" },
      fast: { type: "boolean" },
      paused: { type: "boolean" },
      keep: { type: "boolean" },
      fresh: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  }).values;
