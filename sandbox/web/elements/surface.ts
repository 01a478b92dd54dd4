import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Block, Element, Json, Option, Outcome } from "../state/slack-types.ts";

/** What a field holds, in the form in which the page handles it; which one depends on the element. */
export type FieldValue = string | number | null | string[] | Option[] | FileSeed[];

export interface FileSeed {
  name: string;
  bytes: Uint8Array;
}

/** A message, a modal or the Home tab: where elements stand, and who is told when one is used. */
export interface Surface {
  kind: "message" | "modal" | "home";
  /** The state value as the sandbox holds it. */
  value(block: Block, element: Element): Json | undefined;
  /** What was entered here and is not sent yet; modals keep it until they are submitted. */
  draft(block: Block, element: Element): FieldValue | undefined;
  press(block: Block, element: Element, more?: Json): Promise<Outcome>;
  enter(block: Block, element: Element, value: FieldValue): Promise<Outcome>;
  suggest(block: Block, element: Element, typed: string): Promise<Json[]>;
  /** Sentences under input blocks, by block_id. */
  errors: Record<string, string>;
}

export const SurfaceContext = createContext<Surface | undefined>(undefined);

export function useSurface(): Surface {
  const surface = useContext(SurfaceContext);
  if (!surface) throw new Error("an element stands on no surface");
  return surface;
}

/** Where an element is, as the sandbox finds it. */
export const target = (block: Block, element: Element): Json => ({
  blockId: block.block_id,
  actionId: element.action_id,
});

export const fieldKey = (block: Block, element: Element): string => `${block.block_id}.${element.action_id}`;
