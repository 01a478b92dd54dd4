import { accountMethods } from "./account.ts";
import { draftMethods } from "./drafts.ts";
import { historyMethods } from "./history.ts";
import { labelMethods } from "./labels.ts";
import { messageMethods } from "./messages.ts";
import type { Method } from "./method.ts";
import { threadMethods } from "./threads.ts";

const METHODS: Method[] = [
  ...accountMethods,
  ...messageMethods,
  ...draftMethods,
  ...threadMethods,
  ...labelMethods,
  ...historyMethods,
];

export interface Route {
  method: Method;
  user: string;
  upload: boolean;
  params: Record<string, string>;
}

/** Fixed words before names: `messages/send` is no message called "send". */
const TABLE = METHODS.map((method) => ({ method, steps: method.path.split("/") })).sort(
  (a, b) => names(a.steps) - names(b.steps),
);

function names(steps: readonly string[]): number {
  return steps.filter((step) => step.startsWith(":")).length;
}

export function findRoute(verb: string, pathname: string): Route | undefined {
  const match = /^(\/upload)?\/gmail\/v1\/users\/([^/]+)\/(.+)$/.exec(pathname);
  if (!match) return undefined;
  const given = (match[3] ?? "").split("/").map(decodeURIComponent);
  const upload = match[1] !== undefined;
  for (const { method, steps } of TABLE) {
    if (method.verb !== verb || steps.length !== given.length || (upload && !method.upload)) continue;
    const params: Record<string, string> = {};
    const fits = steps.every((step, i) => {
      if (!step.startsWith(":")) return step === given[i];
      params[step.slice(1)] = given[i] ?? "";
      return true;
    });
    if (fits) return { method, user: decodeURIComponent(match[2] ?? ""), upload, params };
  }
  return undefined;
}
