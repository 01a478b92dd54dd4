import type { Incident } from "../../db/incidents.ts";
import { incidentCardData } from "../../tickets/incidents/read-incident.ts";
import { incidentCard } from "../../views/incident-card.ts";
import type { DeskJobs } from "../desk-jobs.ts";

/** What the card says now. */
export async function incidentMessage({ db, settings, now, workspaceUrl }: DeskJobs, incident: Incident) {
  const { settings: current } = settings.current();
  const data = await incidentCardData(db.read, current, incident, now());
  return incidentCard(data, { now: now(), timezone: current.company.timezone, workspaceUrl: workspaceUrl ?? "" });
}
