import { getDomain } from "tldts";
import type { Authenticity } from "../../domain/email.ts";
import type { Headers } from "../parse/headers.ts";
import { type AuthResult, type AuthResults, parseAuthResults } from "./tokens.ts";

export interface AuthContext {
  /** Address that the mail claims to come from; behind a rewriting group the original one. */
  fromAddress: string | undefined;
  /** Our own addresses: a receiving host of their domains may vouch, as mx.google.com does. */
  ourAddresses: ReadonlySet<string>;
  /** The mail came through one of our own Google Groups, which keeps what was checked on the way in. */
  ownGroup: boolean;
}

/**
 * What the receiving server found out about the sender. Any sender can write such headers, so only the topmost one by a
 * server of ours counts, and only above the first `Received` that somebody else wrote (RFC 8601 section 5).
 */
export function readAuthenticity(headers: Headers, context: AuthContext): Authenticity {
  const received = trustedResults(headers, context);
  if (!received) return UNKNOWN;
  const original = context.ownGroup
    ? parseAuthResults(headers.get("x-original-authentication-results") ?? "")
    : undefined;
  const direct = judge((original ?? received).results, context.fromAddress);
  const arc = received.results.find(({ method }) => method === "arc");
  if (direct.verdict === "verified" || arc?.result !== "pass") return direct;
  return throughForwarder(headers, context, direct);
}

const UNKNOWN: Authenticity = { verdict: "unknown", spf: undefined, dkim: undefined, dmarc: undefined };

function trustedResults(headers: Headers, { ourAddresses }: AuthContext): AuthResults | undefined {
  const domains = new Set([...ourAddresses].map((address) => address.split("@")[1] ?? ""));
  const ours = (host: string) =>
    isGoogle(host) || [...domains].some((domain) => domain !== "" && (host === domain || host.endsWith(`.${domain}`)));
  for (const { key, value } of headers.list) {
    if (key === "received") {
      const by = /\bby\s+([^\s;()]{1,255})/i.exec(value)?.[1]?.toLowerCase() ?? "";
      // Google's own relays write bare addresses: "by 2002:a05:6402:1f14 with SMTP id …".
      if (by !== "" && !ours(by) && !/^[\d.:a-f[\]]+$/.test(by)) return undefined;
    }
    if (key !== "authentication-results") continue;
    const parsed = parseAuthResults(value);
    if (parsed?.server !== undefined && ours(parsed.server)) return parsed;
  }
  return undefined;
}

const isGoogle = (host: string) =>
  host === "mx.google.com" || host.endsWith(".google.com") || host.endsWith(".googlemail.com");

function judge(results: readonly AuthResult[], fromAddress: string | undefined): Authenticity {
  const from = fromAddress?.split("@")[1] ?? "";
  const signatures = results.filter(({ method }) => method === "dkim");
  const aligned = signatures.find((result) => result.result === "pass" && isAligned(signingDomain(result), from));
  const dmarc = results.find(({ method }) => method === "dmarc");
  const summary = {
    spf: results.find(({ method }) => method === "spf")?.result,
    dkim: aligned?.result ?? signatures.find(({ result }) => result === "pass")?.result ?? signatures[0]?.result,
    dmarc: dmarc?.result,
  };
  const about = dmarc?.properties["header.from"];
  // A verdict about another domain (a second From, a rewritten one) says nothing about this sender.
  const speaks = about === undefined || about === "" || isAligned(about, from);
  if (dmarc?.result === "pass" && speaks) return { verdict: "verified", ...summary };
  if (dmarc?.result === "fail" && speaks) return { verdict: "failed", ...summary };
  // No DMARC record: Outlook guesses what one would have said, everybody else leaves it to an aligned signature.
  if (aligned || (dmarc?.result === "bestguesspass" && speaks)) return { verdict: "verified", ...summary };
  return { verdict: "unknown", ...summary };
}

const signingDomain = ({ properties }: AuthResult) =>
  properties["header.d"] ?? properties["header.i"]?.split("@").pop() ?? "";

/** Relaxed alignment (RFC 7489 section 3.1.1): the same organisation's domain, by the public suffix list. */
function isAligned(domain: string, from: string): boolean {
  const a = domain.toLowerCase().replace(/^.*@|\.$/g, "");
  const b = from.toLowerCase();
  if (a === "" || b === "") return false;
  if (a === b) return true;
  const organisation = getDomain(b, { allowPrivateDomains: true });
  return organisation !== null && getDomain(a, { allowPrivateDomains: true }) === organisation;
}

/**
 * Forwarding breaks SPF and may break DKIM; ARC (RFC 8617) carries what the first receiver saw. A valid chain only proves who
 * sealed it, not that he tells the truth: a sealer we know can vouch, any other can turn "failed" into "unknown" at most.
 */
function throughForwarder(headers: Headers, context: AuthContext, direct: Authenticity): Authenticity {
  const first = headers.all("arc-authentication-results").find((value) => /^\s*i\s*=\s*1\s*;/.test(value));
  const parsed = first === undefined ? undefined : parseAuthResults(first);
  const doubt: Authenticity = { ...direct, verdict: "unknown" };
  if (!parsed) return doubt;
  const sealers = headers
    .all("arc-seal")
    .map((seal) => /(?:^|;)\s*d\s*=\s*([^;\s]+)/.exec(seal)?.[1]?.toLowerCase() ?? "");
  const domains = new Set([...context.ourAddresses].map((address) => address.split("@")[1]));
  const known = sealers.length > 0 && sealers.every((sealer) => TRUSTED_SEALERS.has(sealer) || domains.has(sealer));
  const seen = judge(parsed.results, context.fromAddress);
  return known ? { ...direct, verdict: seen.verdict } : doubt;
}

/** Large mailbox providers that check what they forward. */
const TRUSTED_SEALERS = new Set([
  "google.com",
  "microsoft.com",
  "messagingengine.com",
  "fastmail.com",
  "yahoo.com",
  "zohomail.com",
  "zoho.com",
  "icloud.com",
  "apple.com",
  "proton.me",
  "mailbox.org",
]);
