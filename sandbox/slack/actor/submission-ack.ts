import { isFile } from "../api/methods/chat.ts";
import { problemLine } from "../block-kit/report.ts";
import { validateView } from "../block-kit/validate-view.ts";
import { isObject, type JsonObject, objectsIn } from "../json.ts";
import { Refusal } from "../refusal.ts";
import type { StoredView } from "../views/store.ts";
import type { World } from "../world.ts";
import { type Outcome, TROUBLE } from "./outcome.ts";

/** What a listener's answer to a submission does to the modal. */
export function takeSubmissionAck(world: World, view: StoredView, ack: JsonObject): Outcome {
  const refuse = (error: string, messages: string[] = []): Outcome => {
    world.journal.refuse({ what: "ack", error, messages, args: ack });
    return { ok: false, failure: { code: error, text: TROUBLE } };
  };
  const keys = Object.keys(ack);
  if (keys.length === 0) {
    world.views.close(view);
    return { ok: true };
  }
  const wanted = EXPECTED[String(ack.response_action)];
  if (wanted === undefined || !keys.every((key) => key === "response_action" || key === wanted))
    return refuse("invalid_response_action", [`unexpected answer: ${keys.join(", ")}`]);
  if (ack.response_action === "errors") return takeErrors(world, view, ack.errors, refuse);
  if (ack.response_action === "clear") {
    world.views.closeAll(view.user);
    return { ok: true };
  }
  return takeView(world, view, ack, refuse);
}

// The one key that goes with each action.
const EXPECTED: Record<string, string> = { errors: "errors", update: "view", push: "view", clear: "" };

type Refuse = (error: string, messages?: string[]) => Outcome;

function takeErrors(world: World, view: StoredView, errors: unknown, refuse: Refuse): Outcome {
  const inputs = objectsIn(view.content.blocks).filter(({ type }) => type === "input");
  const known = inputs.map(({ block_id: id }) => String(id));
  const entries = isObject(errors) ? Object.entries(errors) : [];
  if (entries.length === 0) return refuse("invalid_errors", ["no errors were named"]);
  const wrong = entries.filter(([key, text]) => !known.includes(key) || typeof text !== "string" || text === "");
  if (wrong.length > 0) return refuse("invalid_errors", [`no input blocks: ${wrong.map(([key]) => key).join(", ")}`]);
  const sentences = Object.fromEntries(entries.map(([key, text]) => [key, String(text)]));
  world.views.showErrors(view, sentences);
  return { ok: false, errors: sentences };
}

function takeView(world: World, view: StoredView, ack: JsonObject, refuse: Refuse): Outcome {
  const problems = validateView(ack.view, isFile(world));
  if (problems.length > 0) return refuse("invalid_view", problems.map(problemLine));
  const content = ack.view as JsonObject;
  if (content.type !== "modal")
    return refuse("invalid_view", ["must match the `type` of the root view whose stack we're pushing onto"]);
  try {
    if (ack.response_action === "push") world.views.push(view, content);
    else world.views.update(view, content);
    return { ok: true };
  } catch (error) {
    if (error instanceof Refusal) return refuse(String(error.answer.error));
    throw error;
  }
}
