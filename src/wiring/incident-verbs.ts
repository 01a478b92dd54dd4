import type { ProcessDeps } from "../jobs/process-message.ts";
import type { IncidentVerbs } from "../listeners/actions/incident.ts";
import { addToIncident, readChoices } from "../tickets/incidents/add-to-incident.ts";
import { approveForAll, readApproval } from "../tickets/incidents/approve-all.ts";
import {
  cardMember,
  claimIncident,
  describeIncident,
  resolveIncident,
  ungroup,
  ungroupTicket,
  writeReply,
} from "../tickets/incidents/change-incident.ts";
import { listIncidents, readIncident, readMembers } from "../tickets/incidents/read-incident.ts";

/** The verbs of incidents with their desk in hand. */
export const incidentVerbs = (deps: ProcessDeps): Omit<IncidentVerbs, "readCard" | "now" | "workspaceUrl"> => ({
  claimIncident: claimIncident(deps),
  describeIncident: describeIncident(deps),
  ungroup: ungroup(deps),
  ungroupTicket: ungroupTicket(deps),
  writeReply: writeReply(deps),
  resolveIncident: resolveIncident(deps),
  cardMember: cardMember(deps),
  listIncidents: listIncidents(deps),
  readIncident: readIncident(deps),
  readMembers: readMembers(deps),
  readApproval: readApproval(deps),
  approveForAll: approveForAll(deps),
  readChoices: readChoices(deps),
  addToIncident: addToIncident(deps),
});
