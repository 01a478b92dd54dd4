import type { Finding } from "../../domain/check-up.ts";
import { FAILURES, toFailure } from "../../domain/errors.ts";

/** One thing to look at; a look that throws is a finding too. */
export interface Probe {
  check: string;
  look: () => Promise<Finding | readonly Finding[]>;
}

/** Longer than any single call is given, so that a slow answer is told apart from none. */
const PATIENCE_MS = 40_000;

/** Looks at everything at once; the findings come in the order of the probes. */
export async function checkUp(probes: readonly Probe[]): Promise<Finding[]> {
  const found = await Promise.all(probes.map(lookAt));
  return found.flat();
}

async function lookAt({ check, look }: Probe): Promise<readonly Finding[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Finding>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, {
      check,
      status: "act",
      say: `no answer in ${PATIENCE_MS / 1_000} s`,
      next: "Check this machine's way to the internet: proxy, firewall, DNS.",
    });
  });
  try {
    return [await Promise.race([look(), late])].flat();
  } catch (error) {
    const { code, detail, message } = toFailure(error);
    return [{ check, status: "act", say: detail ?? message, next: FAILURES[code].say }];
  } finally {
    clearTimeout(timer);
  }
}

export const ok = (check: string, say: string): Finding => ({ check, status: "ok", say });
export const noted = (check: string, say: string): Finding => ({ check, status: "note", say });
export const act = (check: string, say: string, next: string): Finding => ({ check, status: "act", say, next });
