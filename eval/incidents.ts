import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { Sketch } from "../src/domain/incident.ts";
import { Incidents } from "../src/domain/settings/incidents.ts";
import type { Settings } from "../src/domain/settings/settings.ts";
import {
  type Compared,
  incidentAround,
  incidentOf,
  type Known,
  rulesAmong,
} from "../src/pipeline/incidents/grouping.ts";
import { commonOf, vectorOf, weightsFrom } from "../src/pipeline/incidents/likeness.ts";
import { sketchOf } from "../src/pipeline/incidents/sketch.ts";
import { Masker } from "../src/pipeline/masker.ts";
import { loadFolder } from "./dataset/folder.ts";
import { seeded, shuffle } from "./train/random.ts";

/**
 * How well incidents are found: each scenario of `eval/incidents/mails.jsonl` among eighteen ordinary mails of the same
 * business and three of the same topic, in ten orders; and what is found where there is nothing to find.
 * `--new-desk`: a desk that has seen no mail before.
 * `node eval/incidents.ts [--misses] [--new-desk] [--corpora FOLDER]`
 */
const Line = z.object({
  scenario: z.string(),
  set: z.enum(["dev", "held-out"]),
  member: z.boolean(),
  business: z.string(),
  language: z.string(),
  subject: z.string(),
  text: z.string(),
});

interface Mail extends Compared {
  about: string;
  /** The scenario that it belongs to; undefined: to none. */
  scenario: string | undefined;
}

const HERE = import.meta.dirname;
const ORDERS = 10;
const ORDINARY = 18;
const DEFAULTS = Incidents.parse({});

let serial = 0;
function mailOf(
  { subject, text, language }: { subject: string; text: string; language: string },
  settings: Settings | undefined,
  scenario?: string,
): Mail {
  const masker = settings && new Masker(settings, language, undefined);
  const masked = (part: string) => (masker ? masker.mask(part) : part) as ReturnType<Masker["mask"]>;
  const sketch: Sketch = sketchOf({ subject: masked(subject), visibleText: masked(text) }, language);
  return { ticketId: ++serial, sender: `${serial}`, at: 0, sketch, about: subject || text.slice(0, 60), scenario };
}

/** As the desk does it, one mail after the other; `history` is the desk's mail of the weeks before. */
function group(mails: readonly Mail[], window: number, history: readonly Mail[]): Mail[][] {
  const rules = rulesAmong(DEFAULTS, history.length);
  const found: (Known & { mails: Mail[] })[] = [];
  const grouped = new Set<Mail>();
  const weights = weightsFrom(history.map(({ sketch }) => sketch));
  const common = (list: readonly Mail[]) => commonOf(list.slice(-60).map(({ sketch }) => vectorOf(sketch, weights)));
  mails.forEach((mail, at) => {
    const known = incidentOf(mail.sketch, found, weights, rules);
    if (known) {
      known.mails.push(mail);
      known.common = common(known.mails);
      grouped.add(mail);
      return;
    }
    const others = mails.slice(Math.max(0, at - window), at).filter((one) => !grouped.has(one));
    const list = incidentAround(mail, others, weights, rules, { mails: [], spanMs: 0 }) as Mail[] | undefined;
    if (!list) return;
    for (const one of list) grouped.add(one);
    found.push({ id: found.length + 1, common: common(list), mails: list });
  });
  return found.map(({ mails: list }) => list);
}

const shuffled = <T>(list: readonly T[], seed: number): T[] => shuffle([...list], seeded(seed));

interface Score {
  scenario: string;
  set: "dev" | "held-out";
  found: number;
  members: number;
  right: number;
  wrong: number;
  strangers: string[];
}

async function measureIncidents(seen: boolean): Promise<{
  scores: Score[];
  falseGroups: { of: string; mails: number; groups: number }[];
}> {
  const gold = await loadFolder(path.join(HERE, "gold"));
  const settingsOf = new Map(gold.map(({ business, settings }) => [business, settings]));
  const ordinary = new Map<string, Mail[]>();
  for (const { email, business, settings } of gold) {
    if (email.machine.kind !== "none") continue;
    const read = mailOf({ subject: email.subject, text: email.visibleText, language: email.language }, settings);
    const mail = { ...read, sender: email.from?.address ?? read.sender };
    ordinary.set(business, [...(ordinary.get(business) ?? []), mail]);
  }
  const lines = readFileSync(path.join(HERE, "incidents/mails.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => Line.parse(JSON.parse(line)));
  const scores: Score[] = [];
  for (const scenario of new Set(lines.map((line) => line.scenario))) {
    const own = lines.filter((line) => line.scenario === scenario);
    const { business, set } = own[0]!;
    const mails = own.map((line) => mailOf(line, settingsOf.get(business), line.member ? scenario : undefined));
    const others = ordinary.get(business)!;
    const history = seen ? others : [];
    const score: Score = { scenario, set, found: 0, members: 0, right: 0, wrong: 0, strangers: [] };
    for (let order = 1; order <= ORDERS; order++) {
      const among = shuffled([...mails, ...shuffled(others, order).slice(0, ORDINARY)], order + 100);
      const groups = group(among, among.length, history);
      const best = Math.max(0, ...groups.map((list) => list.filter((one) => one.scenario === scenario).length));
      score.found += best >= DEFAULTS.members ? 1 : 0;
      score.members += mails.filter((one) => one.scenario === scenario).length;
      score.right += best;
      for (const one of groups.flat()) {
        if (one.scenario === scenario) continue;
        score.wrong++;
        score.strangers.push(one.about);
      }
    }
    scores.push(score);
  }
  const falseGroups = [...ordinary].flatMap(([business, mails]) =>
    [30, 60, mails.length].map((window) => falseIn(`${business}, windows of ${window}`, mails, window)),
  );
  return { scores, falseGroups };
}

function falseIn(of: string, mails: readonly Mail[], window: number) {
  let groups = 0;
  for (let order = 1; order <= ORDERS; order++) groups += group(shuffled(mails, order), window, mails).length;
  return { of, mails: mails.length * ORDERS, groups };
}

/** Public collections of short questions about a few topics: harder than any mailbox. */
function measureCorpora(folder: string) {
  const read = (name: string, of: (line: Record<string, string>) => { subject: string; text: string }) => {
    const file = path.join(folder, "tickets", name);
    if (!existsSync(file)) return [];
    const mails = readFileSync(file, "utf8")
      .trim()
      .split("\n")
      .map((line) => mailOf({ ...of(JSON.parse(line)), language: "en" }, undefined));
    return [30, 60].map((window) => falseIn(`${name}, windows of ${window}`, mails, window));
  };
  return [
    ...read("banking77-sample.jsonl", ({ text }) => ({ subject: "", text: text! })),
    ...read("endava-it-tickets.jsonl", ({ title, body }) => ({ subject: title!, text: body! })),
    ...read("cfpb-complaints.jsonl", ({ text }) => ({ subject: "", text: text! })),
  ];
}

const share = (part: number, whole: number): string => (whole === 0 ? "–" : (part / whole).toFixed(3));

if (process.argv[1] === import.meta.filename) {
  const { scores, falseGroups } = await measureIncidents(!process.argv.includes("--new-desk"));
  const sum = (list: readonly Score[], key: "found" | "members" | "right" | "wrong") =>
    list.reduce((total, one) => total + one[key], 0);
  const line = (name: string, list: readonly Score[]) =>
    console.log(
      `${name.padEnd(22)} found ${sum(list, "found")} of ${list.length * ORDERS}  precision ${share(sum(list, "right"), sum(list, "right") + sum(list, "wrong"))}  recall ${share(sum(list, "right"), sum(list, "members"))}`,
    );
  for (const set of ["dev", "held-out"] as const) {
    const list = scores.filter((one) => one.set === set);
    for (const one of list) {
      line(one.scenario, [one]);
      if (process.argv.includes("--misses"))
        for (const about of new Set(one.strangers)) console.log(`    not of it: ${about}`);
    }
    line(`all ${set}`, list);
  }
  const at = process.argv.indexOf("--corpora");
  for (const { of, mails, groups } of [...falseGroups, ...(at > 0 ? measureCorpora(process.argv[at + 1]!) : [])])
    console.log(`nothing to find: ${of}: ${groups} groups in ${mails} mails`);
}
