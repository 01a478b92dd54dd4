import type { Wanted } from "../actor/choice.ts";
import type { Target } from "../actor/find.ts";
import { Impossible, type Outcome } from "../actor/outcome.ts";
import { type Person, person } from "../actor/person.ts";
import type { Values } from "../actor/submit.ts";
import type { Where } from "../actor/surface.ts";
import { isObject, type JsonObject, stringOr } from "../json.ts";
import type { World } from "../world.ts";

type Verb = (who: Person, body: JsonObject) => unknown;

const where = ({ view, channel, ts }: JsonObject): Where =>
  typeof view === "string" ? { id: view } : { channel: stringOr(channel, ""), ts: stringOr(ts, "") };

const target = (body: JsonObject): Target =>
  Object.fromEntries(["text", "actionId", "blockId"].filter((key) => key in body).map((key) => [key, body[key]]));

const word = (body: JsonObject, key: string): string => stringOr(body[key], "");

const optional = (body: JsonObject, key: string): string | undefined =>
  typeof body[key] === "string" && body[key] !== "" ? body[key] : undefined;

const options = ({ index, confirm }: JsonObject) => ({
  ...(typeof index === "number" && { index }),
  ...(typeof confirm === "boolean" && { confirm }),
});

const message = (body: JsonObject) => ({ channel: word(body, "channel"), ts: word(body, "ts") });

/** What a page can do in a person's name; the names are those of `Person`. */
const VERBS: Record<string, Verb> = {
  press: (who, body) => who.press(where(body), target(body), options(body)),
  choose: (who, body) => who.choose(where(body), target(body), body.value as Wanted, options(body)),
  suggestions: (who, body) => who.suggestions(where(body), target(body), word(body, "typed")),
  fill: (who, body) => who.fill(values(body)),
  submit: (who, body) => who.submit(values(body)),
  closeModal: (who, body) => who.closeModal({ all: body.all === true }),
  openHome: (who, body) => who.openHome({ tab: body.tab === "messages" ? "messages" : "home" }),
  command: (who, body) => who.command(word(body, "line"), optional(body, "channel")),
  shortcut: (who, body) => who.shortcut(word(body, "callbackId")),
  messageShortcut: (who, body) => who.messageShortcut(word(body, "callbackId"), message(body)),
  post: (who, body) => who.post(word(body, "channel"), word(body, "text"), optional(body, "threadTs")),
  upload: (who, body) => {
    const content = Buffer.from(word(body, "base64"), "base64");
    const threadTs = optional(body, "threadTs");
    const more = { text: word(body, "text"), ...(threadTs !== undefined && { threadTs }) };
    return who.upload(word(body, "channel"), { name: word(body, "name"), content }, more);
  },
  edit: (who, body) => who.edit(message(body), word(body, "text")),
  remove: (who, body) => who.remove(message(body)),
  react: (who, body) => who.react(message(body), word(body, "emoji")),
  unreact: (who, body) => who.unreact(message(body), word(body, "emoji")),
  dismiss: (who, body) => who.dismiss(optional(body, "ts") === undefined ? undefined : message(body)),
  join: (who, body) => who.join(word(body, "channel")),
  leave: (who, body) => who.leave(word(body, "channel")),
  read: (who, body) => who.read(word(body, "channel")),
};

const values = ({ values: given }: JsonObject): Values => (isObject(given) ? (given as Values) : {});

export async function actFor(world: World, body: JsonObject): Promise<JsonObject> {
  const user = world.workspace.users.get(stringOr(body.user, ""));
  const verb = Object.hasOwn(VERBS, stringOr(body.verb, "")) ? VERBS[stringOr(body.verb, "")] : undefined;
  if (user === undefined || verb === undefined) throw new Impossible(`unknown user or verb: ${body.user} ${body.verb}`);
  const result: unknown = await verb(person(world, user), body);
  if (!isObject(result)) return { ok: true, result };
  if (!("ok" in result)) return { ok: true, result };
  // The payload is the app's business; it may carry a trigger that the page has no use for.
  const { payload: _, ...seen } = result as unknown as Outcome;
  return { ...seen };
}
