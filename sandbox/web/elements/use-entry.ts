import { useState } from "preact/hooks";
import type { Block, Element } from "../state/slack-types.ts";
import { confirmed } from "./confirm.ts";
import { useField } from "./field.ts";
import { type FieldValue, useSurface } from "./surface.ts";
import { useBusy } from "./use-busy.ts";

interface Entry {
  value: FieldValue;
  busy: boolean;
  failed: string | undefined;
  /** False when the person said no in the element's dialog. */
  enter(value: FieldValue): Promise<boolean>;
}

/** A field and what is chosen in it. The choice is shown at once, and stays if the sandbox agrees. */
export function useEntry(block: Block, element: Element): Entry {
  const surface = useSurface();
  const known = useField(block, element);
  const [chosen, setChosen] = useState<{ value: FieldValue } | undefined>();
  const { busy, failed, run } = useBusy();
  return {
    value: chosen ? chosen.value : known,
    busy,
    failed,
    async enter(value) {
      if (!(await confirmed(element))) return false;
      setChosen({ value });
      await run(() => surface.enter(block, element, value));
      setChosen(undefined);
      return true;
    },
  };
}
