import type { Finding } from "../../domain/check-up.ts";
import { toFailure } from "../../domain/errors.ts";
import type { VirusScanner } from "../../domain/ports.ts";
import { act, noted, ok, type Probe } from "./check-up.ts";

export interface ProbedScanner extends VirusScanner {
  version(): Promise<string>;
}

const CHECK = "CLAMD_SOCKET";
/** ClamAV publishes signatures every day; a week without any is an updater that no longer runs. */
const OLD_MS = 7 * 24 * 60 * 60_000;
/** The antivirus test file (eicar.org), in pieces, so that no scanner takes this file for it. */
const EICAR = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STAND", "ARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("");

export const scannerChecks = (scanner: ProbedScanner | undefined, now: () => number): Probe[] => [
  {
    check: CHECK,
    look: async () =>
      scanner ? look(scanner, now) : noted(CHECK, "not set: attachments are judged by their bytes, and not scanned"),
  },
];

async function look(scanner: ProbedScanner, now: () => number): Promise<Finding> {
  let version: string;
  let found: Awaited<ReturnType<ProbedScanner["scan"]>>;
  try {
    version = await scanner.version();
    found = await scanner.scan(new TextEncoder().encode(EICAR));
  } catch (error) {
    const { code, detail, message } = toFailure(error);
    const say = code === "scanner_unavailable" ? `no answer there (${detail})` : (detail ?? message);
    return act(CHECK, say, "Start clamd, and set CLAMD_SOCKET to the LocalSocket or TCPSocket of its clamd.conf.");
  }
  if (found.kind !== "infected")
    return act(CHECK, `${version} does not find the EICAR test file`, "Let freshclam load the signatures.");
  const signedAt = Date.parse(`${version.split("/")[2] ?? ""} UTC`);
  if (now() - signedAt > OLD_MS)
    return act(CHECK, `the signatures are of ${version.split("/")[2]}`, "Start freshclam: it keeps them up to date.");
  return ok(CHECK, `${version.split("/")[0]} finds the EICAR test file`);
}
