import { z } from "zod";
import { MailroomError } from "./domain/errors.ts";
import { keepSecret } from "./domain/secrets.ts";

/** The process contract: every environment variable that Mailroom reads, with what it means in docs/data.md. Parsed once, frozen. */

const url = (example: string) => z.url(`write a URL such as ${example}`);
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());
const whole = z.coerce.number("write a whole number").int("write a whole number");

const Environment = z.object({
  SLACK_BOT_TOKEN: z
    .string("is missing: copy it from OAuth & Permissions (it starts with xoxb-)")
    .min(1, "is missing: copy it from OAuth & Permissions (it starts with xoxb-)"),
  SLACK_APP_TOKEN: z
    .string(
      "is missing: make one under Basic Information, App-Level Tokens, with connections:write (it starts with xapp-)",
    )
    .min(
      1,
      "is missing: make one under Basic Information, App-Level Tokens, with connections:write (it starts with xapp-)",
    ),
  SLACK_API_URL: z.preprocess(
    (value) => value || undefined,
    url("https://slack.com/api/").default("https://slack.com/api/"),
  ),
  GOOGLE_CLIENT_ID: optional(z.string()),
  GOOGLE_CLIENT_SECRET: optional(z.string()),
  GOOGLE_REFRESH_TOKEN: optional(z.string()),
  /** Key file of a service account with domain-wide delegation: reads every mailbox of the settings. */
  GOOGLE_APPLICATION_CREDENTIALS: optional(z.string()),
  GMAIL_API_URL: optional(url("http://127.0.0.1:4000/")),
  GOOGLE_TOKEN_URL: optional(url("http://127.0.0.1:4000/token")),
  GMAIL_UNITS_PER_MINUTE: optional(whole.min(100, "write a number from 100, such as 6000")),
  GMAIL_PUBSUB_TOPIC: optional(
    z.string().regex(/^projects\/[^/]+\/topics\/[^/]+$/, "write projects/PROJECT/topics/NAME"),
  ),
  GMAIL_PUBSUB_SUBSCRIPTION: optional(
    z.string().regex(/^projects\/[^/]+\/subscriptions\/[^/]+$/, "write projects/PROJECT/subscriptions/NAME"),
  ),
  PUBSUB_API_URL: optional(url("http://127.0.0.1:4000/")),
  OPENAI_API_KEY: optional(z.string()),
  OPENAI_BASE_URL: optional(url("http://127.0.0.1:11434/v1")),
  LLM_MODEL: z.preprocess((value) => value || undefined, z.string().default("gpt-5.4-mini")),
  LLM_MODEL_LARGE: optional(z.string()),
  LLM_EMBEDDING_MODEL: optional(z.string()),
  LLM_FALLBACK_API_KEY: optional(z.string()),
  LLM_FALLBACK_BASE_URL: optional(url("http://127.0.0.1:11434/v1")),
  LLM_FALLBACK_MODEL: optional(z.string()),
  CLAMD_SOCKET: optional(
    z
      .string()
      .regex(
        /^(?:(?:unix:(?:\/\/)?)?\/|(?:tcp:\/\/)?(?:\[[\da-f:.]+\]|[\w.-]+):\d{1,5}$)/i,
        "write a path such as /run/clamav/clamd.ctl or an address such as 127.0.0.1:3310",
      ),
  ),
  DATABASE_URL: z.preprocess((value) => value || undefined, z.string().default("file:data/mailroom.db")),
  SETTINGS_FILE: optional(z.string()),
  MAILROOM_KEY: optional(z.string()),
  MAILROOM_KEY_NEW: optional(z.string()),
  POLL_SECONDS: z.preprocess(
    (value) => value || undefined,
    whole
      .min(1, "write a number of seconds from 1 to 3600")
      .max(3600, "write a number of seconds from 1 to 3600")
      .default(20),
  ),
  HTTP_PORT: optional(whole.min(0, "write a port from 0 to 65535").max(65535, "write a port from 0 to 65535")),
  HTTP_HOST: z.preprocess((value) => value || undefined, z.string().default("127.0.0.1")),
  OTEL_EXPORTER_OTLP_ENDPOINT: optional(url("http://127.0.0.1:4318")),
  OTEL_EXPORTER_OTLP_HEADERS: optional(z.string()),
  LOG_LEVEL: z.preprocess(
    (value) => value || undefined,
    z
      .enum(
        ["trace", "debug", "info", "warn", "error", "fatal", "silent"],
        "write one of trace, debug, info, warn, error, fatal, silent",
      )
      .default("info"),
  ),
});

/** What the commands need that work on the database alone. */
const Storage = Environment.pick({ DATABASE_URL: true, MAILROOM_KEY: true, MAILROOM_KEY_NEW: true });

export type Config = Readonly<z.infer<typeof Environment>>;

/** What connecting a mailbox needs, which comes before Slack is set up. */
const Google = Environment.pick({
  GOOGLE_CLIENT_ID: true,
  GOOGLE_CLIENT_SECRET: true,
  GOOGLE_TOKEN_URL: true,
  GMAIL_API_URL: true,
  GOOGLE_APPLICATION_CREDENTIALS: true,
  GMAIL_PUBSUB_SUBSCRIPTION: true,
  DATABASE_URL: true,
  MAILROOM_KEY: true,
  SETTINGS_FILE: true,
});

type Variables = Readonly<Record<string, string | undefined>>;

/** Every variable that is wrong is named in one error, with what to write instead; values are never repeated, because they may be secrets. */
export function readConfig(environment: Variables): Config {
  const config = parse(Environment, environment);
  if (config.LLM_FALLBACK_BASE_URL && !config.LLM_FALLBACK_MODEL) {
    throw new MailroomError("config_invalid", {
      detail: "LLM_FALLBACK_MODEL is missing: LLM_FALLBACK_BASE_URL needs the name of a model there",
    });
  }
  if (config.GOOGLE_REFRESH_TOKEN && !(config.GOOGLE_CLIENT_ID && config.GOOGLE_CLIENT_SECRET)) {
    throw new MailroomError("config_invalid", {
      detail: "GOOGLE_REFRESH_TOKEN needs GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET beside it",
    });
  }
  if (Boolean(config.GMAIL_PUBSUB_TOPIC) !== Boolean(config.GMAIL_PUBSUB_SUBSCRIPTION)) {
    throw new MailroomError("config_invalid", {
      detail: "GMAIL_PUBSUB_TOPIC and GMAIL_PUBSUB_SUBSCRIPTION go together: set both, or neither",
    });
  }
  return Object.freeze(config);
}

export const readStorage = (environment: Variables): z.infer<typeof Storage> => parse(Storage, environment);

export const readGoogle = (environment: Variables): z.infer<typeof Google> => parse(Google, environment);

/** What they hold is written down nowhere, also where a service or an error repeats it. */
const SECRET = [
  "SLACK_BOT_TOKEN",
  "SLACK_APP_TOKEN",
  "GOOGLE_CLIENT_SECRET",
  "GOOGLE_REFRESH_TOKEN",
  "OPENAI_API_KEY",
  "LLM_FALLBACK_API_KEY",
  "MAILROOM_KEY",
  "MAILROOM_KEY_NEW",
  "OTEL_EXPORTER_OTLP_HEADERS",
];

function parse<Schema extends z.ZodType>(schema: Schema, environment: Variables): z.infer<Schema> {
  // Several keys, or headers with their names.
  const parts = SECRET.flatMap((name) => environment[name]?.split(",") ?? []);
  keepSecret(...parts.map((part) => part.replace(/^\s*[\w-]+=(?=.)/, "").trim()));
  const parsed = schema.safeParse(environment);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    return issue.message.startsWith("is missing") ? `${name} ${issue.message}` : `${name}: ${issue.message}`;
  });
  throw new MailroomError("config_invalid", { detail: wrong.join("; ") });
}
