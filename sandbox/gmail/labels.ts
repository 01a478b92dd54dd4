import { conflict, invalidArgument } from "./errors.ts";
import { COLOURS } from "./label-colours.ts";

export interface Label {
  id: string;
  name: string;
  type: "system" | "user";
  messageListVisibility?: "show" | "hide";
  labelListVisibility?: "labelShow" | "labelShowIfUnread" | "labelHide";
  color?: { textColor: string; backgroundColor: string };
}

const SYSTEM = [
  "CHAT",
  "SENT",
  "INBOX",
  "IMPORTANT",
  "TRASH",
  "DRAFT",
  "SPAM",
  "CATEGORY_FORUMS",
  "CATEGORY_UPDATES",
  "CATEGORY_PERSONAL",
  "CATEGORY_PROMOTIONS",
  "CATEGORY_SOCIAL",
  "STARRED",
  "UNREAD",
];

/** Gmail decides these itself; whoever asks for them is told so. */
const NOT_TO_GIVE = new Set(["SENT", "DRAFT", "CHAT"]);
const LONGEST_NAME = 225;

/** The labels one mailbox knows. */
export class Labels {
  readonly #byId = new Map<string, Label>(SYSTEM.map((id) => [id, { id, name: id, type: "system" }]));
  #next = 1;

  all(): Label[] {
    return [...this.#byId.values()];
  }

  get(id: string): Label | undefined {
    return this.#byId.get(id);
  }

  named(name: string): Label | undefined {
    const wanted = name.toLowerCase();
    return this.all().find((label) => label.name.toLowerCase() === wanted);
  }

  create(wanted: Partial<Label>): Label {
    const label: Label = { ...this.#checked(wanted, undefined), id: `Label_${this.#next}`, type: "user" };
    this.#next += 1;
    this.#byId.set(label.id, label);
    return label;
  }

  update(label: Label, wanted: Partial<Label>): Label {
    if (label.type === "system") throw invalidArgument("Invalid update request");
    Object.assign(label, this.#checked(wanted, label));
    return label;
  }

  delete(label: Label): void {
    if (label.type === "system") throw invalidArgument("Invalid delete request");
    this.#byId.delete(label.id);
  }

  /** Both lists of a modify request, checked the way Gmail does before it changes anything. */
  checkChange(add: readonly string[], remove: readonly string[]): void {
    if (add.length === 0 && remove.length === 0) throw invalidArgument("No label add or removes specified");
    if (add.length > 100 || remove.length > 100) throw invalidArgument("Too many labels specified");
    for (const id of [...add, ...remove]) {
      if (!this.#byId.has(id) || NOT_TO_GIVE.has(id)) throw invalidArgument(`Invalid label: ${id}`);
    }
    if (add.some((id) => remove.includes(id))) throw invalidArgument("Cannot both add and remove the same label");
  }

  /** Labels given with an insert or an import: SENT and DRAFT are allowed there. */
  checkGiven(ids: readonly string[]): void {
    for (const id of ids) if (!this.#byId.has(id)) throw invalidArgument(`Invalid label: ${id}`);
  }

  #checked(wanted: Partial<Label>, self: Label | undefined): Omit<Label, "id" | "type"> {
    const name = (wanted.name ?? self?.name ?? "").trim();
    if (name === "" || name.length > LONGEST_NAME || name.startsWith("/") || name.endsWith("/")) {
      throw invalidArgument("Invalid label name");
    }
    const taken = this.named(name);
    if (taken?.type === "system") throw invalidArgument("Invalid label name");
    if (taken && taken !== self) throw conflict("Label name exists or conflicts");
    oneOf("messageListVisibility", wanted.messageListVisibility, ["show", "hide"]);
    oneOf("labelListVisibility", wanted.labelListVisibility, ["labelShow", "labelShowIfUnread", "labelHide"]);
    for (const colour of wanted.color ? [wanted.color.textColor, wanted.color.backgroundColor] : []) {
      if (!COLOURS.has(colour)) throw invalidArgument(`Label color ${colour} is not on the allowed color palette`);
    }
    return {
      name,
      messageListVisibility: wanted.messageListVisibility ?? self?.messageListVisibility ?? "show",
      labelListVisibility: wanted.labelListVisibility ?? self?.labelListVisibility ?? "labelShow",
      ...(wanted.color && { color: wanted.color }),
    };
  }
}

function oneOf(field: string, value: string | undefined, allowed: readonly string[]): void {
  if (value !== undefined && !allowed.includes(value)) {
    throw invalidArgument(`Invalid value at 'label.${field}' (type.googleapis.com/LabelVisibility), "${value}"`);
  }
}
