import { useMemo } from "preact/hooks";
import { toWanted } from "../elements/field.ts";
import { type FieldValue, fieldKey, type Surface, target } from "../elements/surface.ts";
import { act } from "../state/slack.ts";
import type { Element, Json, Message, Option, OptionGroup, View } from "../state/slack-types.ts";
import { createStore } from "../state/store.ts";

/** A message: whatever is used tells the app at once. */
export function useMessageSurface(message: Message): Surface {
  return useMemo(
    () => immediate("message", { channel: message.channel, ts: message.ts }, message.state?.values ?? {}, {}),
    [message.channel, message.ts, message.state],
  );
}

export function useHomeSurface(view: View): Surface {
  return useMemo(() => immediate("home", { view: view.id }, view.state.values, {}), [view.id, view.state]);
}

function immediate(
  kind: Surface["kind"],
  where: Json,
  values: View["state"]["values"],
  errors: Record<string, string>,
): Surface {
  return {
    kind,
    errors,
    value: (block, element) => values[block.block_id]?.[element.action_id],
    draft: () => undefined,
    press: (block, element, more = {}) => act("press", { ...where, ...target(block, element), ...more }),
    enter: (block, element, value) =>
      act("choose", { ...where, ...target(block, element), value: toWanted(element, value) }),
    suggest: (block, element, typed) => suggestions({ ...where, ...target(block, element), typed }),
  };
}

interface Draft {
  element: Element;
  value: FieldValue;
  /** The sandbox knows it already: fields that tell the app at once. */
  told: boolean;
}

/** What somebody has typed into modals and not sent, by view: it outlives a redraw and a look elsewhere. */
type Drafts = Record<string, Record<string, Draft>>;
export const drafts = createStore<Drafts>({});

export const forgetDrafts = (view: string): void => drafts.update(({ [view]: _, ...rest }) => rest);

/** The typed values as `fill` and `submit` take them: only of fields that the view still has. */
export function draftValues({ id, blocks }: View): Json {
  const inputs = blocks.filter(({ type }) => type === "input");
  const there = new Set(inputs.map((block) => fieldKey(block, block.element as Element)));
  return Object.fromEntries(
    Object.entries(drafts.get()[id] ?? {})
      .filter(([key, { told }]) => !told && there.has(key))
      .map(([key, { element, value }]) => [key, toWanted(element, value)]),
  );
}

/** A modal: its inputs wait for Submit; its buttons and menus tell the app at once, with everything typed so far. */
export function useModalSurface(view: View, typed: Drafts[string] | undefined): Surface {
  return useMemo(() => {
    const where = { view: view.id };
    const { values } = view.state;
    const fill = async (): Promise<void> => {
      const filled = draftValues(view);
      if (Object.keys(filled).length > 0) await act("fill", { values: filled });
    };
    return {
      kind: "modal",
      errors: view.errors,
      value: (block, element) => values[block.block_id]?.[element.action_id],
      draft: (block, element) => typed?.[fieldKey(block, element)]?.value,
      press: async (block, element, more = {}) => {
        await fill();
        return act("press", { ...where, ...target(block, element), ...more });
      },
      enter: async (block, element, value) => {
        const key = fieldKey(block, element);
        const told = block.dispatch_action === true;
        if (block.type === "input")
          drafts.update((all) => ({ ...all, [view.id]: { ...all[view.id], [key]: { element, value, told } } }));
        if (block.type === "input" && !told) return { ok: true };
        await fill();
        if (told) return act("fill", { values: { [key]: toWanted(element, value) } });
        return act("choose", { ...where, ...target(block, element), value: toWanted(element, value) });
      },
      suggest: (block, element, words) => suggestions({ ...where, ...target(block, element), typed: words }),
    };
  }, [view, typed]);
}

async function suggestions(body: Json): Promise<Json[]> {
  const { result } = await act("suggestions", body);
  const offered = (Array.isArray(result) ? result : []) as (Option & Partial<OptionGroup>)[];
  return offered.flatMap((one) => (one.options ?? [one]) as unknown as Json[]);
}
