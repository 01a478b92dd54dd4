import { createHash } from "node:crypto";
import type { Tx } from "../../db/database.ts";
import { endEffect, planEffect } from "../../db/effects.ts";
import { changeIncident, getIncident, type Incident, incidentsUndrawn, standingOf } from "../../db/incidents.ts";
import { enqueue } from "../../db/jobs.ts";
import { resumeJob } from "../../db/revive-job.ts";
import { linesById } from "../../db/ticket-lists.ts";
import { toFailure } from "../../domain/errors.ts";
import { incidentJob } from "../../tickets/incidents/join.ts";
import type { DeskJobs } from "../desk-jobs.ts";
import type { EffectHandlers } from "../effects/effect.ts";
import { executeEffect } from "../effects/execute.ts";
import { channelOf } from "../effects/slack-card.ts";
import { NOTICE_MARKER } from "../effects/slack-direct.ts";
import type { JobContext } from "../runner.ts";
import { learnProfile, mostFrequent } from "./group-mail.ts";
import { incidentMessage } from "./incident-message.ts";
import { ordinaryMail } from "./likeness.ts";

/** What the clock alone changes on the card: how many came lately, what is overdue. */
const LOOK_AGAIN_MS = 5 * 60_000;

/** Makes an incident's one card show the newest state: posts it, edits it, or posts it anew where it was deleted. */
export async function drawIncident(
  deps: DeskJobs,
  handlers: EffectHandlers,
  incidentId: number,
  job: JobContext,
): Promise<void> {
  const { db, now, settings } = deps;
  const { weights } = await ordinaryMail(db.read, settings.current().settings, now());
  await db.transaction((tx) => learnProfile(tx, incidentId, weights));
  const incident = await getIncident(db.read, incidentId);
  if (!incident) return;
  try {
    if (incident.ts === null) await post(deps, handlers, incident);
    else await edit(deps, handlers, incident, incident.ts);
  } catch (error) {
    const moved = toFailure(error).code === "slack_channel_unreachable" && (await inItsChannel(deps, incident));
    if (!moved) throw error;
    await post(deps, handlers, moved);
  }
  await db.transaction(async (tx) => {
    await job.finish(tx);
    if (incident.state === "resolved") return;
    await enqueue(tx, incidentJob(incidentId, now() + LOOK_AGAIN_MS), now());
  });
}

/** Whose card was given up over an outage is drawn when it is over: its members may stand nowhere else. */
export async function resumeIncidents({ now }: Pick<DeskJobs, "now">, tx: Tx): Promise<void> {
  for (const id of await incidentsUndrawn(tx)) await resumeJob(tx, incidentJob(id, now()), now());
}

/** The channel of most of its members' queues by now, with nothing posted there yet; undefined where it is the one it has. */
async function inItsChannel(deps: DeskJobs, incident: Incident): Promise<Incident | undefined> {
  const { db } = deps;
  const members = await standingOf(db.read, incident.id);
  const lines = await linesById(
    db.read,
    members.map(({ ticketId }) => ticketId),
  );
  const queue = mostFrequent(lines.map((line) => line.queue));
  const channel = queue === undefined ? incident.channel : channelOf(deps, queue);
  if (channel === incident.channel) return undefined;
  const moved = { channel, generation: incident.generation + 1, ts: null, shown: null };
  await db.transaction(async (tx) => {
    const before = await planCard(tx, incident, deps.now());
    await endEffect(tx, before, "cancelled", "Its channel takes no messages.", deps.now());
    await changeIncident(tx, incident.id, moved);
  });
  return { ...incident, ...moved };
}

/** The posting of this generation, planned once. */
async function planCard(tx: Tx, { id, channel, generation }: Incident, now: number): Promise<number> {
  const request = { channel, notice: { type: "incident", incidentId: id } } as const;
  const planned = await planEffect(
    tx,
    { kind: "slack.line", idempotencyKey: `incident:${id}:${generation}`, request },
    now,
  );
  return planned.id;
}

async function post(deps: DeskJobs, handlers: EffectHandlers, incident: Incident): Promise<void> {
  const { db, now } = deps;
  const effectId = await db.transaction((tx) => planCard(tx, incident, now()));
  // The job goes on after it: what it finishes is more than this.
  await executeEffect({ db, handlers, now }, effectId, { finish: async () => undefined });
}

async function edit(deps: DeskJobs, handlers: EffectHandlers, incident: Incident, ts: string): Promise<void> {
  const { db, chat, now } = deps;
  const message = await incidentMessage(deps, incident);
  const shown = createHash("sha256").update(JSON.stringify(message)).digest("base64");
  if (shown === incident.shown) return;
  const { id, channel } = incident;
  try {
    await chat.update({ channel, ts }, { ...message, marker: { type: NOTICE_MARKER, payload: { incident: id } } });
  } catch (error) {
    if (toFailure(error).code !== "slack_message_gone") throw error;
    const generation = incident.generation + 1;
    await db.transaction((tx) => changeIncident(tx, id, { generation, ts: null, shown: null }));
    return post(deps, handlers, { ...incident, generation });
  }
  await db.transaction((tx) => changeIncident(tx, id, { shown, shownAt: now() }));
}
