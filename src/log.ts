import { pino } from "pino";
import type { Log } from "./domain/log.ts";
import { withoutSecrets } from "./domain/secrets.ts";

/** JSON lines: ids, counts, durations and codes. The redaction and the look at each line are the nets below that rule, not the rule. */
export function createLog(level: string): Log {
  return pino({
    level,
    redact: {
      paths: [
        "token",
        "*.token",
        "authorization",
        "*.authorization",
        "headers",
        "*.headers",
        "subject",
        "*.subject",
        "body",
        "*.body",
        "text",
        "*.text",
        "*.config",
        "err.response",
        "err.config",
        "err.data",
      ],
      censor: "[removed]",
    },
    serializers: { err: bareError },
    hooks: { streamWrite: withoutSecrets },
    base: { pid: process.pid },
  });
}

/** Name, message and stack of our own code; the causes that SDKs attach hold requests, tokens and mail. */
function bareError(error: unknown): unknown {
  if (!(error instanceof Error)) return typeof error;
  return {
    type: error.name,
    message: withoutSecrets(error.message).slice(0, 300),
    stack: error.stack?.split("\n").slice(1, 6).join("\n"),
  };
}
