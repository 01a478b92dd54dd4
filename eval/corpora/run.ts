import { CORPORA, hasCorpora } from "./corpus.ts";
import { goldIsThere, HALVES, scoreGold } from "./gold.ts";
import { LIBRARIES } from "./libraries.ts";
import {
  compareSubjects,
  easyHamAsMachines,
  readAllMails,
  scoreAuthentication,
  scoreAutoReplies,
  scoreBounces,
  scoreHeaders,
  scoreLanguages,
  scoreTrackers,
} from "./mails.ts";
import { passes, quotedCases, visibleOf } from "./quoted-replies.ts";
import { scoreTrainSet } from "./train-sets.ts";

/** How well mail is read, beside what libraries do on the same files: `npm run eval -- corpora`. */
const rows: [what: string, ours: string, libraries: string][] = [
  ["measured", "Mailroom", "libraries on the same files"],
];
const failures: string[] = [];
const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
const note = (what: string, files: readonly string[]) => {
  if (files.length > 0) failures.push(`${what}: ${files.join(", ")}`);
};

if (goldIsThere()) {
  for (const [name, range] of Object.entries(HALVES)) {
    const gold = await scoreGold(range);
    rows.push([
      `gold ${name}: visible text exact`,
      `${gold.exact}/${gold.mails} ${percent(gold.exact, gold.mails)}`,
      LIBRARIES.visibleExact,
    ]);
    rows.push([`gold ${name}: visible text token F1`, gold.f1.toFixed(4), LIBRARIES.visibleF1]);
    rows.push([
      `gold ${name}: machine macro F1`,
      `${gold.machineF1.toFixed(3)}, people called machines ${gold.peopleAsMachines.length}`,
      LIBRARIES.machine,
    ]);
    rows.push([`gold ${name}: language`, `${gold.language}/${gold.mails}`, LIBRARIES.language]);
    rows.push([`gold ${name}: attachments with text`, String(gold.attachmentsRead), ""]);
    note(`gold ${name} not exact`, gold.missed);
    note(`gold ${name} people called machines`, gold.peopleAsMachines);
  }
}
for (const name of ["set1", "set2", "set3", "set4"]) {
  const set = await scoreTrainSet(name);
  rows.push([
    `train ${name}: exact, F1, machine F1`,
    `${percent(set.exact, set.mails)}, ${set.f1.toFixed(4)}, ${set.machineF1.toFixed(3)}; language ${set.language}/${set.mails}`,
    "",
  ]);
  note(`train ${name} people called machines`, set.peopleAsMachines);
}

if (hasCorpora()) {
  scoreQuotedReplies();
  await scoreMails();
} else
  console.log(
    `No public corpora at ${CORPORA}: name their folder with --corpora DIR. Only the repository's own mail was read.`,
  );

const width = [0, 1].map((column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
for (const [what, ours, libraries] of rows)
  console.log(`${what.padEnd(width[0] ?? 0)}  ${ours.padEnd(width[1] ?? 0)}  ${libraries}`);
console.log("\nMissed:");
for (const failure of failures) console.log(`- ${failure}`);
// The thread that reads PDFs would keep the process for a moment.
process.exit(0);

function scoreQuotedReplies(): void {
  const folders: Record<string, [string, string]> = {
    "github-email_reply_parser": ["github", LIBRARIES.github],
    "zapier-email-reply-parser": ["zapier", LIBRARIES.zapier],
    "crisp-email-reply-parser": ["crisp", LIBRARIES.crisp],
    "discourse-email_reply_trimmer": ["trimmer", LIBRARIES.trimmer],
    "closeio-quotequail": ["quotequail", LIBRARIES.quotequail],
  };
  const cases = quotedCases().map((item) => ({ ...item, passed: passes(item, visibleOf(item)) }));
  for (const [folder, [name, libraries]] of Object.entries(folders)) {
    const own = cases.filter((item) => item.folder === folder);
    rows.push([`quoted replies: ${name}`, `${own.filter(({ passed }) => passed).length}/${own.length}`, libraries]);
  }
  const passed = cases.filter((item) => item.passed).length;
  rows.push(["quoted replies: all", `${passed}/${cases.length} ${percent(passed, cases.length)}`, LIBRARIES.quotedAll]);
  note(
    "quoted replies",
    cases.filter((item) => !item.passed).map(({ folder, file }) => `${folder}/${file}`),
  );
}

async function scoreMails(): Promise<void> {
  const mails = await readAllMails();
  rows.push([
    "corpora: mails read",
    `${mails.mails - mails.failedByName.length - mails.threw.length}/${mails.mails}, ${mails.threw.length} threw`,
    LIBRARIES.mailsWithoutCrash,
  ]);
  rows.push([
    "corpora: ms a mail, whole pass",
    `${mails.medianMs.toFixed(2)} median, ${mails.p95Ms.toFixed(1)} p95, ${mails.slowest.ms.toFixed(0)} slowest`,
    LIBRARIES.parseMs,
  ]);
  note("failed by name", mails.failedByName);
  note("threw", mails.threw);
  note("slowest", [mails.slowest.file]);
  const subjects = await compareSubjects();
  rows.push(["mime: subjects as Python reads them", `${subjects.same}/${subjects.of}`, ""]);
  note("subjects unlike Python's", subjects.different);
  const headers = scoreHeaders();
  rows.push([
    "mime: dates, address lists",
    `${headers.dates}/${headers.ofDates}, ${headers.addresses}/${headers.ofAddresses}`,
    "",
  ]);
  const bounces = await scoreBounces();
  rows.push([
    "bounces: found; status class",
    `${bounces.found}/${bounces.bounces}; ${bounces.status.same}/${bounces.status.of}`,
    "",
  ]);
  rows.push(["bounces: delays called permanent", String(bounces.delaysAsPermanent.length), ""]);
  note("bounces missed", bounces.missed);
  note("called bounces", bounces.othersAsBounces);
  const replies = await scoreAutoReplies();
  rows.push(["auto-replies and look-alikes", `${replies.right}/${replies.of}`, ""]);
  note("auto-replies", replies.wrong);
  const ham = await easyHamAsMachines();
  rows.push(["easy ham called machines (digests among it)", `${ham.machines}/${ham.of}`, ""]);
  const auth = scoreAuthentication();
  rows.push([
    "Authentication-Results: parsed, refused, real",
    `${auth.parsed}/${auth.toParse}, ${auth.rejected}/${auth.toReject}, ${auth.real}/${auth.ofReal}`,
    "",
  ]);
  for (const field of ["text", "short"] as const) {
    const languages = scoreLanguages(field);
    rows.push([`languages: UDHR ${field}`, `${languages.same}/${languages.of}`, LIBRARIES.languageShort]);
    note(`UDHR ${field}`, languages.wrong);
  }
  const trackers = scoreTrackers();
  rows.push(["tracking pixels, of tiny or hidden images", `${trackers.found} of ${trackers.listed}`, ""]);
}
