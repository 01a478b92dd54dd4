import { elementSpec } from "../block-kit/elements.ts";
import { isObject, type JsonObject, objectsIn } from "../json.ts";
import { emptyValue, stateKey } from "../views/state-values.ts";
import { newFile } from "../workspace/files.ts";
import type { User } from "../workspace/model.ts";
import { fileWire } from "../workspace/wire.ts";
import type { World } from "../world.ts";
import { shown } from "./find.ts";
import { Impossible } from "./outcome.ts";
import { richTextOf } from "./typing.ts";

/** Text, an option's words or value, a person, a channel, a date; several for multi-selects; null clears. */
export type Wanted = string | number | boolean | null | readonly (string | UploadSeed)[] | JsonObject;

export interface UploadSeed {
  name: string;
  content: string | Buffer;
}

export interface Offer {
  user: User;
  /** What an external menu offered for the words typed. */
  options?: JsonObject[];
}

/** The state value that a person's choice makes, if the element offers it. */
export function valueFor(world: World, element: JsonObject, wanted: Wanted, offer: Offer): JsonObject {
  const key = stateKey(element);
  if (key === undefined) throw new Impossible(`a ${element.type} keeps no value`);
  const zone = element.type === "timepicker" && element.timezone !== undefined ? { timezone: element.timezone } : {};
  return { type: element.type, [key]: content(world, element, key, wanted, offer), ...zone };
}

function content(world: World, element: JsonObject, key: string, wanted: Wanted, offer: Offer): unknown {
  if (wanted === null || wanted === "") return emptyValue(key);
  if (key === "files") return filesFor(world, element, wanted, offer.user);
  if (key === "rich_text_value") return isObject(wanted) ? wanted : richTextOf(String(wanted));
  if (key === "value") return String(wanted);
  if (key === "selected_date_time") return Number(wanted);
  if (key === "selected_date" || key === "selected_time") return String(wanted);
  const pick = picker(world, element, key, offer);
  if (!key.endsWith("s")) return pick(String(wanted));
  const several = Array.isArray(wanted) ? wanted : [wanted];
  const most = Number(element.max_selected_items ?? Infinity);
  if (several.length > most) throw new Impossible(`at most ${most} can be selected here`);
  return several.map((one) => pick(String(one)));
}

function picker(world: World, element: JsonObject, key: string, offer: Offer): (wanted: string) => unknown {
  if (key.startsWith("selected_option")) return (wanted) => optionFor(offer.options ?? optionsOf(element), wanted);
  if (key.startsWith("selected_user")) return (wanted) => userFor(world, wanted);
  return (wanted) => conversationFor(world, element, wanted);
}

export const optionsOf = (element: JsonObject): JsonObject[] => [
  ...objectsIn(element.options),
  ...objectsIn(element.option_groups).flatMap((group) => objectsIn(group.options)),
];

export function optionFor(options: JsonObject[], wanted: string): JsonObject {
  const found =
    options.find((option) => shown(option.text) === wanted) ?? options.find(({ value }) => value === wanted);
  if (found) return found;
  throw new Impossible(`no option "${wanted}"; there is: ${options.map(({ text }) => shown(text)).join(", ")}`);
}

function userFor({ workspace }: World, wanted: string): string {
  const found = [...workspace.users.values()].find(
    ({ id, name, realName, deleted }) => !deleted && [id, name, realName].includes(wanted),
  );
  if (found === undefined) throw new Impossible(`nobody called ${wanted} can be selected`);
  return found.id;
}

function conversationFor({ workspace }: World, element: JsonObject, wanted: string): string {
  const found = [...workspace.channels.values()].find(({ id, name }) => id === wanted || name === wanted);
  const onlyPublic = String(element.type).includes("channels_select");
  const filter = isObject(element.filter) ? element.filter : {};
  const include = Array.isArray(filter.include) ? filter.include : undefined;
  const fits =
    found !== undefined &&
    !found.archived &&
    (!onlyPublic || found.kind === "public") &&
    (include === undefined || include.includes(found.kind)) &&
    !(filter.exclude_external_shared_channels === true && found.externallyShared);
  if (!fits) throw new Impossible(`${wanted} cannot be selected here`);
  return found.id;
}

function filesFor(world: World, element: JsonObject, wanted: Wanted, user: User): JsonObject[] {
  const most = elementSpec("file_input")?.max_file_bytes ?? Infinity;
  const types = Array.isArray(element.filetypes) ? element.filetypes.map(String) : undefined;
  return (Array.isArray(wanted) ? wanted : [wanted]).map((item: unknown) => {
    if (!isObject(item) || typeof item.name !== "string") throw new Impossible("files are given as { name, content }");
    const bytes = Buffer.from(item.content as string);
    // The client's file chooser shows the others greyed out.
    if (types && !types.includes(item.name.split(".").at(-1)?.toLowerCase() ?? ""))
      throw new Impossible(`${item.name} cannot be chosen here: only ${types.join(", ")}`);
    if (bytes.length > most) throw new Impossible(`${item.name} is larger than ${most} bytes`);
    const file = newFile(world, { name: item.name, length: bytes.length, user: user.id });
    Object.assign(file, { content: bytes, completed: true });
    // The app may download what was handed in, without any channel.
    file.channels.add(world.workspace.directMessages(user.id).id);
    return fileWire(file, world);
  });
}
