import { isObject, type JsonObject, objectsIn } from "../json.ts";

export interface PlacedElement {
  block: JsonObject;
  element: JsonObject;
  /** JSON pointer from the block to the element. */
  path: string;
}

/** Every element of a block that a person could use, in reading order, also inside containers and carousels. */
export function elementsOf(block: JsonObject): PlacedElement[] {
  const place = (element: JsonObject, path: string): PlacedElement => ({ block, element, path });
  if (isObject(block.accessory)) return [place(block.accessory, "/accessory")];
  if (isObject(block.element)) return [place(block.element, "/element")];
  if (block.type === "card") return objectsIn(block.actions).map((element, i) => place(element, `/actions/${i}`));
  if (block.type === "carousel") return within(objectsIn(block.elements), "/elements");
  if (block.type === "container") return within(objectsIn(block.child_blocks), "/child_blocks");
  if (block.type !== "actions" && block.type !== "context_actions") return [];
  return objectsIn(block.elements).map((element, i) => place(element, `/elements/${i}`));
}

const within = (blocks: JsonObject[], path: string): PlacedElement[] =>
  blocks.flatMap((block, index) =>
    elementsOf(block).map((placed) => ({ ...placed, path: `${path}/${index}${placed.path}` })),
  );

export const elementsIn = (blocks: unknown): PlacedElement[] => objectsIn(blocks).flatMap(elementsOf);

export const isInteractive = (element: JsonObject): boolean => element.type !== "image" && element.type !== "url";
