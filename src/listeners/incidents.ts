import type { App } from "@slack/bolt";
import { INCIDENT, VIEW } from "../views/ids.ts";
import {
  type IncidentVerbs,
  onIncidentApprove,
  onIncidentClaim,
  onIncidentMore,
  onIncidentPage,
  onIncidentShow,
  onIncidentWrite,
  onMemberOpen,
  onMemberUngroup,
} from "./actions/incident.ts";
import {
  onAdded,
  onApprovedForAll,
  onDescribed,
  onReplyWritten,
  onResolved,
  onUngroupedAll,
} from "./submissions/incident.ts";

/** What people can do with incidents. */
export function registerIncidents(app: App, verbs: IncidentVerbs): void {
  app.action(INCIDENT.claim, onIncidentClaim(verbs, false));
  app.action(INCIDENT.release, onIncidentClaim(verbs, true));
  app.action(INCIDENT.write, onIncidentWrite(verbs));
  app.action(INCIDENT.approve, onIncidentApprove(verbs));
  app.action(INCIDENT.more, onIncidentMore(verbs));
  app.action(INCIDENT.show, onIncidentShow(verbs));
  app.action(/^incident\.page\./, onIncidentPage(verbs));
  app.action(INCIDENT.open, onMemberOpen(verbs));
  app.action(INCIDENT.ungroup, onMemberUngroup(verbs));

  app.view(VIEW.incidentReply, onReplyWritten(verbs));
  app.view(VIEW.incidentDescribe, onDescribed(verbs));
  app.view(VIEW.incidentResolve, onResolved(verbs));
  app.view(VIEW.incidentUngroup, onUngroupedAll(verbs));
  app.view(VIEW.incidentApprove, onApprovedForAll(verbs));
  app.view(VIEW.incidentAdd, onAdded(verbs));
}
