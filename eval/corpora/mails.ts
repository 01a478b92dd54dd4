import { MailroomError } from "../../src/domain/errors.ts";
import { parseAuthResults } from "../../src/pipeline/authenticity/tokens.ts";
import { readHtml } from "../../src/pipeline/html/read-html.ts";
import { detectLanguage } from "../../src/pipeline/language/language.ts";
import { normalise } from "../../src/pipeline/normalise.ts";
import { parseAddresses, parseDate } from "../../src/pipeline/parse/headers.ts";
import { allMails, readBytes, readJson, readText } from "./corpus.ts";

const CONTEXT = { ourAddresses: new Set<string>(), groupListIds: new Set<string>() };

export interface MailScore {
  mails: number;
  failedByName: string[];
  threw: string[];
  medianMs: number;
  p95Ms: number;
  slowest: { file: string; ms: number };
}

/** Every mail of the corpora, once to warm up and once for the clock. */
export async function readAllMails(): Promise<MailScore> {
  const files = allMails().map((file) => ({ file, bytes: readBytes(file) }));
  const score: MailScore = {
    mails: files.length,
    failedByName: [],
    threw: [],
    medianMs: 0,
    p95Ms: 0,
    slowest: { file: "", ms: 0 },
  };
  for (const { file, bytes } of files) {
    try {
      await normalise(bytes, CONTEXT);
    } catch (error) {
      if (error instanceof MailroomError && error.code.startsWith("mail_"))
        score.failedByName.push(`${file} (${error.code})`);
      else score.threw.push(file);
    }
  }
  const times: { file: string; ms: number }[] = [];
  for (const { file, bytes } of files) {
    const startedAt = performance.now();
    await normalise(bytes, CONTEXT).catch(() => undefined);
    times.push({ file, ms: performance.now() - startedAt });
  }
  times.sort((a, b) => a.ms - b.ms);
  score.medianMs = times[Math.floor(times.length / 2)]?.ms ?? 0;
  score.p95Ms = times[Math.floor(times.length * 0.95)]?.ms ?? 0;
  score.slowest = times.at(-1) ?? score.slowest;
  return score;
}

/** Subjects as Python's `email` reads them: informative, it is wrong about some. */
export async function compareSubjects(): Promise<{ same: number; of: number; different: string[] }> {
  const result = { same: 0, of: 0, different: [] as string[] };
  for (const folder of ["mikel-mail", "cpython-email", "mime4j", "mailparser", "postal-mime", "stalwart-rfc"]) {
    for (const { file, subject } of readJson("mime", folder, "reference-python-email.json") as {
      file: string;
      subject?: string;
    }[]) {
      if (!subject) continue;
      const email = await normalise(readBytes("mime", folder, file), CONTEXT).catch(() => undefined);
      result.of++;
      if (email && squash(email.subject) === squash(subject)) result.same++;
      else result.different.push(`${folder}/${file}`);
    }
  }
  return result;
}
const squash = (text: string) => text.replace(/\s+/g, " ").trim();

export interface BounceScore {
  bounces: number;
  found: number;
  status: { same: number; of: number };
  delaysAsPermanent: string[];
  missed: string[];
  othersAsBounces: string[];
}

export async function scoreBounces(): Promise<BounceScore> {
  const score: BounceScore = {
    bounces: 0,
    found: 0,
    status: { same: 0, of: 0 },
    delaysAsPermanent: [],
    missed: [],
    othersAsBounces: [],
  };
  for (const item of readJson("bounces", "sisimai", "expected.json").cases) {
    const { machine, bounce } = await normalise(readBytes("bounces", "sisimai", item.file), CONTEXT);
    tally(score, `sisimai/${item.file}`, item.is_bounce, machine.kind === "bounce");
    const status: string = item.recipients?.[0]?.deliverystatus ?? "";
    // sisimai makes up 5.0.9xx for reports that name no status.
    if (item.is_bounce && /^[245]\.\d{1,2}\.\d{1,2}$/.test(status)) {
      score.status.of++;
      if (bounce?.status?.split(".")[0] === status.split(".")[0]) score.status.same++;
    }
  }
  for (const item of readJson("bounces", "php-bounce-handler", "expected.json").cases) {
    const { machine, bounce } = await normalise(readBytes("bounces", "php-bounce-handler", item.file), CONTEXT);
    if (item.kind === "delay") {
      if (bounce?.permanent) score.delaysAsPermanent.push(item.file);
    } else tally(score, `php/${item.file}`, item.kind === "bounce", machine.kind === "bounce");
  }
  return score;
}

function tally(score: BounceScore, file: string, expected: boolean, got: boolean): void {
  if (expected) score.bounces++;
  if (expected && got) score.found++;
  if (expected && !got) score.missed.push(file);
  if (!expected && got) score.othersAsBounces.push(file);
}

export async function scoreAutoReplies(): Promise<{ right: number; of: number; wrong: string[] }> {
  const result = { right: 0, of: 0, wrong: [] as string[] };
  for (const item of readJson("auto-replies", "expected.json") as { file: string; is_auto_reply: boolean }[]) {
    const { machine } = await normalise(readBytes("auto-replies", item.file), CONTEXT);
    result.of++;
    const right = item.is_auto_reply ? machine.kind === "auto_reply" : machine.kind === "none";
    if (right) result.right++;
    else result.wrong.push(item.file);
  }
  return result;
}

/** People who write by mailing list, in the half of the SpamAssassin corpus that is people's mail. */
export async function easyHamAsMachines(): Promise<{ of: number; machines: number }> {
  const result = { of: 0, machines: 0 };
  for (const file of allMails().filter((name) => name.includes("/easy_ham/"))) {
    const { machine } = await normalise(readBytes(file), CONTEXT);
    result.of++;
    if (machine.kind !== "none") result.machines++;
  }
  return result;
}

export function scoreAuthentication(): {
  parsed: number;
  toParse: number;
  rejected: number;
  toReject: number;
  real: number;
  ofReal: number;
} {
  const cases = readJson("auth-results", "mimekit-cases.json");
  const headers = (readJson("auth-results", "real-headers.json").headers as { header: string; value: string }[]).filter(
    ({ header }) => header !== "received-spf",
  );
  const parsed = cases.parse.filter((item: { input: string; results: { method: string; result: string }[] }) => {
    const got = parseAuthResults(item.input);
    return (
      got?.results.length === item.results.length &&
      item.results.every((one, i) => got.results[i]?.method === one.method && got.results[i]?.result === one.result)
    );
  });
  return {
    parsed: parsed.length,
    toParse: cases.parse.length,
    rejected: cases.must_be_rejected.filter((item: { input: string }) => parseAuthResults(item.input) === undefined)
      .length,
    toReject: cases.must_be_rejected.length,
    real: headers.filter(({ value }) => parseAuthResults(value) !== undefined).length,
    ofReal: headers.length,
  };
}

export function scoreLanguages(field: "text" | "short"): { same: number; of: number; wrong: string[] } {
  const result = { same: 0, of: 0, wrong: [] as string[] };
  for (const item of readJson("language", "udhr-snippets.json") as Record<string, string>[]) {
    const expected = item.iso639_1 === "nb" || item.iso639_1 === "nn" ? "no" : item.iso639_1;
    const got = detectLanguage(item[field] ?? "");
    result.of++;
    if (got === expected) result.same++;
    else result.wrong.push(`${expected}>${got}`);
  }
  return result;
}

export function scoreHeaders(): { dates: number; ofDates: number; addresses: number; ofAddresses: number } {
  const dates = readJson("mime", "stalwart-header-cases", "date.json") as {
    header: string;
    expected: Record<string, number> | null;
  }[];
  const lists = readJson("mime", "stalwart-header-cases", "address.json") as { header: string; expected: unknown }[];
  return {
    dates: dates.filter(({ header, expected }) => parseDate(header) === (expected ? instantOf(expected) : undefined))
      .length,
    ofDates: dates.length,
    // The file also holds List-* headers, whose URIs are no addresses.
    addresses: lists.filter(({ header, expected }) => !isUriList(expected) && sameAddresses(header, expected)).length,
    ofAddresses: lists.filter(({ expected }) => !isUriList(expected)).length,
  };
}

const isUriList = (expected: unknown) => /"address":"(?:mailto|https?|ftp):|"NO"/.test(JSON.stringify(expected));

function instantOf(e: Record<string, number | boolean>): number {
  const n = (key: string) => Number(e[key] ?? 0);
  const zone = (n("tz_hour") * 60 + n("tz_minute")) * (e.tz_before_gmt ? -1 : 1);
  return Date.UTC(n("year"), n("month") - 1, n("day"), n("hour"), n("minute"), n("second")) - zone * 60_000;
}

function sameAddresses(header: string, expected: unknown): boolean {
  const wanted =
    JSON.stringify(expected)
      .match(/"address":"([^"]+)"/g)
      ?.map((match) => match.slice(11, -1).toLowerCase()) ?? [];
  return (
    parseAddresses(header.replace(/\n[ \t]/g, " ").trim())
      .map(({ address }) => address)
      .join() === wanted.join()
  );
}

/** Images listed mechanically as 1x1, 0x0 or hidden, spacers among them. */
export function scoreTrackers(): { found: number; listed: number } {
  const result = { found: 0, listed: 0 };
  for (const item of readJson("html-mail", "mimekit", "images.json").files) {
    result.found += readHtml(readText("html-mail", "mimekit", item.file)).trackingPixels;
    result.listed += item.tiny_or_hidden_images.length;
  }
  return result;
}
