import { openIncidents, standingOf } from "../../src/db/incidents.ts";
import { getTicket } from "../../src/db/tickets.ts";
import type { SettingsInput } from "../../src/domain/settings/settings.ts";
import { bannerFor } from "../../src/jobs/incidents/likeness.ts";
import { createLocalEngine } from "../../src/pipeline/local/engine.ts";
import { triage } from "../../src/pipeline/triage.ts";
import { approveForAll, readApproval } from "../../src/tickets/incidents/approve-all.ts";
import { writeReply } from "../../src/tickets/incidents/change-incident.ts";
import { aDesk, settingsWith } from "./desk.ts";
import { type IncidentMail, ORDINARY, OUTAGE } from "./incident-mails.ts";

/** A desk that reads mail as the app does, with the local engine. */
export async function aReadingDesk(more: Partial<SettingsInput> = {}) {
  const engine = createLocalEngine();
  const desk = await aDesk({
    settings: settingsWith({
      mailboxes: [{ address: "support@larkspur.example", queue: "support" }],
      intents: undefined,
      ...more,
      incidents: { acquainted: 0, ...more.incidents },
    }),
    instead: ({ db, settings, now }) => ({
      triage: triage({
        readLocally: (input) => engine.read(input),
        bannerFor: bannerFor(db.read, () => settings.current().settings, now),
        engines: {
          providers: [],
          cache: { get: () => undefined, set: () => undefined } as never,
          budgetSpent: () => true,
          around: { now, random: () => 0.5, sleep: async () => undefined },
        },
      }),
    }),
  });
  let serial = 0;
  const deliver = (
    line: Pick<IncidentMail, "subject" | "text">,
    who: { id?: string; from?: string; thread?: string; headers?: string } = {},
  ) => {
    const id = who.id ?? `m${++serial}`;
    desk.mailbox.deliver({
      id,
      from: who.from ?? `Customer ${serial} <c${serial}@clinic${serial}.example>`,
      ...(who.thread && { thread: who.thread }),
      ...(who.headers && { headers: who.headers }),
      subject: /^[\x20-\x7e]*$/.test(line.subject)
        ? line.subject
        : `=?utf-8?B?${Buffer.from(line.subject).toString("base64")}?=`,
      text: line.text,
    });
    return id;
  };
  /** Mail is compared once it has gathered. */
  const settle = async () => {
    await desk.work();
    for (let round = 0; round < 4; round++) {
      desk.clock.advance(3_000);
      await desk.runner.drain();
    }
  };
  const posts = (kind: "card" | "incident") =>
    desk.chat.posts.filter((post) =>
      kind === "card"
        ? post.marker.type === "mailroom_card"
        : String(post.marker.payload["effect"] ?? "").startsWith("incident:"),
    );
  const shown = () => {
    const [post] = posts("incident");
    return JSON.stringify((desk.chat.updates.filter(({ ts }) => ts === post?.ts).at(-1) ?? post)?.blocks);
  };
  const ticketOf = async (ticketId: number) => (await getTicket(desk.db.read, ticketId))!;
  return { ...desk, deliver, settle, posts, shown, ticketOf };
}

export const LEAD = "U09LEAD";
export const TEXT = {
  en: "Signing in fails since 8:00. We know of it and work on it.",
  de: "Die Anmeldung ist seit 8 Uhr gestört. Wir arbeiten daran.",
};

export async function withIncident(more: Partial<SettingsInput> = {}) {
  const desk = await aReadingDesk(more);
  for (const line of [...OUTAGE, ...ORDINARY.slice(0, 6)]) desk.deliver(line);
  await desk.settle();
  const [incident] = await openIncidents(desk.db.read);
  return { ...desk, incident: incident! };
}

export const standing = (desk: Awaited<ReturnType<typeof withIncident>>) => standingOf(desk.db.read, desk.incident.id);
export type IncidentDesk = Awaited<ReturnType<typeof withIncident>>;

/** Writes one answer, and approves it for everybody that the window shows. */
export async function answerAll(
  desk: IncidentDesk,
  { final = false, by = LEAD, meanwhile = async () => undefined as unknown } = {},
) {
  const about = { by, incidentId: desk.incident.id };
  const written = await writeReply(desk)({ ...about, texts: TEXT, final });
  if (written.kind !== "written") throw new Error(written.kind);
  await desk.runner.drain();
  const approval = await readApproval(desk)(about);
  if (approval.kind !== "approval") throw new Error(approval.kind);
  await meanwhile();
  const { replyId, ready } = approval;
  const approved = await approveForAll(desk)({ ...about, replyId, shown: ready.map(({ draftId }) => draftId) });
  return { approval, approved };
}
