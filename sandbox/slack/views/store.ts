import type { AppConfig } from "../app.ts";
import { echoBlocks } from "../block-kit/echo.ts";
import { storedText } from "../block-kit/text.ts";
import type { Changes } from "../changes.ts";
import type { Clock } from "../clock.ts";
import { type Ids, viewHash } from "../ids.ts";
import { isObject, type JsonObject, objectsIn, stringOr } from "../json.ts";
import { limits } from "../limits.ts";
import { Refusal, refuseIf } from "../refusal.ts";
import { type Inputs, keepInputs, stateOf, withCurrentConversation } from "./state-values.ts";

/** A view as the app last drew it, and what its one viewer entered since. */
export interface StoredView {
  id: string;
  user: string;
  type: "modal" | "home";
  content: JsonObject;
  hash: string;
  externalId: string;
  rootId: string;
  previousId: string | null;
  inputs: Inputs;
  /** Sentences under input blocks, from the last submission. */
  errors: Record<string, string>;
  /** Conversation the person came from. */
  channel?: string;
}

export interface Views {
  /** Modals of a person, the visible one last. */
  stack(user: string): readonly StoredView[];
  home(user: string): StoredView | undefined;
  open(user: string, view: JsonObject, channel?: string): StoredView;
  push(onto: StoredView, view: JsonObject): StoredView;
  publish(user: string, view: JsonObject): StoredView;
  update(stored: StoredView, view: JsonObject): StoredView;
  /** Open modals and Home tabs only: what a person closed is gone. */
  find(wanted: { viewId?: unknown; externalId?: unknown }): StoredView | undefined;
  close(stored: StoredView): void;
  closeAll(user: string): void;
  enter(stored: StoredView, key: string, value: JsonObject): void;
  showErrors(stored: StoredView, errors: Record<string, string>): void;
  wire(stored: StoredView): JsonObject;
}

interface Parts {
  app: AppConfig;
  teamId: string;
  clock: Clock;
  ids: Ids;
  changes: Changes;
}

export function createViews({ app, teamId, clock, ids, changes }: Parts): Views {
  const stacks = new Map<string, StoredView[]>();
  const homes = new Map<string, StoredView>();
  let revision = 0;

  const stack = (user: string): StoredView[] => stacks.get(user) ?? [];
  const everyView = (): StoredView[] => [...[...stacks.values()].flat(), ...homes.values()];

  const draw = (view: JsonObject, channel?: string): Pick<StoredView, "content" | "hash" | "externalId"> => {
    revision += 1;
    return {
      content: { ...view, blocks: withCurrentConversation(echoBlocks(objectsIn(view.blocks)), channel) },
      hash: viewHash(clock.now(), revision),
      externalId: stringOr(view.external_id, ""),
    };
  };

  const refuseDuplicate = (view: JsonObject, self?: StoredView): void => {
    const wanted = stringOr(view.external_id, "");
    const taken = everyView().some((other) => other !== self && other.externalId === wanted);
    refuseIf(wanted !== "" && taken, "duplicate_external_id");
  };

  const make = (user: string, view: JsonObject, below: readonly StoredView[] = [], channel?: string): StoredView => {
    const id = ids.next("V");
    const type = view.type === "home" ? "home" : "modal";
    const place = { rootId: below[0]?.id ?? id, previousId: below.at(-1)?.id ?? null };
    const from = channel === undefined ? {} : { channel };
    return { id, user, type, ...place, ...from, inputs: new Map(), errors: {}, ...draw(view, channel) };
  };

  const announce = ({ type, user }: StoredView): void =>
    changes.publish({ kind: type === "home" ? "home" : "modal", user });

  const views: Views = {
    stack,
    home: (user) => homes.get(user),
    open(user, view, channel) {
      refuseDuplicate(view);
      const stored = make(user, view, [], channel);
      // A person sees one modal at a time; a second one takes the place of the first.
      stacks.set(user, [stored]);
      announce(stored);
      return stored;
    },
    push(onto, view) {
      const below = stack(onto.user);
      const { stack_max: most, stack_error: error } = limits.views.modal;
      refuseIf(below.length >= most, error);
      refuseDuplicate(view);
      const stored = make(onto.user, view, below, onto.channel);
      stacks.set(onto.user, [...below, stored]);
      announce(stored);
      return stored;
    },
    publish(user, view) {
      const known = homes.get(user);
      if (known) return views.update(known, view);
      refuseDuplicate(view);
      const stored = make(user, view);
      homes.set(user, stored);
      announce(stored);
      return stored;
    },
    update(stored, view) {
      refuseDuplicate(view, stored);
      Object.assign(stored, draw(view, stored.channel));
      stored.inputs = keepInputs(stored.content.blocks, stored.inputs);
      stored.errors = {};
      announce(stored);
      return stored;
    },
    find({ viewId, externalId }) {
      return everyView().find(({ id, externalId: external }) =>
        viewId === undefined ? external !== "" && external === externalId : id === viewId,
      );
    },
    close(stored) {
      stacks.set(
        stored.user,
        stack(stored.user).filter((other) => other !== stored),
      );
      announce(stored);
    },
    closeAll(user) {
      stacks.delete(user);
      changes.publish({ kind: "modal", user });
    },
    enter(stored, key, value) {
      stored.inputs.set(key, value);
      announce(stored);
    },
    showErrors(stored, errors) {
      stored.errors = errors;
      announce(stored);
    },
    wire(stored) {
      const { content } = stored;
      const text = (key: string): unknown => echoText(content[key]);
      return {
        id: stored.id,
        team_id: teamId,
        type: stored.type,
        blocks: content.blocks,
        private_metadata: content.private_metadata ?? "",
        callback_id: content.callback_id ?? "",
        state: stateOf(content.blocks, stored.inputs),
        hash: stored.hash,
        title: text("title"),
        clear_on_close: content.clear_on_close ?? false,
        notify_on_close: content.notify_on_close ?? false,
        close: text("close"),
        submit: text("submit"),
        previous_view_id: stored.previousId,
        root_view_id: stored.rootId,
        app_id: app.id,
        external_id: stored.externalId,
        app_installed_team_id: teamId,
        bot_id: app.botId,
      };
    },
  };
  return views;
}

const echoText = (value: unknown): unknown =>
  isObject(value) ? { emoji: true, ...value, text: storedText(stringOr(value.text, ""), "plain_text") } : null;

/** An empty hash never fits; an absent one forces. */
export function refuseStale(stored: StoredView | undefined, hash: unknown): void {
  if (hash !== undefined && hash !== stored?.hash) throw new Refusal("hash_conflict");
}
